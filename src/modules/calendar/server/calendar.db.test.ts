import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, readAs, transact } from '../../../platform/db';
import { asking, type TestHouse, testHouse } from '../../../platform/testing/house';
import { kazuo } from '../../area/index';
import { seedAreas, seedSchools } from '../../area/server';
import { callerOf } from '../../area/testing/calling';
import { aSchool } from '../../area/testing/factories';
import type { CalendarView, ExceptionView, HolidaysView, TermView, YearSettingView } from '../contract';
import type { CalendarException } from '../rules/exception';
import { loadSchoolCalendar, readBook, routes, seedCalendar } from './index';
import { insertException } from './store';

let house: TestHouse;
let call: ReturnType<typeof callerOf>;
const officer = asking({ role: 'bureau-officer', tree: 'county', path: '211324/' });
const teacher = asking({ role: 'class-teacher', tree: 'school', path: '211324/s/c/' });
const id = newId();
const school = aSchool({ id, name: '青禾小学' });
const anException: CalendarException = {
  ...{ id: newId(), tree: 'county', path: '211324/', grades: [], from: '2025-04-02', until: '2025-04-02' },
  ...{ kind: 'closed', reason: '暴雨' },
};

beforeAll(async () => {
  house = await testHouse();
  house.at(new Date('2025-03-10T04:00:00Z'));
  call = callerOf(house, routes);
  await transact(house.db, house.system, async (trx) => {
    await seedAreas(trx, kazuo(), '2023-06-30');
    await seedSchools(trx, { schools: [school], classes: [], owners: [] });
    await seedCalendar(trx);
    return { result: await seedCalendar(trx), changes: [{ act: 'seed', object: 'calendar' }] };
  });
});
afterAll(() => house.close());

function year(schoolYear = '2024-2025', query: object = {}): Promise<CalendarView> {
  return call(teacher, 'GET /api/calendar/:schoolYear', { params: { schoolYear }, query });
}

function dayIn({ first, days }: CalendarView, day: string): string | undefined {
  return days[(Date.parse(day) - Date.parse(first)) / 86_400_000];
}

function setting(change: object): Promise<YearSettingView> {
  const body = { examDay: null, makeUpDaysTaught: true, source: '朝教发', reason: '县局确定', version: 0, ...change };
  return call(officer, 'PUT /api/calendar/:schoolYear/setting', { params: { schoolYear: '2024-2025' }, body });
}

function exception(change: object): Promise<ExceptionView> {
  const plain = { tree: 'county', path: '211324/', grades: [], from: '2025-03-05', until: '2025-03-05' };
  return call(officer, 'POST /api/calendar-exceptions', { body: { ...plain, kind: 'closed', reason: '大雪', ...change } });
}

function takeBack({ id: of, version }: ExceptionView): Promise<ExceptionView> {
  return call(officer, 'PUT /api/calendar-exceptions/:id/end', { params: { id: of }, body: { reason: '登记错了', version } });
}

describe('the calendar of a new county', () => {
  it('is a proposal, and says what the bureau still has to do', async () => {
    const view = await year();
    expect(view.open.map(({ zh }) => zh)).toEqual([
      '2024—2025 学年第一学期（秋季）的日期是占位，待县局确认。',
      '2024—2025 学年第二学期（春季）的日期是占位，待县局确认。',
      '中考日期还没有填，“中考前一个月”这个重点时段算不出来。请县教育局填上。',
    ]);
    expect(view.days).toHaveLength(365);
    expect([dayIn(view, '2025-03-03'), dayIn(view, '2025-03-08'), dayIn(view, '2025-04-04')]).toEqual(['1', '0', '0']);
    // 19 weeks each; in autumn less 2 + 5 + 1 days off and 3 worked instead, in spring less 5 and 1 worked.
    expect(view.terms.map(({ schoolDays }) => schoolDays)).toEqual([90, 91]);
    expect(view.keyPeriods.map(({ days }) => days?.first ?? null)).toEqual(['2024-08-25', '2024-12-01', '2025-02-22', null]);
    expect(view.notes).toContainEqual({
      day: '2025-04-27',
      taught: true,
      says: { zh: '调休上课', en: 'taught in place of a holiday' },
    });
  });

  it('does not pass off a year without public holidays or without terms as known', async () => {
    const view = await year('2026-2027');
    expect(view.holidaysUnknown).toEqual([2027]);
    expect(view.open.map(({ zh }) => zh)[0]).toBe('还没有录入2026—2027 学年第二学期（春季），这段时间不知道上不上课。');
    expect([dayIn(view, '2027-01-15'), dayIn(view, '2027-01-16'), dayIn(view, '2027-03-01')]).toEqual(['1', '?', '?']);
    expect((await year('2030-2031')).days).toBe('?'.repeat(365));
    await expect(year('2024-2026')).rejects.toMatchObject({ code: 'absent' });
  });
});

