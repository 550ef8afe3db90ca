import { isInRoll, type StandingKey } from '../../../kernel/standing';
import type { Role, Tree } from '../../../platform/access';
import { newId, transact } from '../../../platform/db';
import type { House } from '../../../platform/house';
import { type TestHouse, testHouse } from '../../../platform/testing/house';
import { kazuo } from '../../area/index';
import { seedAreas, seedSchools } from '../../area/server/index';
import { aClass, aSchool } from '../../area/testing/factories';
import { type FactDraft, markDue, putFacts } from '../../children/server/index';
import { recordChildren, type ToldRow } from '../../children/testing/factories';
import { countChildren } from '../../standing/server/index';
import { aPerson, type Person } from './people';

/** A child as the test made it: where it lives and learns, and where it stands, known without asking the program. */
export type MadeChild = {
  readonly id: string;
  readonly name: string;
  /** path of the village, of the township alone, or '' where nobody knows */ readonly area: string;
  readonly school: string;
  readonly grade: number | null;
  readonly birth: string;
  readonly state: StandingKey;
  readonly idNumber: string;
};

const county = '211324';
const area = (code: string) => `${county}/${code.slice(0, 9)}/${code}/`;
export const homes = ['211324101201', '211324101202', '211324102201', '211324102202'].map(area);
const schools = [
  aSchool({ id: 's1', name: '青禾小学', officialCode: '2121000011', areaCode: '211324101', areaPath: '211324/211324101/' }),
  aSchool({ id: 's2', name: '听泉小学', areaCode: '211324101', areaPath: '211324/211324101/' }),
  aSchool({ id: 's3', name: '云岫小学', areaCode: '211324102', areaPath: '211324/211324102/' }),
];
const classes = schools.flatMap((school) =>
  [1, 2, 3].map((grade) => ({ ...aClass(school, { id: `${school.id}c${grade}`, grades: [grade] }), areaPath: school.areaPath })),
);

/** A small county in a real database, whose children stand in every way that lists alone can tell. */
export class LedgerCounty {
  private constructor(
    readonly house: TestHouse,
    readonly services: House,
    readonly children: readonly MadeChild[],
    readonly people: Readonly<
      Record<'officer' | 'leader' | 'registrar' | 'principal' | 'teacher' | 'township' | 'inspector' | 'otherRegistrar', Person>
    >,
  ) {}

  static async open(count: number): Promise<LedgerCounty> {
    const house = await testHouse();
    house.at(new Date('2025-03-10T01:00:00Z'));
    const { db, ring, files, system } = house;
    const made = await transact(db, system, async (trx) => {
      await seedAreas(trx, kazuo(), '2023-06-30');
      await seedSchools(trx, { schools, classes, owners: [] });
      const drafts = Array.from({ length: count }, (_, at) => draftOf(at));
      const ids = await recordChildren(
        trx,
        ring,
        drafts.map(({ rows }) => rows),
      );
      await putFacts(
        trx,
        drafts.flatMap(({ facts }, at) => facts.map((fact) => ({ ...fact, childId: ids[at] ?? '' }))),
      );
      await markDue(trx, ids);
      return { result: drafts.map(({ child }, at) => ({ ...child, id: ids[at] ?? '' })), changes: [] };
    });
    await countChildren({ db, context: system });
    const person = (role: Role, tree: Tree, path: string, name: string) =>
      aPerson(house, role, tree, path, name, `${name}的单位`);
    const people = {
      officer: await person('bureau-officer', 'county', `${county}/`, '白专干'),
      leader: await person('bureau-leader', 'county', `${county}/`, '齐局长'),
      registrar: await person('registrar', 'school', '211324/s1/', '包学籍'),
      otherRegistrar: await person('registrar', 'school', '211324/s2/', '孟学籍'),
      principal: await person('principal', 'school', '211324/s1/', '韩校长'),
      teacher: await person('class-teacher', 'school', '211324/s1/s1c1/', '乌老师'),
      township: await person('township', 'area', '211324/211324101/', '陈干事'),
      inspector: await person('inspector', 'school', '211324/s1/', '林督学'),
    };
    return new LedgerCounty(house, { ring, files, wakeJobs: () => undefined }, made, people);
  }

