import type { Day } from '../../../kernel/day';
import { dayOfHead, momentOf } from './mark-days';
import { plain, type SaidWord, wordOf } from './mark-words';
import type { Session } from './marks';

/** A sheet as it lies before the reader: the row of its headers and the rows below, with the numbers that Excel shows. */
export type MarkTable = {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
};

/** `month`: a column a day; `list`: a row a child and day, with what was; `gate`: a row each time a child came through the gate. */
export type MarkShape = 'month' | 'list' | 'gate';

/** What a sheet says of a child on a day. */
export type MarkEntry = {
  readonly row: number;
  readonly name: string;
  /** as our own sheets have it */ readonly childId?: string;
  readonly className?: string;
  readonly day: Day;
  readonly session: Session;
  /** `unclear`: something stands there that nobody can read */ readonly word: SaidWord | 'unclear';
};

/** A cell that nobody can read. */
export type MarkFault = { readonly row: number; readonly what: 'word' | 'day'; readonly text: string };
export type MarkReading = {
  readonly shape: MarkShape;
  readonly entries: readonly MarkEntry[];
  readonly faults: readonly MarkFault[];
};

const heads = {
  name: ['姓名', '学生姓名', '学生', '孩子', '人员姓名'],
  className: ['班级', '班级名称', '所在班级', '班别', '部门'],
  mark: ['标记'],
  day: ['日期', '考勤日期', '缺课日期', '日期时间'],
  session: ['时段', '上下午', '节次'],
  word: ['考勤', '状态', '情况', '考勤情况', '考勤状态', '考勤结果', '出勤情况', '类型', '缺勤类型', '考勤类型'],
  moment: ['时间', '刷卡时间', '打卡时间', '进校时间', '入校时间', '通行时间', '识别时间', '签到时间', '考勤时间'],
} as const;
type Head = keyof typeof heads;

/** Nobody who came through the gate after noon was there in the morning. */
const NOON = 12;

type Columns = { readonly [H in Head]?: number } & {
  readonly days: readonly { readonly column: number; readonly day: Day }[];
};

/** What the columns of a row of headers are, and so what sort of sheet it is; undefined for a row that is none. */
function columnsOf(header: readonly string[], month: string): (Columns & { readonly shape: MarkShape }) | undefined {
  const found: { [H in Head]?: number } = {};
  for (const head of Object.keys(heads) as Head[]) {
    const at = header.findIndex((cell) => heads[head].some((name) => name === plain(cell)));
    if (at >= 0) found[head] = at;
  }
  if (found.name === undefined) return undefined;
  const days = header.flatMap((cell, column) => {
    const day = dayOfHead(cell, month);
    return day === undefined ? [] : [{ column, day }];
  });
  if (days.length > 0) return { ...found, days, shape: 'month' };
  if (found.word !== undefined) return { ...found, days, shape: 'list' };
  return found.moment === undefined && found.day === undefined ? undefined : { ...found, days, shape: 'gate' };
}

/** Whether a row is the row of headers of a sheet of marks. */
export function isMarkHeader(header: readonly string[], month: string): boolean {
  return columnsOf(header, month) !== undefined;
}

/**
 * Reads a sheet of a class or school: our own sheet of a month, a list of a day or of days, or what a machine at the gate has
 * noted. Days without a year or month are those of `month` (2025-03). A cell that says nothing is no mark, and never "there".
 */
export function readMarks(table: MarkTable, month: string): MarkReading {
  const columns = columnsOf(table.header, month);
  if (columns === undefined) return { shape: 'list', entries: [], faults: [] };
  const session: Session = table.name.includes('下午') ? 'pm' : 'am';
  const entries: MarkEntry[] = [];
  const faults: MarkFault[] = [];
  for (const { row, cells } of table.rows) {
    const cell = (at: number | undefined) => (at === undefined ? '' : (cells[at] ?? '').trim());
    const name = cell(columns.name);
    // A line of sums, of signatures, or an empty one.
    if (name === '' || name.startsWith('合计') || name.startsWith('（')) continue;
    const [childId, className] = [cell(columns.mark), cell(columns.className)];
    const who = { row, name, ...(childId === '' ? {} : { childId }), ...(className === '' ? {} : { className }) };
    for (const said of saidIn(columns, cell, month, session)) {
      if ('what' in said) faults.push({ row, what: said.what, text: said.text });
      if ('day' in said) entries.push({ ...who, day: said.day, session: said.session, word: said.word });
    }
  }
  return { shape: columns.shape, entries, faults };
}

type When = Pick<MarkEntry, 'day' | 'session'>;
type Fault = Pick<MarkFault, 'what' | 'text'>;
/** An unreadable word is both: a fault to be named, and an entry, so that nobody takes its child for one that is not named. */
type Said = (When & Pick<MarkEntry, 'word'>) | Fault | (When & Pick<MarkEntry, 'word'> & Fault);

function saidIn(
  columns: Columns & { readonly shape: MarkShape },
  cell: (at: number | undefined) => string,
  month: string,
  session: Session,
): readonly Said[] {
  if (columns.shape === 'month') return columns.days.flatMap(({ column, day }) => saidOf(cell(column), { day, session }));
  const text = cell(columns.day ?? columns.moment);
  const moment = momentOf(text, month);
  if (moment === undefined) return [{ what: 'day', text }];
  if (columns.shape === 'list')
    return saidOf(cell(columns.word), { day: moment.day, session: sessionOf(cell(columns.session)) ?? session });
  const hour = moment.hour ?? momentOf(`${moment.day} ${cell(columns.moment)}`, month)?.hour ?? 0;
  return [{ day: moment.day, session: hour < NOON ? 'am' : 'pm', word: 'here' }];
}

function saidOf(text: string, when: When): readonly Said[] {
  const word = wordOf(text);
  if (word === 'nothing') return [];
  return word === undefined ? [{ ...when, word: 'unclear', what: 'word', text }] : [{ ...when, word }];
}

function sessionOf(text: string): Session | undefined {
  if (text.includes('上午') || text.includes('早')) return 'am';
  return text.includes('下午') ? 'pm' : undefined;
}
