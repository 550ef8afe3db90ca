import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cellText } from '../../../kernel/packed-column';
import type { FileAnswer } from '../../../platform/http';
import { readUploaded } from '../../../platform/sheets/index';
import { trailOf } from '../../../platform/testing/trail';
import type { ClassesView } from '../contract';
import type { MonthView } from '../month-contract';
import { CalledSchool, calledSchool } from '../testing/called-school';

const { one, bureau, principal, teacher, neighbour, stranger } = calledSchool;
let here: CalledSchool;
let ids: readonly string[];
let an = '';
let bai = '';
let chen = '';

beforeAll(async () => {
  here = await CalledSchool.open('2025-03-10');
  ids = await here.pupils(one, ['安然', '白雪', '陈晨']);
  [an = '', bai = '', chen = ''] = ids;
  await here.take({ day: '2025-03-10', called: ids, marks: { [bai]: 'sick', [chen]: 'late' } });
  here.onDay('2025-03-11');
  await here.take({ day: '2025-03-11', called: ids, marks: { [bai]: 'back', [an]: 'absent' } });
  await here.take({ day: '2025-03-11', called: ids, marks: { [bai]: 'absent', [an]: 'absent' }, base: 1 });
  here.onDay('2025-03-12');
});
afterAll(() => here.house.close());

const month = (who = teacher, asked: string | undefined = '2025-03') =>
  here.call<MonthView>(who, 'GET /api/classes/:id/month', { params: { id: one.id }, query: { month: asked } });

it('lays out what the newest rolls say, with what is not known and the days without lessons', async () => {
  const view = await month();
  expect(view).toMatchObject({ month: '2025-03', sessions: ['am'], mayTake: true, maySheet: true, school: '青禾小学' });
  const shown = (day: string) => view.rows.map(({ name, am }) => `${name} ${am[Number(day.slice(8)) - 1]}`);
  expect(shown('2025-03-10')).toEqual(['安然 here', '白雪 sick', '陈晨 late']);
  expect(shown('2025-03-11')).toEqual(['安然 absent', '白雪 absent', '陈晨 here']);
  expect(shown('2025-03-12')).toEqual(['安然 open', '白雪 open', '陈晨 open']);
  expect(view.days[7]?.noSchool?.zh).toBe('周末');
  expect(view.days[9]).toMatchObject({ noSchool: null, am: { here: 2, absent: 0, leave: 1, late: 1 }, pm: null });
  expect(view.days[11]).toMatchObject({ noSchool: null, am: null });
  expect(view.rows.map(({ sum }) => sum.days)).toEqual([2, 2, 2]);
  expect(view.rows[1]?.sum).toEqual({ days: 2, here: 0, absent: 1, sick: 1, personal: 0, late: 0, early: 0 });
});

it('comes to what the page of the day says, for each day that was called', async () => {
  const view = await month();
  for (const day of ['2025-03-10', '2025-03-11']) {
    const { rows } = await here.call<ClassesView>(teacher, 'GET /api/attendance/classes', { query: { day } });
    const am = rows.find(({ classId }) => classId === one.id)?.am;
    const at = view.days.find((one) => one.day === day)?.am;
    const cells = view.rows.map((row) => row.am[Number(day.slice(8)) - 1]);
    expect(at, day).toEqual({ here: am?.present, absent: am?.absent, leave: am?.leave, late: am?.late });
    expect(cells.filter((word) => word === 'absent').length).toBe(am?.absent);
    expect(cells.filter((word) => word === 'here' || word === 'late' || word === 'early').length).toBe(am?.present);
  }
});

it('is seen by the school and the bureau, and by nobody else', async () => {
  expect((await month(bureau)).rows).toHaveLength(3);
  expect(await month(principal)).toMatchObject({ mayTake: false, maySheet: true });
  await expect(month(neighbour)).rejects.toMatchObject({ kind: 'absent' });
  await expect(month(stranger)).rejects.toMatchObject({ kind: 'absent' });
});

it('leaves as a workbook without numbers and on paper, and the trail says who took it', async () => {
  const { body, name } = await here.call<FileAnswer>(principal, 'POST /api/classes/:id/month-sheets', {
    params: { id: one.id },
    body: { month: '2025-03' },
  });
  expect(name).toBe('三年级1班考勤表_2025-03.xlsx');
  const [sheet] = await readUploaded({ name, stream: Readable.from([body as Buffer]) }, ({ sheets }) => {
    expect(sheets[0]?.rows[0]?.cells[0]?.text).toBe('青禾小学 三年级1班 2025年3月考勤表');
    return [{ sheet: '2025-03', fromRow: 6, columns: [1, 11, 12, 13] }];
  });
  const written = [...(sheet?.rowNumbers ?? [])].map((_, at) => sheet?.columns.map((column) => cellText(column, at)).join(' '));
  expect(written).toEqual(['安然 √ × ', '白雪 △ × ', '陈晨 ◇ √ ', '合计：到 2 1 ', '合计：没来 0 2 ', '合计：请假 1 0 ']);
  await here.call(teacher, 'POST /api/classes/:id/month-prints', { params: { id: one.id }, body: { month: '2025-03' } });
  const lines = (await trailOf(here.house, `class:${one.id}`)).filter(({ act }) => act.startsWith('attendance.month'));
  expect(lines.toSorted((a, b) => (a.act < b.act ? -1 : 1))).toMatchObject([
    { act: 'attendance.month-print', user: teacher.actor.userId, detail: { month: '2025-03', rows: 3 } },
    { act: 'attendance.month-sheet', user: principal.actor.userId, detail: { month: '2025-03', rows: 3 } },
  ]);
  await expect(
    here.call(neighbour, 'POST /api/classes/:id/month-sheets', { params: { id: one.id }, body: { month: '2025-03' } }),
  ).rejects.toMatchObject({ kind: 'absent' });
});