  get db() {
    return this.house.db;
  }

  /** Children in the roll, by what the test knows of them. */
  inRoll(which: (child: MadeChild) => boolean = () => true): readonly MadeChild[] {
    return this.children.filter((child) => isInRoll(child.state) && which(child));
  }

  close(): Promise<void> {
    return this.house.close();
  }
}

const surnames = ['王', '李', '包', '白', '欧阳'];
const given = ['一诺', '子涵', '=1+1', '欣怡', '浩然', '@sum', '诺敏'];
/** How a child stands, in turn: most are in school. */
const turns = ['school', 'school', 'home', 'school', 'lost', 'school', 'special', 'absent', 'young'] as const;

function draftOf(at: number) {
  const turn = turns[at % turns.length] ?? 'school';
  const village = homes[(at * 7) % homes.length] ?? '';
  // Of some children the lists name a township and no village, of some nothing.
  const home = at % 11 === 4 ? '' : at % 11 === 7 ? village.split('/').slice(0, 2).join('/').concat('/') : village;
  const placed = classes[(at * 5 + Math.floor(at / turns.length)) % classes.length];
  if (placed === undefined) throw new Error('no class');
  const name = `${surnames[at % surnames.length]}${given[(at * 3) % given.length]}`;
  const birth = turn === 'young' ? '2021-05-05' : `201${5 + (at % 3)}-0${1 + (at % 8)}-15`;
  const idNumber = `211324${birth.replaceAll('-', '')}${String(100 + (at % 900))}X`;
  const listed = turn !== 'lost' && turn !== 'young';
  const values = { name, birthDay: birth, sex: at % 2 === 0 ? '1' : '2', idNumber };
  const schooling = {
    schoolPath: placed.path,
    school: '学校',
    grade: String(placed.grades[0]),
    className: '一班',
    studentNumber: `G${idNumber}`,
  };
  const contact = { guardianName: `${name.slice(0, 1)}建国`, guardianPhone: `1380421${String(1000 + (at % 9000))}` };
  const householdRow: ToldRow = {
    kind: 'household',
    values: { ...values, areaPath: home, address: `公营子镇${at}号`, ethnicity: '蒙古族' },
    more: { householdNumber: `H${at}`, headName: '=户主', relationToHead: '子' },
  };
  const rows: ToldRow[] = [
    householdRow,
    ...(listed
      ? [{ kind: 'enrolment' as const, values: { ...values, ...schooling, ...contact }, more: { attendsBy: '走读' } }]
      : []),
  ];
  if (turn === 'special') rows.push({ kind: 'disability', values, more: { disabilityKind: '智力', disabilityLevel: '二级' } });
  const child = {
    ...{ name, area: home, birth, idNumber, state: states[turn] },
    school: listed ? placed.path : '',
    grade: listed ? (placed.grades[0] ?? null) : null,
  };
  return { child, rows, facts: factsOf(turn, home, placed.path) };
}

const states: Readonly<Record<(typeof turns)[number], StandingKey>> = {
  school: 'in-school',
  home: 'home-teaching',
  lost: 'unplaced',
  special: 'special-school',
  absent: 'to-verify',
  young: 'too-young',
};

function factsOf(turn: (typeof turns)[number], home: string, at: string): readonly Omit<FactDraft, 'childId'>[] {
  const told = (kind: string, body: FactDraft['body']) => ({ kind, happened: '2025-03-01', source: 'register' as const, body });
  const lives = [told('home', home === '' ? {} : { area: home }), told('household', { row: newId(), state: 'listed' })];
  if (turn === 'lost' || turn === 'young') return lives;
  const placement = turn === 'home' ? 'home-teaching' : turn === 'special' ? 'special-school' : 'ordinary';
  const enrolled = told('enrolment', { row: newId(), state: 'studying', stage: 'primary', placement, at });
  const listed = told('class-list', { at, answer: turn === 'absent' ? 'absent' : 'present' });
  return [...lives, enrolled, listed];
}
