import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, readAs, transact } from '../../../platform/db';
import { asking, type TestHouse, testHouse } from '../../../platform/testing/house';
import { kazuo } from '../../area/index';
import { seedAreas, seedSchools } from '../../area/server/index';
import { callerOf } from '../../area/testing/calling';
import { aClass, aSchool } from '../../area/testing/factories';
import { seedCalendar } from '../../calendar/server/index';
import { countChildren, routes as standingRoutes } from '../../standing/server/index';
import { ToldCounty } from '../../standing/testing/told-county-store';
import type { AbsencesView, ChildDaysView, ClassesView, FollowUpView, NoteRequest, RollView, SchoolsView } from '../contract';
import type { Mark } from '../rules/marks';
import type { UndoneView } from '../undone-contract';
import { routes } from './routes';
import type { AttendanceTables } from './tables';

const school = aSchool({ id: 'sa', name: '青禾小学' });
const other = aSchool({ id: 'sb', name: '听泉小学' });
const one = { ...aClass(school, { id: 'a1', number: 1, grades: [3] }), areaPath: school.areaPath };
const sibling = { ...aClass(school, { id: 'a2', number: 2, grades: [3] }), areaPath: school.areaPath };
const far = { ...aClass(other, { id: 'b1', number: 1, grades: [3] }), areaPath: other.areaPath };

const bureau = asking({ role: 'bureau-officer', tree: 'county', path: '211324/' });
const principal = asking({ role: 'principal', tree: 'school', path: school.path });
const registrar = asking({ role: 'registrar', tree: 'school', path: school.path });
const teacher = asking({ role: 'class-teacher', tree: 'school', path: one.path });

const [an, bai, chen, du] = [newId(), newId(), newId(), newId()];
const pupils = { 安然: an, 白雪: bai, 陈晨: chen };

let house: TestHouse;
let county: ToldCounty;
let call: ReturnType<typeof callerOf>;

beforeAll(async () => {
  house = await testHouse();
  county = new ToldCounty(house);
  call = callerOf(house, [...routes, ...standingRoutes]);
  onDay('2025-03-10');
  await transact(house.db, house.system, async (trx) => {
    await seedAreas(trx, kazuo(), '2023-06-30');
    await seedCalendar(trx);
    await seedSchools(trx, { schools: [school, other], classes: [one, sibling, far], owners: [] });
    return { result: undefined, changes: [] };
  });
  await county.add(Object.fromEntries([...Object.values(pupils), du].map((id) => [id, '2014-11-20'])));
  for (const [id, at] of [...Object.values(pupils).map((id) => [id, one] as const), [du, sibling] as const])
    await inClass(id, at.path);
  await count();
});
afterAll(() => house.close());

describe('a class', () => {
  it('is unknown until it is called, and then everybody on the list was there', async () => {
    expect(await sums(teacher)).toEqual(['三年级1班 没点']);
    const roll = await look();
    expect(roll).toMatchObject({ version: 0, as: 'teacher', barred: null, asksReason: false, notCalled: [] });
    expect(roll.pupils.map(({ childId }) => childId).sort()).toEqual(Object.values(pupils).sort());
    expect(await take({})).toMatchObject({ version: 1 });
    expect(await sums(teacher)).toEqual(['三年级1班 到3 缺0 假0']);
    expect(await sums(principal)).toEqual(['三年级1班 到3 缺0 假0', '三年级2班 没点']);
    const { rows } = await call<SchoolsView>(bureau, 'GET /api/attendance/schools');
    expect(rows.map(({ name, classes, called }) => `${name} ${called}/${classes}`).sort()).toEqual(
      ['听泉小学 0/1', '青禾小学 1/2'].sort(),
    );
  });

  it('keeps what was called before, and shows the newest to somebody who saw an older one', async () => {
    await expect(take({ marks: { [an]: 'absent' } })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'changed-meanwhile',
      extra: { current: expect.objectContaining({ version: 1 }) },
    });
    expect(await take({ base: 1, marks: { [an]: 'absent' } })).toMatchObject({ version: 2 });
    expect(await sums(teacher)).toEqual(['三年级1班 到2 缺1 假0']);
  });

  it('is called on school days that have come, by whoever may still do so', async () => {
    await expect(take({ day: '2025-03-11' })).rejects.toMatchObject({
      code: 'roll-barred',
      says: { zh: expect.stringContaining('还没到') },
    });
    await expect(take({ day: '2025-03-08' })).rejects.toMatchObject({ says: { zh: expect.stringContaining('不上课') } });
    await expect(take({ day: '2025-03-06' })).rejects.toMatchObject({ says: { zh: expect.stringContaining('学籍员') } });
    expect(await take({ day: '2025-03-06', who: registrar })).toMatchObject({ version: 1, daysLate: 2 });
    await expect(take({ session: 'pm' }), 'called once a day').rejects.toMatchObject({
      code: 'roll-barred',
      says: { zh: '没有保存：全县每天只点一次名，记在上午；下午点名、下午刷卡都不记。' },
    });
    await expect(take({ id: sibling.id })).rejects.toMatchObject({ kind: 'absent' });
    await expect(take({ who: principal })).rejects.toThrow('may not call');
  });

  it('calls its own children only, and each who was away before by name', async () => {
    onDay('2025-03-11');
    await expect(take({ called: [an, bai, chen, du] })).rejects.toMatchObject({ code: 'not-of-class' });
    await expect(take({ called: [] })).rejects.toMatchObject({ code: 'nobody-called' });
    await expect(take({})).rejects.toMatchObject({ code: 'answer-each', says: { zh: expect.stringContaining(`孩子${an}`) } });
    expect((await look()).pupils.find(({ childId }) => childId === an)).toMatchObject({ away: 'absent', daysAway: 1 });
    await take({ marks: { [an]: 'absent' } });
  });
});

