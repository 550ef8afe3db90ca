import { newId, transact } from '../../../platform/db';
import { asking, type TestHouse, testHouse } from '../../../platform/testing/house';
import { kazuo } from '../../area/index';
import { seedAreas, seedSchools } from '../../area/server/index';
import { callerOf } from '../../area/testing/calling';
import { aClass, aSchool } from '../../area/testing/factories';
import { seedCalendar } from '../../calendar/server/index';
import { countChildren } from '../../standing/server/index';
import { ToldCounty } from '../../standing/testing/told-county-store';
import type { RollView } from '../contract';
import type { Mark, Session } from '../rules/marks';
import { routes } from '../server/index';

const school = aSchool({ id: 'a', name: '青禾小学' });
const other = aSchool({ id: 'z', name: '听泉小学' });
const at = ({ areaPath }: { readonly areaPath: string }) => ({ areaPath });
const one = { ...aClass(school, { id: 'b', number: 1, grades: [3] }), ...at(school) };
const sibling = { ...aClass(school, { id: 'b2', number: 2, grades: [3] }), ...at(school) };
const far = { ...aClass(other, { id: 'zb', number: 1, grades: [3] }), ...at(other) };

/** A school with two classes of which the first is called, another school with one, and who works there. */
export const calledSchool = {
  ...{ school, other, one, sibling, far },
  bureau: asking({ role: 'bureau-officer', tree: 'county', path: '211324/' }),
  principal: asking({ role: 'principal', tree: 'school', path: school.path }),
  registrar: asking({ role: 'registrar', tree: 'school', path: school.path }),
  teacher: asking({ role: 'class-teacher', tree: 'school', path: one.path }),
  neighbour: asking({ role: 'class-teacher', tree: 'school', path: sibling.path }),
  stranger: asking({ role: 'registrar', tree: 'school', path: other.path }),
};

type Who = (typeof calledSchool)['teacher'];
export type Calling = {
  readonly who?: Who;
  readonly day: string;
  readonly session?: Session;
  readonly base?: number;
  readonly called?: readonly string[];
  readonly marks?: Readonly<Record<string, Mark>>;
  readonly reason?: string;
};

/** The school in a database of its own, in 2025. */
export class CalledSchool {
  private constructor(
    readonly house: TestHouse,
    readonly county: ToldCounty,
    readonly call: ReturnType<typeof callerOf>,
  ) {}

  static async open(day: string): Promise<CalledSchool> {
    return CalledSchool.into(await testHouse(), day);
  }

  /** The same in a house that is open already. */
  static async into(house: TestHouse, day: string): Promise<CalledSchool> {
    const here = new CalledSchool(house, new ToldCounty(house), callerOf(house, routes));
    here.onDay(day);
    await transact(house.db, house.system, async (trx) => {
      await seedAreas(trx, kazuo(), '2000-01-01');
      await seedCalendar(trx);
      await seedSchools(trx, { schools: [school, other], classes: [one, sibling, far], owners: [] });
      return { result: undefined, changes: [] };
    });
    return here;
  }

  /** Half past eight in the morning, in China. */
  onDay(day: string): void {
    this.house.at(new Date(`${day}T00:30:00Z`));
  }

  /** Children of a class from a day on, in the order of the names. */
  async pupils(where: { readonly path: string }, names: readonly string[], from = '2025-03-01'): Promise<readonly string[]> {
    const ids = names.map(() => newId());
    await this.county.add(Object.fromEntries(ids.map((id) => [id, '2014-11-20'])));
    for (const [place, id] of ids.entries()) {
      await this.county.move(id, { school_path: where.path, name: names[place] ?? '' });
      const placed = { row: `e-${id}`, state: 'studying', stage: 'primary', placement: 'ordinary', at: where.path };
      await this.county.tell(id, { day: from, kind: 'enrolment', body: placed });
      await this.county.tell(id, { day: from, kind: 'class-list', body: { at: where.path, answer: 'present' } });
    }
    await this.count();
    return ids;
  }

  /** Has every child counted that somebody told something of. */
  async count(): Promise<void> {
    await countChildren({ db: this.house.db, context: this.house.system });
  }

  /** Calls the first class. */
  take({ who = calledSchool.bureau, session = 'am', base = 0, marks = {}, reason = '', called = [], day }: Calling) {
    const list = Object.entries(marks).map(([childId, mark]) => ({ childId, mark }));
    const body = { day, session, base, called: [...new Set([...called, ...Object.keys(marks)])], marks: list, reason };
    return this.call<RollView>(who, 'POST /api/classes/:id/rolls', { params: { id: one.id }, body });
  }

  /** Calls the first class in the morning of each school day of March up to the 24th but the 19th, which nobody remembered. */
  async month(ids: readonly string[], marksOf: (day: string, ids: readonly string[]) => Readonly<Record<string, Mark>>) {
    const away = new Set<string>();
    for (const date of [3, 4, 5, 6, 7, 10, 11, 12, 13, 14, 17, 18, 20, 21, 24]) {
      const day = `2025-03-${String(date).padStart(2, '0')}`;
      this.onDay(day);
      const marks = marksOf(day, ids);
      // Who was away the time before has to be answered for.
      const back = Object.fromEntries([...away].map((id) => [id, 'back' as const]));
      await this.take({ day, called: ids, marks: { ...back, ...marks } });
      away.clear();
      for (const [id, mark] of Object.entries(marks)) if (mark !== 'late' && mark !== 'early') away.add(id);
    }
  }
}
