import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, transact } from '../../../platform/db';
import { asking, type TestHouse, testHouse } from '../../../platform/testing/house';
import { kazuo } from '../../area/index';
import { seedAreas, seedSchools } from '../../area/server/index';
import { callerOf } from '../../area/testing/calling';
import { aClass, aSchool } from '../../area/testing/factories';
import { routes as attendanceRoutes } from '../../attendance/server/index';
import { seedCalendar } from '../../calendar/server/index';
import { countChildren } from '../../standing/server/index';
import { ToldCounty } from '../../standing/testing/told-county-store';
import type {
  AccountView,
  ChildItemsView,
  ClassesView,
  ItemsView,
  ItemView,
  SchoolsView,
  SheetView,
  SignRequest,
} from '../contract';
import { type Altered, whileAltered, writeOver } from '../testing/altered-store';
import { routes } from './routes';

// One school and its months, in order: each test goes on where the one before has stopped.

const school = aSchool({ id: 'sa', name: '青禾小学' });
const other = aSchool({ id: 'sb', name: '听泉小学' });
const one = { ...aClass(school, { id: 'a1', number: 1, grades: [3] }), areaPath: school.areaPath };
const two = { ...aClass(school, { id: 'a2', number: 2, grades: [3] }), areaPath: school.areaPath };
const far = { ...aClass(other, { id: 'b1', number: 1, grades: [3] }), areaPath: other.areaPath };

const bureau = asking({ role: 'bureau-officer', tree: 'county', path: '211324/' });
const principal = asking({ role: 'principal', tree: 'school', path: school.path });
const registrar = asking({ role: 'registrar', tree: 'school', path: school.path });
const teacher = asking({ role: 'class-teacher', tree: 'school', path: one.path });
const second = asking({ role: 'class-teacher', tree: 'school', path: two.path });

const [an, bai, chen, du, guest, hollow] = [newId(), newId(), newId(), newId(), newId(), newId()];

let house: TestHouse;
let county: ToldCounty;
let call: ReturnType<typeof callerOf>;

beforeAll(async () => {
  house = await testHouse();
  county = new ToldCounty(house);
  call = callerOf(house, [...routes, ...attendanceRoutes]);
  onDay('2025-03-10');
  await transact(house.db, house.system, async (trx) => {
    await seedAreas(trx, kazuo(), '2023-06-30');
    await seedCalendar(trx);
    await seedSchools(trx, { schools: [school, other], classes: [one, two, far], owners: [] });
    return { result: undefined, changes: [] };
  });
  for (const [id, name] of Object.entries({ [an]: '安然', [bai]: '白雪', [chen]: '陈晨', [du]: '杜鹃' }))
    await pupil(id, name, one.path);
  await pupil(guest, '冯雨', one.path, far.path);
  await pupil(hollow, '高山', far.path, one.path);
  await pupil(newId(), '韩冬', two.path);
  await count();
});
afterAll(() => house.close());

describe('a class', () => {
  it('is checked from the day of the month on, and not before', async () => {
    expect(await look()).toMatchObject({ month: { month: '2025-03', openDay: '2025-03-20', open: false } });
    await expect(sign({})).rejects.toMatchObject({
      code: 'check-barred',
      says: { zh: expect.stringContaining('2025-03-20 才开启') },
    });
    await expect(sign({ month: '2025-08' })).rejects.toMatchObject({ code: 'no-month' });
    await callClass('2025-03-11', { [bai]: 'absent' });
    await callClass('2025-03-12', { [bai]: 'absent' });
    onDay('2025-03-20');
    await count();
    const { rows, month } = await call<ClassesView>(teacher, 'GET /api/checks/classes');
    expect(month).toMatchObject({ month: '2025-03', open: true });
    expect(rows).toMatchObject([{ classId: one.id, signed: null }]);
  });

  it('shows what differs: who never came, who is registered at another school, and whom another school has', async () => {
    const sheet = await look();
    expect(sheet.daysCalled).toBe(2);
    expect(differing(sheet)).toEqual(['冯雨 guest', '白雪 absent', '高山 hollow']);
    expect(sheet.lines.find(({ childId }) => childId === hollow)?.elsewhere).toContain('听泉小学');
    expect(sheet.barred).toBeNull();
  });

  it('is signed by its own teacher, with an answer to each difference', async () => {
    await expect(sign({ who: second })).rejects.toMatchObject({ kind: 'absent' });
    await expect(sign({ who: bureau })).rejects.toThrow('may not call');
    await expect(sign({})).rejects.toMatchObject({ code: 'sheet-unanswered', says: { zh: expect.stringContaining('白雪') } });
    await expect(sign({ answers: { ...usual, [newId()]: 'follow' } })).rejects.toMatchObject({ code: 'sheet-stranger' });
    const sheet = await sign({ answers: usual });
    expect(sheet).toMatchObject({ signed: { version: 1, state: 'signed', as: 'teacher' }, movedSince: false });
    expect(sheet.sums).toMatchObject({ registered: 5, both: 3, absent: 2, attending: 4, extra: 1 });
    expect(await items(teacher)).toEqual(['冯雨 guest registrar', '白雪 absent teacher', '高山 hollow registrar']);
    await expect(sign({ answers: usual })).rejects.toMatchObject({ code: 'changed-meanwhile' });
  });

  it('cannot be signed by somebody who saw another list, and is shown what there is now', async () => {
    const seen = (await look()).seen;
    await pupil(newId(), '金星', one.path);
    await count();
    await expect(sign({ base: 1, answers: usual, seen })).rejects.toMatchObject({
      code: 'list-moved',
      extra: { current: expect.objectContaining({ movedSince: true }) },
    });
    expect(await sign({ base: 1, answers: usual })).toMatchObject({ signed: { version: 2 }, sums: { registered: 6 } });
    expect((await items(teacher)).length).toBe(3);
  });
});

