import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, readAs, transact } from '../../../platform/db';
import { asking, type TestHouse, testHouse } from '../../../platform/testing/house';
import { kazuo } from '../../area/index';
import { seedAreas, seedSchools } from '../../area/server/index';
import { callerOf } from '../../area/testing/calling';
import { aClass, aSchool } from '../../area/testing/factories';
import { seedCalendar } from '../../calendar/server/index';
import { countChildren } from '../../standing/server/index';
import { ToldCounty } from '../../standing/testing/told-county-store';
import type { AskRequest, CheckView, ChildLeavesView, ClassLeaveView, LeavesView, LeaveView, LinkView } from '../contract';
import { removeLinksBefore, routes } from './index';
import type { LeaveTables } from './tables';

const school = aSchool({ id: 'sa', name: '青禾小学' });
const other = aSchool({ id: 'sb', name: '听泉小学' });
const one = { ...aClass(school, { id: 'a1', number: 1, grades: [3] }), areaPath: school.areaPath };
const sibling = { ...aClass(school, { id: 'a2', number: 2, grades: [3] }), areaPath: school.areaPath };
const far = { ...aClass(other, { id: 'b1', number: 1, grades: [3] }), areaPath: other.areaPath };

const bureau = asking({ role: 'bureau-officer', tree: 'county', path: '211324/' });
const principal = asking({ role: 'principal', tree: 'school', path: school.path });
const registrar = asking({ role: 'registrar', tree: 'school', path: school.path });
const stranger = asking({ role: 'registrar', tree: 'school', path: other.path });
const teacher = asking({ role: 'class-teacher', tree: 'school', path: one.path });
const guardian = { actor: null, requestId: newId(), source: '203.0.113.7' };

const [an, bai, chen, du] = [newId(), newId(), newId(), newId()];
const pupils = { 安然: an, 白雪: bai, 陈晨: chen };

let house: TestHouse;
let call: ReturnType<typeof callerOf>;

beforeAll(async () => {
  house = await testHouse();
  const county = new ToldCounty(house);
  call = callerOf(house, routes);
  onDay('2025-03-10');
  await transact(house.db, house.system, async (trx) => {
    await seedAreas(trx, kazuo(), '2023-06-30');
    await seedCalendar(trx);
    await seedSchools(trx, { schools: [school, other], classes: [one, sibling, far], owners: [] });
    return { result: undefined, changes: [] };
  });
  const homes = [...Object.values(pupils).map((id) => [id, one] as const), [du, sibling] as const];
  for (const [id, { path: at }] of homes) {
    await county.add({ [id]: '2014-11-20' });
    await county.move(id, { school_path: at });
    const body = { row: `e-${id}`, state: 'studying', stage: 'primary', placement: 'ordinary', at };
    await county.tell(id, { day: '2025-03-01', kind: 'enrolment', body });
    await county.tell(id, { day: '2025-03-01', kind: 'class-list', body: { at, answer: 'present' } });
  }
  await countChildren({ db: house.db, context: house.system });
});
afterAll(() => house.close());

