import type { Context, CoreTables } from '../../../platform/db';
import { newId, transact } from '../../../platform/db';
import { asking, type TestHouse, testHouse } from '../../../platform/testing/house';
import type { School, SchoolClass } from '../../area/index';
import { kazuo } from '../../area/index';
import { seedAreas, seedSchools } from '../../area/server/index';
import { type RegisterKind, registerKinds } from '../../registers/index';
import type { RegisterWords } from '../rules/register-facts';
import type { OnStep } from '../server/run/compared';
import { runComparison } from '../server/run/comparison-work';
import type { LoadedRegister, LoadedRegisters } from '../server/run/loaded-registers';
import { type Row, registerOf } from './factories';
import { namedRows, wholeRegister } from './named-rows';

/** Rows of the lists that count; a list that is not named is not there. */
export type Lists = { readonly [K in RegisterKind]?: readonly Row[] };

/** Words as plain as the tests need them; the house hands in those of the module `standing`. */
const words: RegisterWords = {
  householdState: (reason) => (/死亡/.test(reason) ? 'dead' : 'listed'),
  enrolmentState: (state) => (/休学/.test(state) ? 'suspended' : 'studying'),
};

/** A bureau that compares lists in a database of its own: the real thing but for where the lists come from. */
export class Bureau {
  readonly officer = asking({ role: 'bureau-officer', tree: 'county', path: '211324/' });
  readonly second = asking({ role: 'bureau-officer', tree: 'county', path: '211324/' });
  private batch = 0;
  /** children that were met on no list */ met: readonly string[] = [];

  private constructor(readonly house: TestHouse) {}

  static async open(): Promise<Bureau> {
    const house = await testHouse();
    await transact(house.db, house.system, async (trx) => {
      await seedAreas(trx, kazuo(), '2020-01-01');
      await seedSchools(trx, { schools, classes, owners: [] });
      return { result: undefined, changes: [] };
    });
    return new Bureau(house);
  }

  /** Compares these lists on a day and takes the result over; answers with the number of the run. */
  async compare(lists: Lists, asOf = '2025-03-01', context: Context = this.officer): Promise<number> {
    return this.compareLoaded(this.load(lists, asOf), asOf, context);
  }

  /** The same, and somebody does something between comparing and taking over. */
  async compareDuring(lists: Lists, doing: () => Promise<unknown>, asOf = '2025-03-01'): Promise<number> {
    return this.compareLoaded(this.load(lists, asOf), asOf, this.officer, async (step) => {
      if (step === 'saving') await doing();
    });
  }

  /** Lists as they would be loaded, each of one batch of its own. */
  load(lists: Lists, asOf = '2025-03-01'): LoadedRegisters {
    this.batch++;
    const loaded: { [K in RegisterKind]?: LoadedRegister } = {};
    for (const kind of registerKinds) {
      const rows = lists[kind];
      if (rows === undefined) continue;
      const list = {
        batchId: `batch-${this.batch}-${kind}`,
        snapshotId: `snapshot-${this.batch}-${kind}`,
        asOf,
        path: '211324/',
      };
      loaded[kind] = namedRows(this.house.ring, wholeRegister(registerOf(kind, rows), list));
    }
    return loaded;
  }

  /** An officer with an account, so that others see the name. */
  async named(name: string): Promise<Context> {
    const officer = asking({ role: 'bureau-officer', tree: 'county', path: '211324/' });
    await transact(this.house.db, this.house.system, async (trx) => {
      const person = { login: officer.actor.login, name, unit: '测试', language: 'zh' as const, state: 'active' as const };
      const secrets = {
        password_hash: null,
        password_set_at: null,
        must_change_password: false,
        totp_secret: null,
        totp_step: 0,
      };
      await trx
        .withTables<Pick<CoreTables, 'app_user'>>()
        .insertInto('app_user')
        .values({
          ...{ county_id: trx.countyId, user_id: officer.actor.userId, created_at: trx.now, last_seen_at: null, version: 1 },
          ...{ ...person, ...secrets },
        })
        .execute();
      return { result: undefined, changes: [] };
    });
    return officer;
  }

  /** The same with lists as they would be loaded. */
  async compareLoaded(
    loaded: LoadedRegisters,
    asOf: string,
    context: Context = this.officer,
    step: OnStep = async () => undefined,
  ): Promise<number> {
    const { db, ring } = this.house;
    const needs = { loadRegisters: async () => loaded, met: async () => this.met, words, taken: async () => undefined };
    const { runNo } = await runComparison({ db, context, ring }, needs, { runId: newId(), asOf, step });
    return runNo;
  }

  close(): Promise<void> {
    return this.house.close();
  }
}

const township = '211324101';

function school(id: string, name: string, officialCode: string, first: number, last: number): School {
  return {
    ...{
      id,
      path: `211324/${id}/`,
      officialCode,
      name,
      otherNames: [],
      kind: first === 1 ? 'primary' : 'junior',
      parentId: null,
    },
    ...{
      areaCode: township,
      areaPath: `211324/${township}/`,
      firstGrade: first,
      lastGrade: last,
      from: '2020-01-01',
      until: null,
    },
  };
}

/** Two schools with two classes a grade. */
const schools: readonly School[] = [
  school('shuiquan', '水泉小学', '2121000001', 1, 6),
  school('nanshao', '南哨小学', '2121000002', 1, 6),
  school('gongyingzi', '公营子中学', '3121000003', 7, 9),
];

const classes: readonly (SchoolClass & { readonly areaPath: string })[] = schools.flatMap(
  ({ id, areaPath, firstGrade, lastGrade }) =>
    Array.from({ length: (lastGrade - firstGrade + 1) * 2 }, (_, at) => {
      const [grade, number] = [firstGrade + (at >> 1), 1 + (at & 1)];
      const classId = `${id}-${grade}-${number}`;
      return {
        ...{
          id: classId,
          schoolId: id,
          path: `211324/${id}/${classId}/`,
          areaPath,
          schoolYear: '2024-2025',
          grades: [grade],
          number,
        },
        ...{ label: null, previousId: null, from: '2024-09-01', until: null },
      };
    }),
);
