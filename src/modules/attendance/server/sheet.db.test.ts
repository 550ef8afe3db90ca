import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FileAnswer } from '../../../platform/http';
import { trailOf } from '../../../platform/testing/trail';
import type { RollView } from '../contract';
import type { SheetDay, SheetTaken, SheetView } from '../sheet-contract';
import { CalledSchool, calledSchool } from '../testing/called-school';

const { one, registrar, teacher, neighbour } = calledSchool;
let here: CalledSchool;
let ids: readonly string[];
let [an, bai, chen]: readonly (string | undefined)[] = [];

beforeAll(async () => {
  here = await CalledSchool.open('2025-03-10');
  ids = await here.pupils(one, ['安然', '白雪', '陈晨']);
  [an, bai, chen] = ids;
  await here.take({ day: '2025-03-10', called: ids, marks: { [String(bai)]: 'absent' } });
  here.onDay('2025-03-13');
});
afterAll(() => here.house.close());

const read = (text: string | Buffer, name = '考勤.csv', who = registrar) =>
  here.call<SheetView>(who, 'POST /api/classes/:id/mark-sheets', {
    ...{ params: { id: one.id }, query: { month: '2025-03' } },
    file: { name, bytes: Buffer.from(text) },
  });
const take = (days: readonly SheetDay[], { counted = false, reason = '', who = registrar } = {}) =>
  here.call<SheetTaken>(who, 'POST /api/classes/:id/sheet-rolls', {
    params: { id: one.id },
    body: {
      reason,
      days: days.map(({ day, session, base, here: there, marks, rest }) => ({
        ...{ day, session, base, here: there, marks: marks.map(({ childId, mark }) => ({ childId, mark })) },
        rest: counted ? rest.map(({ childId }) => childId) : [],
      })),
    },
  });
const roll = async (day: string) => {
  const { pupils, version } = await here.call<RollView>(registrar, 'GET /api/classes/:id/roll', {
    ...{ params: { id: one.id }, query: { day } },
  });
  return [version, ...pupils.map(({ name, mark, called }) => `${name} ${called ? (mark ?? 'there') : 'not called'}`)];
};

it('is read and nothing is kept; then its days are rolls, entered late, and who was away is back only where the sheet says so', async () => {
  const view = await read('姓名,日期,考勤\n安然,2025-03-11,到\n白雪,2025-03-11,到\n陈晨,2025-03-11,病假\n安然,3月12日,迟到\n');
  expect(view).toMatchObject({ shape: 'list', unplaced: [], faults: [], others: 0 });
  expect(view.days.map(({ day, base, barred, rest }) => [day, base, barred, rest.map(({ name }) => name)])).toEqual([
    ['2025-03-11', 0, null, []],
    ['2025-03-12', 0, null, ['白雪', '陈晨']],
  ]);
  expect(await roll('2025-03-11')).toEqual([0, '安然 not called', '白雪 not called', '陈晨 not called']);
  const seen = await trailOf(here.house, `class:${one.id}`);
  expect(await take(view.days, { counted: true })).toEqual({
    days: 2,
    // Away with a note the day before, and not named.
    left: [{ day: '2025-03-12', session: 'am', names: ['陈晨'] }],
  });
  expect(await roll('2025-03-11')).toEqual([1, '安然 there', '白雪 back', '陈晨 sick']);
  expect(await roll('2025-03-12')).toEqual([1, '安然 late', '白雪 there', '陈晨 not called']);
  const lines = (await trailOf(here.house, `class:${one.id}`)).slice(seen.length);
  expect(lines.map(({ act }) => act).sort()).toEqual(['attendance.sheet', 'attendance.take', 'attendance.take']);
});

it('may be our own sheet of the month, filled in: a day that is there already is changed only with a reason', async () => {
  const file = await here.call<FileAnswer>(registrar, 'POST /api/classes/:id/month-sheets', {
    ...{ params: { id: one.id }, body: { month: '2025-03' } },
  });
  const bytes = Buffer.isBuffer(file.body) ? file.body : await buffer(file.body as Readable);
  const view = await read(bytes, file.name);
  expect(view.shape).toBe('month');
  expect(view.days.map(({ day, base, asksReason }) => [day, base, asksReason])).toEqual([
    ['2025-03-10', 1, true],
    ['2025-03-11', 1, true],
    ['2025-03-12', 1, true],
  ]);
  await expect(take(view.days)).rejects.toMatchObject({ code: 'faults' });
  expect(await roll('2025-03-12'), 'all or none').toEqual([1, '安然 late', '白雪 there', '陈晨 not called']);
  await take(view.days, { reason: '照纸质考勤核对' });
  expect(await roll('2025-03-11'), 'what went out comes in').toEqual([2, '安然 there', '白雪 back', '陈晨 sick']);
});

