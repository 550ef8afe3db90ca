import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, readAs, transact } from '../../../platform/db';
import { asking, type TestHouse, testHouse } from '../../../platform/testing/house';
import { kazuo } from '../../area/index';
import { seedAreas, seedSchools } from '../../area/server/index';
import { callerOf } from '../../area/testing/calling';
import { aClass, aSchool } from '../../area/testing/factories';
import { seedCalendar } from '../../calendar/server/index';
import { routes as leaveRoutes } from '../../leave/server/index';
import { countChildren, routes as standingRoutes } from '../../standing/server/index';
import { ToldCounty } from '../../standing/testing/told-county-store';
import type { Pupil, RollView } from '../contract';
import type { Mark, Session } from '../rules/marks';
import { routes } from './routes';

// A leave that was approved is filled in when the class is called, and ended by the roll in which the child is there.

const school = aSchool({ id: 'sa', name: '青禾小学' });
const one = { ...aClass(school, { id: 'a1', number: 1, grades: [3] }), areaPath: school.areaPath };
const registrar = asking({ role: 'registrar', tree: 'school', path: school.path });
const teacher = asking({ role: 'class-teacher', tree: 'school', path: one.path });
const [an, bai, chen] = [newId(), newId(), newId()];
const pupils = [an, bai, chen];

let house: TestHouse;
let call: ReturnType<typeof callerOf>;
beforeAll(async () => {
  house = await testHouse();
  const county = new ToldCounty(house);
  call = callerOf(house, [...routes, ...leaveRoutes, ...standingRoutes]);
  onDay('2025-03-10');
  await transact(house.db, house.system, async (trx) => {
    await seedAreas(trx, kazuo(), '2023-06-30');
    await seedCalendar(trx);
    await seedSchools(trx, { schools: [school], classes: [one], owners: [] });
    return { result: undefined, changes: [] };
  });
  for (const id of pupils) {
    await county.add({ [id]: '2014-11-20' });
    await county.move(id, { school_path: one.path });
    const body = { row: `e-${id}`, state: 'studying', stage: 'primary', placement: 'ordinary', at: one.path };
    await county.tell(id, { day: '2025-03-01', kind: 'enrolment', body });
    await county.tell(id, { day: '2025-03-01', kind: 'class-list', body: { at: one.path, answer: 'present' } });
  }
  await countChildren({ db: house.db, context: house.system });
});
afterAll(() => house.close());