describe('a school', () => {
  it('is not signed over classes that have not signed, but with the reason', async () => {
    const account = await readAccount();
    expect(account.missing.map(({ name, why }) => `${name.zh} ${why}`)).toEqual(['三年级1班 unchecked', '三年级2班 unsigned']);
    await expect(freeze({})).rejects.toMatchObject({ code: 'classes-missing', says: { zh: expect.stringContaining('2 个班') } });
    await expect(call(teacher, 'GET /api/schools/:id/check', { params: { id: school.id } })).rejects.toThrow('may not call');
  });

  it('sends a sheet back to its class, checks the others, and is signed as a whole', async () => {
    const back = { month: '2025-03', version: 2, reason: '冯雨的原校没写' };
    await call(registrar, 'PUT /api/classes/:id/check/return', { params: { id: one.id }, body: back });
    expect((await look()).signed).toMatchObject({ state: 'returned', reason: '冯雨的原校没写' });
    await sign({ base: 2, answers: usual });
    const sheet = await call<SheetView>(second, 'GET /api/classes/:id/check', { params: { id: two.id } });
    expect(differing(sheet)).toEqual([]);
    await sign({ who: second, id: two.id });
    await expect(judge(2)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await judge(3);
    const account = await freeze({});
    expect(account.frozen).toMatchObject({ sound: true, content: { version: 1, missing: [], classes: [{}, {}] } });
    expect(account.frozen?.content.number).toMatch(/-202503-01$/);
    expect(account.changed).toEqual([]);
    const { rows } = await call<SchoolsView>(bureau, 'GET /api/checks/schools');
    expect(
      rows.map(({ name, signed, classes, account: { version } }) => `${name} ${signed}/${classes} ${version}`).sort(),
    ).toEqual(['听泉小学 0/1 0', '青禾小学 2/2 1']);
    await expect(freeze({ base: 1 })).rejects.toMatchObject({ code: 'nothing-new' });
    await expect(freeze({ base: 0 })).rejects.toMatchObject({ code: 'changed-meanwhile' });
  });

  it('shows what is changed afterwards, keeps what was frozen, and freezes the change as another version', async () => {
    const frozen = (await readAccount()).frozen?.content;
    const answers = { ...usual, [bai]: 'suspended' as const };
    await expect(sign({ base: 3, answers })).rejects.toMatchObject({
      code: 'faults',
      says: { zh: expect.stringContaining('冻结') },
    });
    await sign({ base: 3, answers, reason: '家长补交了休学证明' });
    const account = await readAccount();
    expect(account.changed).toMatchObject([{ what: 'answer', name: '白雪', before: 'follow', after: 'suspended' }]);
    expect(account.frozen?.content).toEqual(frozen);
    await expect(freeze({ base: 1 })).rejects.toMatchObject({ code: 'classes-missing' });
    await judge(4, 1, false);
    await expect(freeze({ base: 1 })).rejects.toMatchObject({ code: 'faults' });
    const later = await freeze({ base: 1, reason: '一班更正' });
    expect(later.frozen).toMatchObject({ sound: true, content: { version: 2 }, since: [{ what: 'answer' }] });
    expect((await readAccount(1)).frozen).toMatchObject({ sound: true, content: frozen });
  });

  it('leaves as a workbook, with a line in the trail', async () => {
    const file = await call<{ name: string; body: Buffer }>(principal, 'POST /api/schools/:id/check/file', {
      params: { id: school.id },
      body: { month: '2025-03', version: 2 },
    });
    expect(file.name).toMatch(/^月核账单_.+-202503-02\.xlsx$/);
    expect(file.body.length).toBeGreaterThan(2000);
    await expect(call(bureau, 'POST /api/schools/:id/check/file', { params: { id: school.id }, body: {} })).rejects.toThrow();
  });

  it.each<[Altered, object]>([
    ['content', { frozen: null, broken: 2 }],
    ['digest', { frozen: { sound: false } }],
    ['missing', { frozen: { sound: false } }],
    ['number', { frozen: { sound: false } }],
  ])('sees that somebody has altered its %s, and lets nothing of it out', async (what, seen) => {
    const body = { month: '2025-03', version: 2 };
    await whileAltered(house, { month: '2025-03', schoolId: school.id, version: 2 }, what, async () => {
      expect(await readAccount()).toMatchObject(seen);
      const printed = call(principal, 'POST /api/schools/:id/check/print', { params: { id: school.id }, body });
      await expect(printed).rejects.toMatchObject({ code: 'seal-broken' });
    });
    expect((await readAccount()).frozen?.sound).toBe(true);
  });

  it('has no way to write over what was signed', async () => {
    await expect(writeOver(house)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the list', () => {
  it('is followed with words that show the end of it, by whoever it is', async () => {
    const { rows } = await call<ItemsView>(registrar, 'GET /api/check-items');
    const item = rows.find(({ name }) => name === '冯雨');
    const params = { id: item?.itemId ?? '' };
    const step = (who: typeof teacher, body: object) => call<ItemView>(who, 'PUT /api/check-items/:id/state', { params, body });
    await expect(step(second, { version: 1, state: 'visiting' })).rejects.toMatchObject({ kind: 'absent' });
    await expect(step(registrar, { version: 1, state: 'confirmed' })).rejects.toMatchObject({ code: 'faults' });
    await expect(step(registrar, { version: 9, state: 'visiting' })).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const done = await step(registrar, { version: 1, state: 'confirmed', note: '听泉小学已回函同意借读' });
    expect(done).toMatchObject({
      closedDay: '2025-03-20',
      mayFollow: false,
      steps: [{ act: 'found' }, { note: '听泉小学已回函同意借读' }],
    });
    await expect(step(registrar, { version: 2, state: 'following' })).rejects.toMatchObject({ code: 'item-closed' });
    expect(await items(teacher)).toEqual(['白雪 absent teacher', '高山 hollow registrar']);
  });

  it('carries what is open into the next month, and closes by the data what agrees by then', async () => {
    onDay('2025-04-08');
    expect((await call<SchoolsView>(registrar, 'GET /api/checks/schools')).rows).toMatchObject([{ open: 2, overdue: 2 }]);
    expect((await call<SchoolsView>(bureau, 'GET /api/checks/schools')).rows.find(({ open }) => open > 0)).toMatchObject({
      overdue: 0,
    });
    await callClass('2025-04-08', { [bai]: 'back' });
    onDay('2025-04-21');
    await count();
    expect((await look()).month.month).toBe('2025-04');
    await sign({ month: '2025-04', answers: { [hollow]: 'no-papers', [guest]: 'guest' } });
    expect(await items(teacher)).toEqual(['冯雨 guest registrar', '高山 hollow registrar']);
    const { rows } = await call<ChildItemsView>(teacher, 'GET /api/children/:id/check-items', { params: { id: bai } });
    expect(rows).toMatchObject([{ state: 'back', closedDay: '2025-04-21', firstMonth: '2025-03' }]);
    const list = await call<ItemsView>(bureau, 'GET /api/check-items');
    expect(list.rows.find(({ name }) => name === '高山')).toMatchObject({ firstMonth: '2025-03', lastMonth: '2025-04' });
  });

  it('is overdue for the bureau as well when the school has had its time', async () => {
    onDay('2025-04-28');
    const late = await call<ItemsView>(bureau, 'GET /api/check-items', { query: { only: 'late' } });
    expect(late.rows.map(({ name }) => name)).toEqual(['高山']);
  });
});

it('a month is opened earlier by the bureau, once, and with the reason', async () => {
  onDay('2025-05-12');
  const open = (body: object) => call(bureau, 'POST /api/checks/months', { body });
  await expect(open({ month: '2025-05', day: '2025-05-14', reason: '专项核对' })).rejects.toMatchObject({ code: 'faults' });
  await expect(open({ month: '2025-04', day: '2025-04-10', reason: '专项核对' })).rejects.toMatchObject({ code: 'is-open' });
  expect(await open({ month: '2025-05', day: '2025-05-12', reason: '专项核对' })).toMatchObject({ open: true });
  await expect(open({ month: '2025-05', day: '2025-05-12', reason: '专项核对' })).rejects.toMatchObject({ code: 'is-open' });
  expect((await look()).month).toMatchObject({ month: '2025-05', reason: '专项核对' });
});

type Answer = SignRequest['answers'][number]['reason'];
const usual: Readonly<Record<string, Answer>> = { [bai]: 'follow', [guest]: 'guest', [hollow]: 'no-papers' };

type Signing = Partial<Pick<SignRequest, 'month' | 'base' | 'seen' | 'reason'>> & {
  readonly who?: typeof teacher;
  readonly id?: string;
  readonly answers?: Readonly<Record<string, Answer>>;
};
async function sign({ who = teacher, id = one.id, month = '2025-03', base = 0, answers = {}, seen, reason = '' }: Signing) {
  const shown = seen ?? (await call<SheetView>(bureau, 'GET /api/classes/:id/check', { params: { id }, query: { month } })).seen;
  const list = Object.entries(answers).map(([childId, why]) => ({ childId, reason: why, words: '' }));
  const body = { month, base, seen: shown, answers: list, added: [], reason };
  return call<SheetView>(who, 'POST /api/classes/:id/checks', { params: { id }, body });
}

function look(): Promise<SheetView> {
  return call<SheetView>(teacher, 'GET /api/classes/:id/check', { params: { id: one.id } });
}

function differing({ lines }: SheetView): readonly string[] {
  return lines
    .filter(({ kind }) => kind !== null)
    .map(({ name, kind }) => `${name} ${kind}`)
    .sort();
}

async function items(who: typeof teacher): Promise<readonly string[]> {
  const { rows } = await call<ItemsView>(who, 'GET /api/check-items');
  return rows.map(({ name, kind, owner }) => `${name} ${kind} ${owner}`).sort();
}

function readAccount(version?: number): Promise<AccountView> {
  const query = version === undefined ? { month: '2025-03' } : { month: '2025-03', version };
  return call<AccountView>(principal, 'GET /api/schools/:id/check', { params: { id: school.id }, query });
}

async function freeze({ base = 0, reason = '' }: { readonly base?: number; readonly reason?: string }): Promise<AccountView> {
  const { seen } = await readAccount();
  const body = { month: '2025-03', base, seen, reason };
  return call<AccountView>(principal, 'POST /api/schools/:id/checks', { params: { id: school.id }, body });
}

/** The registrar has looked at both classes, or at the first alone. */
function judge(versionOfOne: number, versionOfTwo = 1, both = true) {
  const sheets = [{ classId: one.id, version: versionOfOne }, ...(both ? [{ classId: two.id, version: versionOfTwo }] : [])];
  return call(registrar, 'PUT /api/schools/:id/check/judged', { params: { id: school.id }, body: { month: '2025-03', sheets } });
}

/** Everybody who stands in the first class is called. */
async function callClass(day: string, marks: Readonly<Record<string, string>>): Promise<void> {
  onDay(day);
  await count();
  const { pupils } = await call<{ pupils: readonly { childId: string }[] }>(teacher, 'GET /api/classes/:id/roll', {
    params: { id: one.id },
  });
  const body = {
    ...{ day, session: 'am', base: 0, called: pupils.map(({ childId }) => childId) },
    marks: Object.entries(marks).map(([childId, mark]) => ({ childId, mark })),
  };
  await call(teacher, 'POST /api/classes/:id/rolls', { params: { id: one.id }, body });
}

/** A child that sits in one class and is registered in it, or in another. */
async function pupil(id: string, name: string, sits: string, registered = sits): Promise<void> {
  await county.add({ [id]: '2014-11-20' });
  await county.move(id, { school_path: registered, name });
  await county.tell(id, {
    day: '2025-03-01',
    kind: 'enrolment',
    body: { row: `e-${id}`, state: 'studying', stage: 'primary', placement: 'ordinary', at: registered },
  });
  await county.tell(id, { day: '2025-03-01', kind: 'class-list', body: { at: sits, answer: 'present' } });
}

function onDay(day: string): void {
  house.at(new Date(`${day}T00:30:00Z`));
}

async function count(): Promise<void> {
  await countChildren({ db: house.db, context: house.system });
}