describe('the bureau', () => {
  it('confirms a term, once for each version', async () => {
    const params = { schoolYear: '2024-2025', number: '2' };
    const days = { opensDay: '2025-02-28', firstDay: '2025-03-03', lastDay: '2025-07-11', confirmed: true };
    const body = { ...days, source: '朝教发〔2025〕3号', reason: '校历下发', version: 1 };
    const saved = await call<TermView>(officer, 'PUT /api/calendar/:schoolYear/terms/:number', { params, body });
    expect(saved).toMatchObject({ ...days, version: 2, name: { zh: '2024—2025 学年第二学期（春季）' } });
    expect((await year()).open).toHaveLength(2);
    await expect(call(officer, 'PUT /api/calendar/:schoolYear/terms/:number', { params, body })).rejects.toMatchObject({
      kind: 'conflict',
      extra: { current: { source: '朝教发〔2025〕3号', version: 2 } },
    });
    const wrong = { ...body, version: 2, lastDay: '2025-09-11' };
    await expect(call(officer, 'PUT /api/calendar/:schoolYear/terms/:number', { params, body: wrong })).rejects.toMatchObject({
      code: 'faults',
      extra: { fields: [{ path: 'lastDay' }, { path: 'opensDay' }] },
    });
    await expect(call(teacher, 'PUT /api/calendar/:schoolYear/terms/:number', { params, body: wrong })).rejects.toThrow(
      'may not',
    );
  });

  it('adds the next term, which then is known', async () => {
    const params = { schoolYear: '2026-2027', number: '2' };
    const days = { opensDay: '2027-03-01', firstDay: '2027-03-01', lastDay: '2027-07-09', confirmed: false };
    await call(officer, 'PUT /api/calendar/:schoolYear/terms/:number', {
      params,
      body: { ...days, source: '预排', reason: '预排', version: 0 },
    });
    const view = await year('2026-2027');
    expect([dayIn(view, '2027-01-16'), dayIn(view, '2027-03-01')]).toEqual(['0', '1']);
    expect(view.open.at(-1)?.zh).toContain('2027 年的放假和调休安排还没有');
  });

  it('sets the day of the 中考 and whether working weekends are taught', async () => {
    await expect(setting({ examDay: '2025-02-01' })).rejects.toMatchObject({ extra: { fields: [{ path: 'examDay' }] } });
    expect(await setting({ examDay: '2025-06-21', makeUpDaysTaught: false })).toMatchObject({ version: 1 });
    const view = await year();
    expect(view.keyPeriods.at(-1)).toMatchObject({ kind: 'before-exam', days: { first: '2025-05-21', last: '2025-06-20' } });
    expect(dayIn(view, '2025-04-27')).toBe('0');
    await expect(setting({ examDay: '2025-06-22' })).rejects.toMatchObject({ kind: 'conflict' });
    expect(await setting({ examDay: '2025-06-22', version: 1 })).toMatchObject({ examDay: '2025-06-22', version: 2 });
  });

  it('enters the public holidays of a year that the package does not know', async () => {
    const params = { year: '2027' };
    expect(await call<HolidaysView>(teacher, 'GET /api/public-holidays/:year', { params })).toMatchObject({
      from: 'none',
      days: [],
    });
    const days = [
      { day: '2027-10-01', name: '国庆节', off: true },
      { day: '2027-01-01', name: '元旦', off: true },
    ];
    const body = { days, source: '国办发明电', reason: '通知下发', version: 0 };
    const saved = await call<HolidaysView>(officer, 'PUT /api/public-holidays/:year', { params, body });
    expect(saved.days.map(({ day }) => day)).toEqual(['2027-01-01', '2027-10-01']);
    const view = await year('2026-2027');
    expect(view.holidaysUnknown).toEqual([]);
    expect(dayIn(view, '2027-01-01')).toBe('0');
    const ours = { ...body, days: [{ day: '2026-10-01', name: '国庆节', off: true }] };
    await call(officer, 'PUT /api/public-holidays/:year', { params: { year: '2026' }, body: ours });
    // The package has 2 October as a day off; the county's own year goes before it as a whole.
    expect(dayIn(await year('2026-2027'), '2026-10-02')).toBe('1');
    const holidays = await call<HolidaysView>(teacher, 'GET /api/public-holidays/:year', { params: { year: '2025' } });
    expect(holidays).toMatchObject({ from: 'package', days: { length: 33 } });
  });
});

