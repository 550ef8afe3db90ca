import { checkDigit } from '../../../kernel/id-number';
import { type Context, readAs, type Trx, transact } from '../../../platform/db';
import { asking, type TestHouse, testHouse } from '../../../platform/testing/house';
import { kazuo } from '../../area/index';
import { seedAreas, seedSchools } from '../../area/server/index';
import { callerOf } from '../../area/testing/calling';
import { aClass, aSchool } from '../../area/testing/factories';
import type { ChildValues } from '../rules/child-values';
import { childRoutes } from '../server/index';
import { noNeeds } from '../server/needs';
import { recordChildren, type ToldRow } from './factories';

const [T1, T2] = ['211324101', '211324102'];
const county = '211324/';

/** Villages by their place as seen from the village V11 of township T1. */
export const homes = {
  V11: `${county}${T1}/${T1}201/`,
  V12: `${county}${T1}/${T1}202/`,
  V21: `${county}${T2}/${T2}201/`,
} as const;
/** Classes A1 and A2 of school A in township T1, C1 of school C in T2. */
export const classes = { A1: `${county}a/a1/`, A2: `${county}a/a2/`, C1: `${county}c/c1/` } as const;

/** Everybody who asks in these tests. */
export const people = {
  teacher: asking({ role: 'class-teacher', tree: 'school', path: classes.A1 }),
  registrar: asking({ role: 'registrar', tree: 'school', path: `${county}a/` }),
  principal: asking({ role: 'principal', tree: 'school', path: `${county}a/` }),
  inspector: asking({ role: 'inspector', tree: 'school', path: `${county}a/` }),
  township: asking({ role: 'township', tree: 'area', path: `${county}${T1}/` }),
  village: asking({ role: 'village', tree: 'area', path: homes.V11 }),
  officer: asking({ role: 'bureau-officer', tree: 'county', path: county }),
  second: asking({ role: 'bureau-officer', tree: 'county', path: county }),
  leader: asking({ role: 'bureau-leader', tree: 'county', path: county }),
} as const;
export type Person = keyof typeof people;

/** A valid ID number of a fictional child; an odd sequence is a boy's. */
export function idOf(birth: string, sequence: number): string {
  const body = `211324${birth.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return body + checkDigit(body);
}

/** A small county with two schools, and children as a test tells them. */
export class ChildCounty {
  readonly call: ReturnType<typeof callerOf>;

  private constructor(readonly house: TestHouse) {
    this.call = callerOf(house, childRoutes(noNeeds));
  }

  static async open(): Promise<ChildCounty> {
    const made = new ChildCounty(await testHouse());
    made.house.at(new Date('2025-03-10T04:00:00Z'));
    const schools = [
      aSchool({ id: 'a', name: '青禾小学', areaCode: T1, areaPath: `${county}${T1}/` }),
      aSchool({ id: 'c', name: '云岫小学', areaCode: T2, areaPath: `${county}${T2}/` }),
    ];
    const rooms = schools.flatMap((school) =>
      [1, 2].map((number) => ({ ...aClass(school, { id: `${school.id}${number}`, number }), areaPath: school.areaPath })),
    );
    await made.write(async (trx) => {
      await seedAreas(trx, kazuo(), '2000-01-01');
      await seedSchools(trx, { schools, classes: rooms, owners: [] });
    });
    return made;
  }

  /** Records children, each with the rows that are it. */
  record(...children: readonly (readonly ToldRow[])[]): Promise<string[]> {
    return this.write((trx) => recordChildren(trx, this.house.ring, children));
  }

  /** Does something as the server itself. */
  write<T>(work: (trx: Trx) => Promise<T>): Promise<T> {
    return transact(this.house.db, this.house.system, async (trx) => {
      return { result: await work(trx), changes: [{ act: 'test', object: 'test' }] };
    });
  }

  /** Reads as somebody. */
  read<T>(who: Context, work: Parameters<typeof readAs<T>>[2]): Promise<T> {
    return readAs(this.house.db, who, work);
  }

  close(): Promise<void> {
    return this.house.close();
  }
}

/** The household row and the enrolment row of a child that agree. */
export function agreed(values: ChildValues, more: Readonly<Record<string, string>> = {}): ToldRow[] {
  const { schoolPath, school, grade, className, studentNumber, areaPath, ...identity } = values;
  const place = areaPath === undefined ? {} : { areaPath };
  const pupil = { schoolPath, school, grade, className, studentNumber };
  const told = Object.fromEntries(Object.entries(pupil).filter(([, value]) => value !== undefined));
  return [
    { kind: 'household', values: { ...identity, ...place }, more },
    { kind: 'enrolment', values: { ...identity, ...told } },
  ];
}