describe('a leave that is asked for', () => {
  it('is settled by the class teacher’s own word up to three school days, and waits for the school beyond', async () => {
    expect(await check({ untilDay: '2025-03-12' })).toEqual({ days: 3, level: 'teacher', settles: true, fault: null });
    const short = await ask({ untilDay: '2025-03-12', reason: '发烧，去县医院' });
    expect(short).toMatchObject({ phase: 'running', days: 3, can: ['end'], steps: [{ act: 'ask' }, { act: 'approve' }] });
    expect(await check({ childId: bai, untilDay: '2025-03-13' })).toMatchObject({ days: 4, level: 'school', settles: false });
    const long = await ask({ childId: bai, kind: 'personal', untilDay: '2025-03-13' });
    expect(long).toMatchObject({ phase: 'asked', level: 'school', can: ['withdraw'] });
    await expect(decide(long, { who: teacher })).rejects.toMatchObject({ kind: 'forbidden', code: 'school-decides' });
    await expect(decide(long, { who: bureau })).rejects.toThrow('may not call');
    expect(await counts(teacher)).toEqual({ mine: 0, asked: 1, running: 1, overdue: 0 });
    expect(await counts(principal)).toEqual({ mine: 1, asked: 1, running: 1, overdue: 0 });
    expect(await decide(long, { who: principal })).toMatchObject({ phase: 'running', version: 2 });
    await expect(decide(long, { who: principal })).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await expect(decide({ ...long, version: 2 }, { who: principal })).rejects.toMatchObject({ code: 'leave-settled' });
  });

  it('is refused with a sentence for each thing that cannot be', async () => {
    const says = async (said: Partial<AskRequest>, who = teacher) => {
      const view = await check({ childId: chen, ...said }, who);
      await expect(ask({ childId: chen, ...said }, who)).rejects.toMatchObject({ code: 'faults' });
      return view.fault?.zh.slice(0, 12);
    };
    expect(await says({ untilDay: '2025-03-07' })).toContain('结束在开始以前');
    expect(await says({ fromDay: '2025-02-07', untilDay: '2025-03-12' })).toContain('开始的日子在 30');
    expect(await says({ untilDay: '2025-06-10' })).toContain('这么长已经不是请假');
    expect(await says({ fromDay: '2025-03-15', untilDay: '2025-03-16' })).toContain('这几天按校历都不上课');
    expect(await says({ childId: an, fromDay: '2025-03-12', untilDay: '2025-03-14' })).toContain('这几天已经有假条');
    // The day after it is free; so is the afternoon after a leave until noon.
    expect(await check({ childId: an, fromDay: '2025-03-13', untilDay: '2025-03-13' })).toMatchObject({ fault: null });
  });

  it('is a matter of its class and its school alone', async () => {
    await expect(ask({ childId: du })).rejects.toMatchObject({ kind: 'absent' });
    await expect(ask({ childId: an }, stranger)).rejects.toMatchObject({ kind: 'absent' });
    await expect(check({ childId: du })).rejects.toMatchObject({ kind: 'absent' });
    await expect(ask({ childId: an }, bureau)).rejects.toThrow('may not call');
    const [leave] = (await list(teacher)).rows;
    await expect(read(stranger, leave?.leaveId ?? '')).rejects.toMatchObject({ kind: 'absent' });
    await expect(decide(leave, { who: stranger })).rejects.toMatchObject({ kind: 'absent' });
    await expect(call(stranger, 'GET /api/classes/:id/leave', { params: { id: one.id } })).rejects.toMatchObject({
      kind: 'absent',
    });
    expect((await list(stranger)).rows).toEqual([]);
    expect(await counts(stranger)).toEqual({ mine: 0, asked: 0, running: 0, overdue: 0 });
  });

  it('keeps its words in the school: the bureau sees the kind', async () => {
    const id = (await list(teacher)).rows.find(({ childId }) => childId === an)?.leaveId ?? '';
    for (const who of [teacher, registrar, principal]) expect((await read(who, id)).reason).toBe('发烧，去县医院');
    expect(await read(bureau, id)).toMatchObject({ kind: 'sick', reason: null, guardian: null });
    const inspector = asking({ role: 'inspector', tree: 'school', path: school.path });
    expect((await read(inspector, id)).reason).toBeNull();
    expect(JSON.stringify(await kept('leave'))).not.toContain('发烧');
  });
});

it('lies open to nobody beside its school, whatever is asked', async () => {
  await link(chen);
  const seen = (who: typeof bureau) =>
    readAs(house.db, who, async (trx) => {
      const rows = (table: keyof LeaveTables) => trx.withTables<LeaveTables>().selectFrom(table).select('county_id').execute();
      return [await rows('leave'), await rows('leave_step'), await rows('leave_link')].map((found) => found.length > 0);
    });
  expect(await seen(bureau)).toEqual([true, true, true]);
  expect(await seen(teacher)).toEqual([true, true, true]);
  expect(await seen(asking({ role: 'class-teacher', tree: 'school', path: sibling.path }))).toEqual([false, false, false]);
  expect(await seen(stranger)).toEqual([false, false, false]);
  expect(await seen(asking({ role: 'township', tree: 'area', path: school.areaPath }))).toEqual([false, false, false]);
});