it('is refused day by day with the reason: to come, no lessons, too long ago for a teacher', async () => {
  const view = await read('姓名,7,8,12,14\n安然,√,√,√,√\n', '考勤.csv', teacher);
  // Nothing was sent yet, so that nothing is said of saving.
  expect(view.days.map(({ day, barred }) => [day, barred?.zh])).toEqual([
    ['2025-03-07', '这一天已经过了您能补点的日子，请找学籍员补录。'],
    ['2025-03-08', '这一天不上课（周末）。要是上课，请学校先改校历。'],
    ['2025-03-12', undefined],
    ['2025-03-14', '2025-03-14 还没到，不能提前点名。'],
  ]);
  await expect(take(view.days, { who: teacher })).rejects.toMatchObject({
    code: 'roll-barred',
    says: { zh: '没有保存：这一天已经过了您能补点的日子，请找学籍员补录。' },
  });
});

it('of a gate says who came, and of the others nothing', async () => {
  const view = await read('班级,姓名,刷卡时间\n三年级1班,安然,2025-03-13 07:31:02\n三年级2班,白雪,2025-03-13 07:31:09\n');
  expect(view).toMatchObject({ shape: 'gate', others: 1 });
  expect(view.days).toMatchObject([{ day: '2025-03-13', here: [an], marks: [], rest: [{ childId: bai }, { childId: chen }] }]);
});

it('of a gate as a workbook keeps the hours of its cells', async () => {
  const sheet = utils.aoa_to_sheet([
    ['姓名', '刷卡时间'],
    // 13 March 2025, 07:31 and 14:02, as Excel counts.
    ['安然', 45_729 + 451 / 1440],
    ['陈晨', 45_729 + 842 / 1440],
  ]);
  for (const cell of ['B2', 'B3']) sheet[cell].z = 'yyyy/m/d h:mm';
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '记录');
  const view = await read(write(book, { type: 'buffer', bookType: 'xlsx' }), '刷卡.xlsx');
  expect(view.days.map(({ day, session, here: there }) => [day, session, there])).toEqual([
    ['2025-03-13', 'am', [an]],
    ['2025-03-13', 'pm', [chen]],
  ]);
});

it('of a gate is no roll of the afternoon where the county calls once a day', async () => {
  const view = await read('姓名,刷卡时间\n安然,2025-03-13 07:31\n陈晨,2025-03-13 13:40\n');
  const says = '全县每天只点一次名，记在上午；下午点名、下午刷卡都不记。';
  expect(view.days.map(({ session, here: there, barred }) => [session, there, barred?.zh])).toEqual([
    ['am', [an], undefined],
    ['pm', [chen], says],
  ]);
  await expect(take(view.days)).rejects.toMatchObject({ code: 'roll-barred', says: { zh: `没有保存：${says}` } });
  expect(await roll('2025-03-13'), 'all or none').toEqual([0, '安然 not called', '白雪 not called', '陈晨 not called']);
});

it('of names and days alone is refused: nobody can tell whether these came or were away', async () => {
  for (const [text, name] of [
    ['姓名,日期\n安然,2025-03-13\n', '考勤.csv'],
    ['姓名,缺课日期,原因\n安然,2025-03-13,\n', '考勤.csv'],
    ['姓名,刷卡时间\n安然,2025-03-13 07:31\n', '未到校名单.csv'],
    ['三年级1班缺勤名单,\n姓名,刷卡时间\n安然,2025-03-13 07:31\n', '考勤.csv'],
  ] as const)
    await expect(read(text, name), text).rejects.toMatchObject({
      code: 'came-or-not',
      says: { zh: expect.stringContaining('看不出记的是来了的还是没来的') },
    });
});

it('never counts a child as there of whom it says what nobody can read', async () => {
  const view = await read('姓名,日期,考勤\n安然,2025-03-13,缺课\n陈晨,2025-03-13,好像来过\n');
  expect(view.faults).toEqual([{ row: 3, what: 'word', text: '好像来过' }]);
  expect(view.days.map(({ rest }) => rest.map(({ childId }) => childId))).toEqual([[bai]]);
});

it('of another class, or without headers, is refused with a sentence; and whoever may not call the class is not told what is in it', async () => {
  await expect(read('姓名,日期,考勤\n张三,2025-03-11,到\n')).rejects.toMatchObject({ code: 'nothing-of-class' });
  await expect(read('名字,星期\n张三,一\n')).rejects.toMatchObject({ code: 'no-header' });
  await expect(read('姓名,日期,考勤\n安然,2025-03-11,到\n', '考勤.csv', neighbour)).rejects.toMatchObject({ kind: 'absent' });
});