it('lies open to nobody beside its school, whatever is asked', async () => {
  const seen = (who: typeof bureau) =>
    readAs(house.db, who, async (trx) => {
      const rolls = await trx.withTables<AttendanceTables>().selectFrom('class_roll').select('class_id').execute();
      const marks = await trx.withTables<AttendanceTables>().selectFrom('roll_mark').select('class_id').execute();
      return [rolls.length > 0, marks.length > 0];
    });
  expect(await seen(bureau)).toEqual([true, true]);
  expect(await seen(teacher)).toEqual([true, true]);
  expect(await seen(asking({ role: 'class-teacher', tree: 'school', path: sibling.path }))).toEqual([false, false]);
  expect(await seen(asking({ role: 'registrar', tree: 'school', path: other.path }))).toEqual([false, false]);
  expect(await seen(asking({ role: 'township', tree: 'area', path: school.areaPath }))).toEqual([false, false]);
});

describe('what a roll tells of a child', () => {
  it('is where it stands from the first day away until it is back', async () => {
    await count();
    expect(await stands(an, '2025-03-07')).toBe('in-school by on-class-list');
    expect(await stands(an, '2025-03-10')).toBe('absence-followed by absent-from-class');
    expect(await stands(an, '2025-03-11')).toBe('absence-followed by absent-from-class');
    expect(await stands(bai, '2025-03-11')).toBe('in-school by on-class-list');
    onDay('2025-03-12');
    await take({ marks: { [an]: 'back', [bai]: 'sick' } });
    await count();
    expect(await stands(an, '2025-03-12')).toBe('in-school by on-class-list');
    expect(await stands(bai, '2025-03-12')).toBe('on-leave by on-leave-today');
  });

  it('follows a correction of an earlier day, and the days after it stay as they were', async () => {
    await expect(take({ day: '2025-03-11', base: 1, marks: { [an]: 'back' } })).rejects.toMatchObject({ code: 'faults' });
    await take({ day: '2025-03-11', base: 1, marks: { [an]: 'back', [chen]: 'absent' }, reason: '点错了人' });
    await count();
    expect(await stands(an, '2025-03-11')).toBe('in-school by on-class-list');
    expect(await stands(an, '2025-03-10')).toBe('absence-followed by absent-from-class');
    expect(await stands(chen, '2025-03-11')).toBe('absence-followed by absent-from-class');
    // The next roll had him there, which nobody had to be told while the day before was an ordinary one.
    expect(await stands(chen, '2025-03-12')).toBe('in-school by on-class-list');
  });

  it('leaves a line that the bureau reads where an absence was taken back, with who said so and why', async () => {
    const undone = async (who: typeof teacher) =>
      (await call<UndoneView>(who, 'GET /api/attendance/undone')).rows.map(({ childId, day, to, as, reason }) => [
        ...[childId, day, to, as, reason],
      ]);
    expect(await undone(bureau)).toEqual([[an, '2025-03-11', 'present', 'teacher', '点错了人']]);
    expect(await undone(teacher)).toEqual(await undone(bureau));
    expect(await undone(asking({ role: 'registrar', tree: 'school', path: other.path }))).toEqual([]);
  });

  it('leaves a day that is long ago to the bureau', async () => {
    onDay('2025-03-24');
    await expect(take({ day: '2025-03-10', base: 2, who: registrar })).rejects.toMatchObject({
      says: { zh: expect.stringContaining('县教育局') },
    });
    expect(
      await take({ day: '2025-03-10', base: 2, who: bureau, marks: { [an]: 'absent' }, reason: '核对纸质考勤' }),
    ).toMatchObject({
      version: 3,
      as: 'bureau',
      daysLate: 10,
    });
    onDay('2025-03-12');
  });

  it('shows the child’s days as the newest rolls have them', async () => {
    const { days } = await call<ChildDaysView>(teacher, 'GET /api/children/:id/attendance', {
      params: { id: an },
      query: { from: '2025-03-01', to: '2025-03-31' },
    });
    expect(days.map(({ day, mark }) => `${day.slice(8)} ${mark ?? '到'}`)).toEqual(['06 到', '10 absent', '11 back', '12 back']);
  });
});

