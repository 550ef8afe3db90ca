import { parseDay } from '../../../kernel/day';
import type { CellOut, ColumnOut, SheetOut } from '../../../platform/sheets/index';
import type { DaySum, MonthDay, MonthView } from '../month-contract';
import type { Session } from '../rules/marks';
import { signOf, signWords } from '../rules/signs';

/** Who takes the sheet out, and when (China's clock). */
export type SheetTaker = { readonly name: string; readonly at: string };

/** Columns before those of the days: number, name, and the mark by which a line is known again. */
export const sheetHeads = { number: '序号', name: '姓名', mark: '标记' } as const;
const sumHeads = ['到', '没来', '病假', '事假', '迟到', '早退', '有记录天数'] as const;
const sessionSays = { am: '上午', pm: '下午' } as const satisfies Record<Session, string>;
const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** The month of a class as sheets, one for each part of the day that is called; without numbers of children. */
export function monthSheets(view: MonthView, taker: SheetTaker): readonly SheetOut[] {
  return view.sessions.map((session) => ({
    name: view.sessions.length === 1 ? view.month : `${view.month} ${sessionSays[session]}`,
    top: topOf(view, session, taker),
    paper: `内部资料 ${view.school} ${view.name.zh} ${view.month} ${taker.name} ${taker.at}`,
    columns: columnsOf(view.days),
    rows: [...childRows(view, session), ...sumRows(view.days, session)],
  }));
}

function topOf(view: MonthView, session: Session, taker: SheetTaker): readonly string[] {
  const [year, month] = view.month.split('-').map(Number);
  const part = view.sessions.length === 1 ? '' : `（${sessionSays[session]}）`;
  return [
    `${view.school} ${view.name.zh} ${year}年${month}月考勤表${part}`,
    `班主任：${view.teacher || '—'}　导出人：${taker.name}　导出时间：${taker.at}`,
    `${legend()}　空白：没有点名　　到和没来按天算，上午下午各半天`,
    freeDays(view.days),
  ];
}

/** The signs with their words, as one line. */
export function legend(): string {
  return signWords.map(({ word, zh }) => `${signOf[word]} ${zh}`).join('　');
}

/** The days without lessons that are no weekends, each with its reason. */
function freeDays(days: readonly MonthDay[]): string {
  const named = days.flatMap(({ day, noSchool }) =>
    noSchool === null || noSchool.zh === '周末' ? [] : [`${Number(day.slice(8))}日 ${noSchool.zh}`],
  );
  return named.length === 0 ? '不上课：周末' : `不上课：周末，${named.join('，')}`;
}

/** 10 一: the day of the month and of the week. */
export function dayHead(day: string): string {
  return `${Number(day.slice(8))} ${weekdays[((parseDay(day) ?? 0) + 4) % 7]}`;
}

function columnsOf(days: readonly MonthDay[]): readonly ColumnOut[] {
  return [
    { header: sheetHeads.number, width: 6 },
    { header: sheetHeads.name, width: 12 },
    ...days.map(({ day }) => ({ header: dayHead(day), width: 5 })),
    ...sumHeads.map((header) => ({ header, width: header.length > 2 ? 11 : 6 })),
    { header: sheetHeads.mark, width: 12, hidden: true },
  ];
}

function* childRows(view: MonthView, session: Session): Generator<readonly CellOut[]> {
  for (const [place, { childId, name, sum, ...cells }] of view.rows.entries()) {
    const signs = cells[session].map((word, at) => (view.days[at]?.noSchool ? '' : signOf[word]));
    const sums = [sum.here, sum.absent, sum.sick, sum.personal, sum.late, sum.early, sum.days].map(String);
    yield [String(place + 1), name === '' ? '（已不在本班）' : name, ...signs, ...sums, childId ?? ''];
  }
}

function* sumRows(days: readonly MonthDay[], session: Session): Generator<readonly CellOut[]> {
  const line = (says: string, of: (sum: DaySum) => number): readonly CellOut[] => [
    '',
    says,
    ...days.map((day) => {
      const sum = day[session];
      return sum === null ? '' : String(of(sum));
    }),
  ];
  yield line('合计：到', ({ here }) => here);
  yield line('合计：没来', ({ absent }) => absent);
  yield line('合计：请假', ({ leave }) => leave);
}