describe('the way of a leave', () => {
  it('ends when somebody says so, and counts the days before', async () => {
    const id = (await list(teacher)).rows.find(({ childId }) => childId === an)?.leaveId ?? '';
    onDay('2025-03-11');
    const before = await read(teacher, id);
    await expect(end(before, { backDay: '2025-03-12' })).rejects.toMatchObject({ code: 'faults' });
    await expect(end(before, { backDay: '2025-03-07' })).rejects.toMatchObject({ code: 'faults' });
    await expect(withdraw(before)).rejects.toMatchObject({ code: 'leave-begun' });
    await expect(end(before, { who: principal })).rejects.toThrow('may not call');
    expect(await end(before, { backDay: '2025-03-11', backHalf: 'pm' })).toMatchObject({ phase: 'ended', days: 1.5, can: [] });
    await expect(end({ ...before, version: 3 }, { backDay: '2025-03-11' })).rejects.toMatchObject({ code: 'leave-settled' });
    // What is left of its days is free again, and what was taken is not.
    expect(await check({ childId: an, fromDay: '2025-03-11', fromHalf: 'pm', untilDay: '2025-03-12' })).toMatchObject({
      days: 1.5,
    });
    expect((await check({ childId: an, fromDay: '2025-03-11', untilDay: '2025-03-12' })).fault).not.toBeNull();
  });

  it('is overdue when the child is to be back and nobody has ended it', async () => {
    onDay('2025-03-14');
    expect((await list(teacher, 'overdue')).rows).toMatchObject([{ childId: bai, lateDays: 0, phase: 'overdue' }]);
    onDay('2025-03-17');
    expect((await list(bureau, 'overdue')).rows).toMatchObject([{ childId: bai, lateDays: 1, can: [] }]);
    expect(await counts(teacher)).toEqual({ mine: 0, asked: 0, running: 0, overdue: 1 });
    const [leave] = (await list(teacher, 'overdue')).rows;
    // Back late: the leave counts until it ran out, and what came after is no leave.
    expect(await end(leave, { backDay: '2025-03-17' })).toMatchObject({ phase: 'ended', days: 4 });
  });

  it('is withdrawn before it begins, and refused with a reason', async () => {
    const ahead = await ask({ childId: chen, fromDay: '2025-03-19', untilDay: '2025-03-19' });
    expect(ahead).toMatchObject({ phase: 'coming', can: ['withdraw'] });
    expect(await withdraw(ahead)).toMatchObject({ phase: 'withdrawn', can: [] });
    const long = await ask({ childId: chen, fromDay: '2025-03-19', untilDay: '2025-03-26' });
    await expect(decide(long, { verdict: 'refuse', who: principal })).rejects.toMatchObject({ code: 'faults' });
    const refused = await decide(long, { verdict: 'refuse', note: '没有和家长核实', who: principal });
    expect(refused).toMatchObject({ phase: 'refused', steps: [{ act: 'ask' }, { act: 'refuse', note: '没有和家长核实' }] });
    expect((await list(teacher, 'closed')).rows.map(({ phase }) => phase).sort()).toEqual([
      'ended',
      'ended',
      'refused',
      'withdrawn',
    ]);
  });

  it('is watched when it comes often in a term, with its reasons on the list and the child', async () => {
    expect((await list(bureau, 'watched')).rows).toEqual([]);
    for (const day of ['18', '19', '20']) await ask({ childId: an, fromDay: `2025-03-${day}`, untilDay: `2025-03-${day}` });
    expect((await list(bureau, 'watched')).rows).toMatchObject([
      { childId: an, fromDay: '2025-03-20', watch: [{ key: 'times', value: 4, from: 4 }] },
    ]);
    const child = await call<ChildLeavesView>(bureau, 'GET /api/children/:id/leaves', { params: { id: an } });
    expect(child).toMatchObject({ days: 4.5, times: 4, since: '2025-03-01', mayAsk: false, watch: [{ key: 'times' }] });
    const mine = await call<ClassLeaveView>(teacher, 'GET /api/classes/:id/leave', { params: { id: one.id } });
    expect(mine.pupils.filter(({ leave }) => leave !== null).map(({ childId }) => childId)).toEqual([an]);
    const stretch = await ask({ childId: bai, fromDay: '2025-03-18', untilDay: '2025-04-11' }, registrar);
    expect(stretch).toMatchObject({ phase: 'coming', days: 18, watch: [{ key: 'sum', value: 22 }] });
    onDay('2025-03-31');
    expect(
      (await list(bureau, 'watched')).rows
        .map(({ childId, watch }) => `${childId === bai} ${watch.map(({ key }) => key)}`)
        .sort(),
    ).toEqual(['false times', 'true sum,stretch']);
  });
});