describe('who is away', () => {
  it('is listed with what is due, and a contact settles it for the day', async () => {
    onDay('2025-03-25');
    await take({ marks: { [bai]: 'absent', [chen]: 'back', [an]: 'back' } });
    await count();
    expect(await absences(teacher)).toEqual(['1 天 contact 联系 0 次']);
    expect(await absences(asking({ role: 'registrar', tree: 'school', path: other.path }))).toEqual([]);
    await expect(note(bai, { day: '2025-03-20' })).rejects.toMatchObject({ code: 'faults' });
    await expect(note(bai, { promise: 'day' })).rejects.toMatchObject({ code: 'faults' });
    await expect(note(an, {})).rejects.toMatchObject({ code: 'not-away' });
    await expect(note(bai, { who: principal })).rejects.toThrow('may not call');
    const view = await note(bai, { reason: 'unwilling', promise: 'day', backDay: '2025-03-26', note: '爷爷接的，说明天来' });
    expect(view.contacts).toMatchObject([{ reached: 'guardian', backDay: '2025-03-26', note: '爷爷接的，说明天来' }]);
    expect(await absences(teacher)).toEqual(['1 天 - 联系 1 次']);
    expect(await absences(bureau)).toEqual(['1 天 - 联系 1 次']);
  });

  it('climbs by school days, asks for a visit, and leaves the list when the child is back', async () => {
    onDay('2025-03-26');
    await take({ marks: { [bai]: 'absent' } });
    await count();
    expect(await absences(teacher)).toEqual(['2 天 visit 联系 1 次']);
    await note(bai, { way: 'visit' });
    expect(await absences(teacher)).toEqual(['2 天 - 联系 2 次']);
    onDay('2025-03-27');
    expect(await absences(teacher)).toEqual(['2 天 - 联系 2 次']);
    await take({ marks: { [bai]: 'absent' } });
    expect((await followUp(bureau, bai)).absence).toMatchObject({
      ...{ days: 3, step: 'report', mine: false, next: { duty: 'report', holder: 'school', late: 0 } },
    });
    await take({ base: 1, marks: { [bai]: 'back' } });
    await count();
    expect(await absences(teacher)).toEqual([]);
    expect(await followUp(teacher, bai)).toMatchObject({ absence: null, contacts: [{ way: 'visit' }, { way: 'phone' }] });
  });
});

describe('a long absence', () => {
  const days = ['2025-04-01', '2025-04-02', '2025-04-03', '2025-04-07', '2025-04-08', '2025-04-09', '2025-04-10'];

  it('stays on the list as 疑似辍学, without the days on leave, until the child is back', async () => {
    onDay('2025-03-31');
    await take({ marks: {} });
    for (const [at, day] of days.entries()) {
      onDay(day);
      await take({ marks: { [an]: at === 2 ? 'sick' : 'absent' } });
      await count();
    }
    expect(await stands(an, '2025-04-10')).toBe('suspected-dropout by absent-for-long');
    expect((await followUp(teacher, an)).absence).toMatchObject({ days: 6, since: '2025-04-01', step: 'suspected' });
    expect(await absences(bureau)).toEqual(['6 天 contact 联系 0 次']);
    onDay('2025-04-11');
    await take({ marks: { [an]: 'back' } });
    await count();
    expect([await stands(an, '2025-04-11'), await absences(bureau)]).toEqual(['in-school by on-class-list', []]);
  });
});

describe('the windows', () => {
  it('are those the county has set', async () => {
    const changes = { classWindowDays: 3 };
    const version = { from: today, changes, document: '喀教发〔2025〕12号', reason: '局务会定', version: 0 };
    const late = { day: '2025-04-09', base: 1, marks: { [an]: 'absent' as const }, reason: '补录' };
    await expect(take(late)).rejects.toMatchObject({ code: 'roll-barred' });
    await call(bureau, 'POST /api/standing-policy/versions', { body: version });
    expect((await take(late)).version).toBe(2);
  });
});