describe('an exception', () => {
  it('holds for its place and grade, and is taken back without being forgotten', async () => {
    const snow = await exception({});
    const town = await exception({
      tree: 'area',
      path: '211324/211324105/',
      from: '2025-03-06',
      until: '2025-03-07',
      reason: '停电',
    });
    const own = await exception({ tree: 'school', path: school.path, kind: 'taught', reason: '雪小，照常上课' });
    await exception({ grades: [6, 6], from: '2025-06-30', until: '2025-07-11', reason: '毕业' });
    const at = async (day: string, query: object = {}) => dayIn(await year('2024-2025', query), day);
    expect(await at('2025-03-05')).toBe('0');
    expect(await at('2025-03-05', { school: school.id })).toBe('1');
    expect(await at('2025-03-06', { area: '211324105' })).toBe('0');
    expect(await at('2025-03-06', { school: school.id })).toBe('1');
    expect(await at('2025-07-01', { school: school.id, grade: '6' })).toBe('0');
    expect(await at('2025-07-01', { school: school.id, grade: '5' })).toBe('1');
    expect((await year('2024-2025', { school: school.id })).exceptions.map(({ reason }) => reason)).toEqual([
      '大雪',
      '雪小，照常上课',
    ]);
    const calendar = await readAs(house.db, teacher, (trx) => loadSchoolCalendar(trx, { area: '211324/211324105/' }));
    expect(calendar.whyNoSchool('2025-03-06')?.zh).toBe('停课：停电');
    await takeBack(snow);
    expect(await at('2025-03-05')).toBe('1');
    await expect(takeBack(snow)).rejects.toMatchObject({ code: 'absent' });
    await expect(takeBack({ ...town, version: 7 })).rejects.toMatchObject({ kind: 'conflict' });
    await takeBack(own);
  });

  it('is refused for a place that is not there, for days without a term, and against another one', async () => {
    for (const place of [
      { path: '110101/' },
      { tree: 'area', path: '211324/211324999/' },
      { tree: 'area', path: school.path },
      { tree: 'school', path: '211324/211324105/' },
      { tree: 'school', path: '211324/nobody/' },
    ]) {
      await expect(exception(place), JSON.stringify(place)).rejects.toMatchObject({ code: 'absent' });
    }
    await expect(exception({ from: '2031-03-05', until: '2031-03-05' })).rejects.toMatchObject({ code: 'faults' });
    await exception({ from: '2025-03-20', until: '2025-03-21' });
    await expect(exception({ from: '2025-03-21', until: '2025-03-21', kind: 'taught' })).rejects.toMatchObject({
      extra: { fields: [{ zh: '2025-03-20 至 2025-03-21 已定为停课（大雪）。请先撤销那一条。' }] },
    });
  });
});

describe('what a process keeps of the calendar', () => {
  const read = () => readAs(house.db, house.system, readBook);
  const closed = (reason: string) => exception({ from: '2025-03-12', until: '2025-03-12', reason });

  it('is what was read last, as long as nobody changes anything', async () => {
    expect(await read()).toBe(await read());
    const one = await closed('断电');
    expect((await read()).exceptions.map(({ reason }) => reason)).toContain('断电');
    await takeBack(one);
    expect((await read()).exceptions.map(({ reason }) => reason)).not.toContain('断电');
  });

  it('is not what somebody wrote and then took back', async () => {
    const before = await read();
    const seen: number[] = [];
    const breaking = transact(house.db, house.system, async (trx) => {
      await insertException(trx, anException);
      seen.push((await readBook(trx)).exceptions.length);
      throw new Error('taken back');
    });
    await expect(breaking).rejects.toThrow('taken back');
    expect(seen).toEqual([before.exceptions.length + 1]);
    expect((await read()).exceptions).toEqual(before.exceptions);
    // Somebody else's change at the same place is another one.
    await transact(house.db, house.system, async (trx) => {
      await insertException(trx, { ...anException, reason: '大风' });
      return { result: undefined, changes: [{ act: 'calendar.set', object: 'calendar' }] };
    });
    expect((await read()).exceptions.map(({ reason }) => reason)).toContain('大风');
  });
});