describe('a link', () => {
  it('lets a guardian ask once, shows nothing of the child, and what was asked waits for the school', async () => {
    onDay('2025-04-14');
    const { link: address, qr } = await link(chen);
    expect(qr).toContain('<svg');
    const token = tokenOf(address);
    expect(await look(token)).toEqual({ school: '青禾小学', today: '2025-04-14' });
    await expect(askBy(token, { untilDay: '2025-04-11' })).rejects.toMatchObject({ code: 'faults' });
    expect(await askBy(token)).toEqual({ school: '青禾小学' });
    for (const used of [() => look(token), () => askBy(token)]) await expect(used()).rejects.toMatchObject(notGood);
    const [leave] = (await list(teacher, 'mine')).rows;
    expect(await read(teacher, leave?.leaveId ?? '')).toMatchObject({
      ...{ childId: chen, phase: 'asked', source: 'guardian', guardian: '陈大山', reason: '肚子疼' },
      steps: [{ act: 'ask', by: '' }],
    });
    expect(await read(bureau, leave?.leaveId ?? '')).toMatchObject({ guardian: null, reason: null });
    expect(await decide(leave, {})).toMatchObject({ phase: 'running' });
  });

  it('is the same to whoever looks: unknown, replaced, used, or a day old; and it is forgotten', async () => {
    const old = tokenOf((await link(chen)).link);
    const fresh = tokenOf((await link(chen)).link);
    for (const token of [old, 'nonsense']) await expect(look(token)).rejects.toMatchObject(notGood);
    house.at(new Date('2025-04-15T00:29:00Z'));
    expect(await look(fresh)).toMatchObject({ school: '青禾小学' });
    house.at(new Date('2025-04-15T00:30:00Z'));
    await expect(look(fresh)).rejects.toMatchObject(notGood);
    expect(JSON.stringify(await kept('leave_link'))).not.toContain(fresh);
    expect(
      JSON.stringify(
        await readAs(house.db, house.system, async (trx) =>
          trx.withTables<Keys>().selectFrom('idempotency_key').selectAll().execute(),
        ),
      ),
    ).not.toContain(fresh);
    await transact(house.db, house.system, async (trx) => {
      await removeLinksBefore(trx, new Date('2025-06-01T00:00:00Z'));
      return { result: undefined, changes: [] };
    });
    expect(await kept('leave_link')).toEqual([]);
  });

  it('used by two at once has one effect', async () => {
    onDay('2025-04-16');
    const token = tokenOf((await link(chen)).link);
    const ends = await Promise.allSettled([1, 2, 3].map(() => askBy(token, { fromDay: '2025-04-17', untilDay: '2025-04-17' })));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await list(teacher, 'mine')).rows).toHaveLength(1);
  });

  it('is tried by one address so often and no more, and the right one is not locked out by typing errors', async () => {
    onDay('2025-04-21');
    const good = tokenOf((await link(chen)).link);
    for (let time = 0; time < 7; time++) {
      await expect(askBy(good, { fromDay: '2025-04-25', untilDay: '2025-04-24' })).rejects.toMatchObject({ code: 'faults' });
    }
    for (let time = 0; time < 5; time++) await expect(look('guess')).rejects.toMatchObject(notGood);
    await expect(look('guess')).rejects.toMatchObject({ kind: 'too-many', extra: { retryAfter: expect.any(Number) } });
    const guess = (at: number) => look(`guess-${at}`).catch(({ kind }: { kind: string }) => kind);
    const waits: unknown[] = []; // Forty at once: of all at once the last would give up waiting on a slow machine.
    for (let from = 0; from < 320; from += 40)
      waits.push(...(await Promise.all(Array.from({ length: 40 }, (_, at) => guess(from + at)))));
    expect(waits.filter((kind) => kind === 'too-many').length).toBeGreaterThanOrEqual(20);
    await expect(look(good)).rejects.toMatchObject({ kind: 'too-many' });
    expect(await look(good, '198.51.100.4')).toMatchObject({ school: '青禾小学' });
  });

  it('asked for days that have a leave already is refused when it is decided on, not when it is asked', async () => {
    const token = tokenOf((await link(an)).link);
    await ask({ childId: an, fromDay: '2025-04-22', untilDay: '2025-04-22' });
    await askBy(token, { fromDay: '2025-04-22', untilDay: '2025-04-22' }, '198.51.100.4');
    const asked = (await list(teacher, 'mine')).rows.find(({ childId }) => childId === an);
    await expect(decide(asked, {})).rejects.toMatchObject({ code: 'overlap' });
    expect(await decide(asked, { verdict: 'refuse', note: '已有假条' })).toMatchObject({ phase: 'refused' });
  });
});