describe('a county that calls twice a day', () => {
  it('is asked for the afternoon from noon on, and a class that was called in the morning has not been called then', async () => {
    const version = { from: today, changes: { rollsADay: 2 }, document: '喀教发〔2025〕13号', reason: '局务会定', version: 1 };
    await call(bureau, 'POST /api/standing-policy/versions', { body: version });
    const called = async (query: object) => {
      const { rows, session, sessions } = await call<SchoolsView>(bureau, 'GET /api/attendance/schools', { query });
      return [sessions.join('+'), session, ...rows.filter(({ called }) => called > 0).map(({ name }) => name)];
    };
    expect(await look()).toMatchObject({ session: 'am', sessions: ['am', 'pm'] });
    await take({ base: (await look()).version, marks: { [an]: 'absent' } });
    house.at(new Date(`${today}T06:00:00Z`));
    expect(await look()).toMatchObject({ session: 'pm', version: 0 });
    expect(await called({})).toEqual(['am+pm', 'pm']);
    expect(await called({ session: 'am' })).toEqual(['am+pm', 'am', '青禾小学']);
    expect(await called({ day: '2025-04-10' }), 'of an earlier day the morning').toEqual(['am+pm', 'am', '青禾小学']);
    expect(
      (await look()).pupils.filter(({ away }) => away !== null),
      'away in the morning',
    ).toMatchObject([{ childId: an, away: 'absent' }]);
    await expect(take({ session: 'pm' }), 'never there by default').rejects.toMatchObject({ code: 'answer-each' });
    await take({ session: 'pm', marks: { [an]: 'absent' } });
    const once = { ...version, changes: { rollsADay: 1 }, version: 2 };
    await call(bureau, 'POST /api/standing-policy/versions', { body: once });
    expect(await take({ session: 'pm', base: 1, marks: { [an]: 'late' } }), 'what was called can be put right').toMatchObject({
      version: 2,
    });
  });
});

async function absences(who: typeof teacher): Promise<readonly string[]> {
  const { rows } = await call<AbsencesView>(who, 'GET /api/absences');
  return rows.map(({ days, next, mine, contacts }) => `${days} 天 ${next && mine ? next.duty : '-'} 联系 ${contacts} 次`);
}

function followUp(who: typeof teacher, id: string): Promise<FollowUpView> {
  return call<FollowUpView>(who, 'GET /api/children/:id/follow-up', { params: { id } });
}

function note(id: string, { who = teacher, ...said }: Partial<NoteRequest> & { readonly who?: typeof teacher }) {
  const body = { day: today, way: 'phone', reached: 'guardian', ...said };
  return call<FollowUpView>(who, 'POST /api/children/:id/contacts', { params: { id }, body });
}

type Taking = {
  readonly who?: typeof teacher;
  readonly id?: string;
  readonly day?: string;
  readonly session?: 'am' | 'pm';
  readonly base?: number;
  readonly called?: readonly string[];
  readonly marks?: Readonly<Record<string, Mark>>;
  readonly reason?: string;
};

function take({
  who = teacher,
  id = one.id,
  day,
  session = 'am',
  base = 0,
  called = Object.values(pupils),
  marks = {},
  reason,
}: Taking) {
  const list = Object.entries(marks).map(([childId, mark]) => ({ childId, mark }));
  const body = { day: day ?? today, session, base, called, marks: list, ...(reason === undefined ? {} : { reason }) };
  return call<RollView>(who, 'POST /api/classes/:id/rolls', { params: { id }, body });
}

function look(): Promise<RollView> {
  return call<RollView>(teacher, 'GET /api/classes/:id/roll', { params: { id: one.id } });
}

async function sums(who: typeof teacher): Promise<readonly string[]> {
  const { rows } = await call<ClassesView>(who, 'GET /api/attendance/classes');
  return rows.map(({ name, am }) => `${name.zh} ${am ? `到${am.present} 缺${am.absent} 假${am.leave}` : '没点'}`);
}

async function stands(id: string, day: string): Promise<string> {
  const { state, rule } = await call<{ state: string; rule: { id: string } }>(bureau, 'GET /api/children/:id/standing', {
    params: { id },
    query: { day },
  });
  return `${state} by ${rule.id}`;
}

let today = '';
function onDay(day: string): void {
  today = day;
  house.at(new Date(`${day}T00:30:00Z`));
}

async function inClass(id: string, at: string): Promise<void> {
  await county.move(id, { school_path: at });
  await county.tell(id, {
    day: '2025-03-01',
    kind: 'enrolment',
    body: { row: `e-${id}`, state: 'studying', stage: 'primary', placement: 'ordinary', at },
  });
  await county.tell(id, { day: '2025-03-01', kind: 'class-list', body: { at, answer: 'present' } });
}

async function count(): Promise<void> {
  await countChildren({ db: house.db, context: house.system });
}