describe('an approved leave', () => {
  it('is filled in with its mark and its days, and has to be confirmed by name', async () => {
    await ask(an, 'sick', '2025-03-10', '2025-03-12');
    await ask(bai, 'other', '2025-03-10', '2025-03-10', 'pm');
    expect(await leaveOf(an)).toEqual({ mark: 'sick', fromDay: '2025-03-10', untilDay: '2025-03-12', over: false });
    expect(await leaveOf(bai)).toBeNull();
    expect(await leaveOf(bai, 'pm')).toMatchObject({ mark: 'personal' });
    // Somebody who says nothing of a child on leave has not looked at it: neither here nor away is assumed.
    await expect(take({})).rejects.toMatchObject({ code: 'answer-each', says: { zh: expect.stringContaining(`孩子${an}`) } });
    expect(await take({ [an]: 'sick' })).toMatchObject({ version: 1 });
    expect(await state(an)).toBe('running');
    await countChildren({ db: house.db, context: house.system });
    expect(await stands(an)).toBe('on-leave');
  });

  it('is ended by the roll in which the child is there, in the same transaction, and the trail says so', async () => {
    onDay('2025-03-12');
    expect(await leaveOf(an)).toMatchObject({ mark: 'sick', over: false });
    await take({ [an]: 'back', [bai]: 'back' });
    expect(await leaves(an)).toMatchObject([{ phase: 'ended', days: 2, backDay: '2025-03-12' }]);
    expect(await leaves(bai)).toMatchObject([{ phase: 'ended', days: 0.5 }]);
    expect(await leaveOf(an)).toBeNull();
    const trail = await readAs(house.db, house.system, async (trx) =>
      trx.withTables<Trail>().selectFrom('audit_line').select('act').where('act', 'like', 'leave.%').execute(),
    );
    expect(trail.map(({ act }) => act).filter((act) => act === 'leave.end')).toHaveLength(2);
    await countChildren({ db: house.db, context: house.system });
    expect(await stands(an)).toBe('in-school');
  });

  it('runs again when that roll is put right, and is ended by the right one', async () => {
    await take({ [an]: 'sick', [bai]: 'back' }, { base: 1 });
    expect(await leaves(an)).toMatchObject([{ phase: 'running', days: 3, backDay: null }]);
    expect(await leaves(bai)).toMatchObject([{ phase: 'ended' }]);
    await take({ [an]: 'late', [bai]: 'back' }, { base: 2 });
    expect(await leaves(an)).toMatchObject([{ phase: 'ended', days: 2 }]);
  });

  it('is not ended by a day that is entered late, behind others that were called', async () => {
    onDay('2025-03-13');
    await ask(chen, 'personal', '2025-03-13', '2025-03-14');
    onDay('2025-03-14');
    await take({ [chen]: 'personal' });
    await take({ [chen]: 'back' }, { day: '2025-03-13', who: registrar });
    expect(await state(chen)).toBe('running');
  });

  it('that has run out is not filled in any more: somebody has to answer, and who is not there is away', async () => {
    onDay('2025-03-17');
    expect(await leaveOf(chen)).toMatchObject({ over: true, untilDay: '2025-03-14' });
    expect(await state(chen)).toBe('overdue');
    await expect(take({})).rejects.toMatchObject({ code: 'answer-each' });
    await take({ [chen]: 'absent' });
    await countChildren({ db: house.db, context: house.system });
    expect(await stands(chen)).toBe('absence-followed');
    onDay('2025-03-18');
    expect(await leaves(chen)).toMatchObject([{ phase: 'overdue', lateDays: 1 }]);
    await take({ [chen]: 'back' });
    // What came after the last day of the leave was no leave.
    expect(await leaves(chen)).toMatchObject([{ phase: 'ended', days: 2, backDay: '2025-03-18' }]);
  });

  it('that nobody has approved is not filled in', async () => {
    await ask(an, 'sick', '2025-03-18', '2025-03-28');
    expect(await state(an)).toBe('asked');
    expect(await leaveOf(an)).toBeNull();
    await take({ [chen]: 'back' }, { base: 1 });
    expect(await state(an)).toBe('asked');
  });
});

type Trail = { audit_line: { act: string } };

let today = '';
function onDay(day: string): void {
  today = day;
  house.at(new Date(`${day}T00:30:00Z`));
}

function ask(childId: string, kind: string, fromDay: string, untilDay: string, fromHalf: Session = 'am') {
  const body = { childId, kind, fromDay, fromHalf, untilDay, untilHalf: 'pm' };
  return call(teacher, 'POST /api/leaves', { body });
}

type Taking = { readonly base?: number; readonly day?: string; readonly who?: typeof teacher };
function take(marks: Readonly<Record<string, Mark>>, { base = 0, day = today, who = teacher }: Taking = {}) {
  const list = Object.entries(marks).map(([childId, mark]) => ({ childId, mark }));
  const body = { day, session: 'am', base, called: pupils, marks: list, reason: '试验' };
  return call<RollView>(who, 'POST /api/classes/:id/rolls', { params: { id: one.id }, body });
}

async function leaveOf(childId: string, session: Session = 'am'): Promise<Pupil['leave'] | undefined> {
  const view = await call<RollView>(teacher, 'GET /api/classes/:id/roll', { params: { id: one.id }, query: { session } });
  return view.pupils.find((pupil) => pupil.childId === childId)?.leave;
}

async function leaves(id: string): Promise<readonly { readonly phase: string }[]> {
  const { rows } = await call<{ rows: readonly { phase: string }[] }>(teacher, 'GET /api/children/:id/leaves', {
    params: { id },
  });
  return rows;
}

async function state(id: string): Promise<string | undefined> {
  return (await leaves(id))[0]?.phase;
}

async function stands(id: string): Promise<string> {
  const view = await call<{ state: string }>(registrar, 'GET /api/children/:id/standing', {
    params: { id },
    query: { day: today },
  });
  return view.state;
}