const notGood = { kind: 'absent', code: 'link-not-good', says: { zh: expect.stringContaining('班主任重新发') } };

type Keys = { idempotency_key: { county_id: string } };
type Leave = { readonly leaveId: string; readonly version: number } | undefined;

let today = '';
function onDay(day: string): void {
  today = day;
  house.at(new Date(`${day}T00:30:00Z`));
}

function asked({ childId = an, ...said }: Partial<AskRequest>): AskRequest {
  const span = { fromDay: today, fromHalf: 'am' as const, untilDay: today, untilHalf: 'pm' as const };
  return { childId, kind: 'sick', reason: '', ...span, ...said };
}

function ask(said: Partial<AskRequest>, who = teacher): Promise<LeaveView> {
  return call<LeaveView>(who, 'POST /api/leaves', { body: asked(said) });
}

function check(said: Partial<AskRequest>, who = teacher): Promise<CheckView> {
  const { childId: id, kind: _, reason: _reason, ...query } = asked(said);
  return call<CheckView>(who, 'GET /api/children/:id/leave-check', { params: { id }, query });
}

function list(who: typeof teacher, phase = 'open'): Promise<LeavesView> {
  return call<LeavesView>(who, 'GET /api/leaves', { query: { phase } });
}

async function counts(who: typeof teacher): Promise<LeavesView['counts']> {
  return (await list(who)).counts;
}

function read(who: typeof teacher, id: string): Promise<LeaveView> {
  return call<LeaveView>(who, 'GET /api/leaves/:id', { params: { id } });
}

type Decision = { readonly who?: typeof teacher; readonly verdict?: string; readonly note?: string };
function decide(leave: Leave, { who = teacher, verdict = 'approve', note = '' }: Decision): Promise<LeaveView> {
  const body = { verdict, note, version: leave?.version };
  return call<LeaveView>(who, 'POST /api/leaves/:id/decision', { params: { id: leave?.leaveId }, body });
}

function withdraw(leave: Leave): Promise<LeaveView> {
  return call<LeaveView>(teacher, 'POST /api/leaves/:id/withdrawal', {
    params: { id: leave?.leaveId },
    body: { version: leave?.version },
  });
}

type End = { readonly who?: typeof teacher; readonly backDay?: string; readonly backHalf?: 'am' | 'pm' };
function end(leave: Leave, { who = teacher, backDay = today, backHalf = 'am' }: End): Promise<LeaveView> {
  const body = { backDay, backHalf, version: leave?.version };
  return call<LeaveView>(who, 'POST /api/leaves/:id/return', { params: { id: leave?.leaveId }, body });
}

function link(id: string): Promise<LinkView> {
  const body = { origin: 'https://example.test' };
  return call<LinkView>(teacher, 'POST /api/children/:id/leave-link', { params: { id }, body });
}

function tokenOf(address: string): string {
  const [page, token = ''] = address.split('#');
  expect(page).toBe('https://example.test/l');
  expect(token.length).toBeGreaterThanOrEqual(43);
  return token;
}

function look(token: string, source = guardian.source): Promise<unknown> {
  return call({ ...guardian, source } as never, 'POST /api/leave-link/look', { body: { token } });
}

function askBy(token: string, said: Partial<AskRequest> = {}, source = guardian.source): Promise<unknown> {
  const { childId: _, ...rest } = asked({ reason: '肚子疼', ...said });
  return call({ ...guardian, source } as never, 'POST /api/leave-link', { body: { token, guardian: '陈大山', ...rest } });
}

function kept(table: keyof LeaveTables): Promise<readonly unknown[]> {
  return readAs(house.db, house.system, async (trx) => trx.withTables<LeaveTables>().selectFrom(table).selectAll().execute());
}
