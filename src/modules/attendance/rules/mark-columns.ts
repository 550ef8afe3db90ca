import type { Day } from '../../../kernel/day';
import { dayOfHead } from './mark-days';
import { plain } from './mark-words';

/** A sheet as it lies before the reader: the row of its headers and the rows below, with the numbers that Excel shows. */
export type MarkTable = {
  readonly name: string;
  /** how its file is called, and what stands above its headers */ readonly titles: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
};

/** `month`: a column a day; `list`: a row a child and day, with what was; `gate`: a row each time a child came through the gate. */
export type MarkShape = 'month' | 'list' | 'gate';

const heads = {
  name: ['姓名', '学生姓名', '学生', '孩子', '人员姓名'],
  className: ['班级', '班级名称', '所在班级', '班别', '部门'],
  mark: ['标记'],
  day: ['日期', '考勤日期', '缺课日期', '缺勤日期', '日期时间'],
  time: ['时间', '考勤时间'],
  session: ['时段', '上下午', '节次'],
  /** noted by nothing but a machine before which somebody stood */
  moment: ['刷卡时间', '打卡时间', '进校时间', '入校时间', '到校时间', '通行时间', '识别时间', '签到时间'],
  way: ['方向', '进出', '进出方向', '出入', '出入方向', '通行方向'],
} as const;
type Head = keyof typeof heads;

const wordHeads: readonly string[] = [
  ...['考勤', '状态', '情况', '考勤情况', '考勤状态', '考勤结果', '出勤情况'],
  ...['类型', '缺勤类型', '缺课类型', '考勤类型'],
];

/** What a sheet, or a column of it, is called that names who was not there (our selection). */
const away = /缺|旷|逃|[请病事休]假|[未没不][到来在入进返签打刷]/;
/** Above the headers also stand notes; only what calls the sheet something says of whom it is. */
const callsItself = /名单|名册|表|登记|统计|记录|汇总|情况|通报|台账/;
/** A line that explains signs speaks of both. */
const legend = /[√✓✔]/;

/** What the columns of a row of headers are, and so what sort of sheet it is. */
export type MarkColumns = { readonly [H in Head]?: number } & {
  /** `open`: it names children and days, and not whether they came */ readonly shape: MarkShape | 'open';
  readonly days: readonly { readonly column: number; readonly day: Day }[];
  /** every column that may say how it was */ readonly words: readonly number[];
  /** columns in which nothing stands of a child that came */ readonly away: readonly number[];
};

/**
 * The columns of a row of headers; undefined for a row that is none. A list of who came through the gate is only what a machine at the
 * gate has noted: a list of names and days is as often one of who was away, and taken for the other it would have every absent child there.
 */
export function columnsOf(header: readonly string[], month: string): MarkColumns | undefined {
  const names = header.map(plain);
  const found: { [H in Head]?: number } = {};
  for (const head of Object.keys(heads) as Head[]) {
    const called: readonly string[] = heads[head];
    const at = names.findIndex((name) => called.includes(name));
    if (at >= 0) found[head] = at;
  }
  if (found.name === undefined) return undefined;
  const days = header.flatMap((cell, column) => {
    const day = dayOfHead(cell, month);
    return day === undefined ? [] : [{ column, day }];
  });
  const columnsThat = (is: (name: string) => boolean) => names.flatMap((name, column) => (is(name) ? [column] : []));
  const all = {
    ...found,
    days,
    words: columnsThat((name) => wordHeads.includes(name)),
    away: columnsThat((name) => away.test(name)),
  };
  if (days.length > 0) return { ...all, shape: 'month' };
  if (all.words.length > 0) return { ...all, shape: 'list' };
  if (found.moment === undefined && found.day === undefined && found.time === undefined) return undefined;
  return { ...all, shape: found.moment === undefined || all.away.length > 0 ? 'open' : 'gate' };
}

/** Whether a sheet calls itself one of those who were not there. */
export function namesTheAway({ name, titles: [file = '', ...above] }: Pick<MarkTable, 'name' | 'titles'>): boolean {
  return (
    [name, file].some((one) => away.test(plain(one))) ||
    above.some((line) => away.test(plain(line)) && callsItself.test(line) && !legend.test(line))
  );
}
