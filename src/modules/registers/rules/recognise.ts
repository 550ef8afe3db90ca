import { type ColumnRole, meaningOf } from './header-names';
import { columnsOf, type Layout, layoutOf, type SheetColumn, type SheetFacts } from './layout';
import type { RegisterKind } from './register';

/** The top of a sheet, as the sheet reader shows it: row numbers as Excel shows them, column indexes from 0. */
export type SheetTop = {
  readonly name: string;
  readonly rows: readonly { readonly row: number; readonly cells: readonly { readonly text: string }[] }[];
  readonly merges: readonly Merge[];
};

type Merge = { readonly row: number; readonly column: number; readonly lastRow: number; readonly lastColumn: number };

export type Recognition =
  | { readonly ok: true; readonly layout: Layout; readonly facts: SheetFacts }
  | { readonly ok: false; readonly reason: 'noRows' | 'noHeader' };

/** Finds the header of a sheet by its names, in whatever row and order; a sheet of notes has none. */
export function recognise(kind: RegisterKind, sheet: SheetTop): Recognition {
  if (sheet.rows.length === 0) return { ok: false, reason: 'noRows' };
  // Most of the previewed rows are people: they are looked at once and not tried as headers.
  const speaks = sheet.rows.map(({ cells }) => cells.some(({ text }) => text !== '' && meaningOf(kind, text) !== undefined));
  let best: Candidate | undefined;
  for (let at = 0; at < sheet.rows.length; at++) {
    for (const height of speaks[at] ? [1, 2] : speaks[at + 1] ? [2] : []) {
      const candidate = candidateAt(kind, sheet, at, height);
      if (candidate && candidate.score > (best?.score ?? 0)) best = candidate;
    }
  }
  if (!best) return { ok: false, reason: 'noHeader' };
  const facts = factsOf(sheet, best);
  return { ok: true, layout: layoutOf(kind, facts), facts };
}

type Candidate = {
  readonly at: number;
  readonly height: number;
  readonly columns: readonly SheetColumn[];
  readonly score: number;
};

/** A header names a person, and says at least one thing more. */
const namesPeople: ReadonlySet<ColumnRole> = new Set(['name', 'idNumber', 'studentNumber', 'disabilityCard']);

function candidateAt(kind: RegisterKind, sheet: SheetTop, at: number, height: number): Candidate | undefined {
  if (height === 2 && sheet.rows[at + 1]?.row !== sheet.rows[at].row + 1) return undefined;
  // 紧急联系人 over 姓名: the second row alone would take the contact for the child.
  if (height === 1 && at > 0 && groupsOthers(cellsOf(sheet, at - 1)) && candidateAt(kind, sheet, at - 1, 2)) return undefined;
  const headers = height === 1 ? cellsOf(sheet, at) : joined(kind, cellsOf(sheet, at), cellsOf(sheet, at + 1));
  const columns = columnsOf(kind, named(headers));
  const known = columns.filter((column) => column.role !== undefined && !column.repeated);
  if (known.length < 2 || !known.some((column) => column.role && namesPeople.has(column.role))) return undefined;
  const used = known.filter((column) => column.role !== 'unused').length;
  // A second row must explain more than it makes unreadable: under a header of one row stands a person.
  const unknown = columns.filter((column) => column.role === undefined).length;
  return { at, height, columns, score: used * 3 + known.length - unknown * 0.5 - height * 0.1 };
}

/** The texts of one row, merged cells filled in over all their columns. */
function cellsOf(sheet: SheetTop, at: number): string[] {
  const { row, cells } = sheet.rows[at];
  const texts = cells.map((cell) => cell.text);
  for (const merge of sheet.merges) {
    if (merge.row !== row) continue;
    for (let column = merge.column; column <= merge.lastColumn; column++) texts[column] = texts[merge.column] ?? '';
  }
  return Array.from(texts, (text) => text ?? '');
}

/** A header of two rows: 成员1 over 姓名 is 成员1姓名, 基本信息 over 姓名 is 姓名, 姓名 over nothing is 姓名. */
function joined(kind: RegisterKind, upper: readonly string[], lower: readonly string[]): string[] {
  let group = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const [above, below] = [upper[column] ?? '', lower[column] ?? ''];
    if (above) group = above;
    if (!below || below === above) return above;
    const together = (above || group) + below;
    if (meaningOf(kind, together) || aboutSomebodyElse.test(above || group)) return together;
    return below;
  });
}

function groupsOthers(cells: readonly string[]): boolean {
  return cells.some((text) => isGroup(text) && aboutSomebodyElse.test(text));
}

/** A head over several columns; 班主任：王某 above a list is none. */
function isGroup(text: string): boolean {
  return text.length <= 10 && !/[:：]/.test(text);
}

/** Under such a head 姓名 is not the child's name. */
const aboutSomebodyElse = /家长|监护|父|母|成员|联系人|户主|老师|教师|班主任|责任|帮扶|包保|填表|审核|领导|干部/;

/** The columns that have a header. */
function named(headers: readonly string[]): SheetFacts['headers'] {
  return headers.flatMap((header, index) => (header === '' ? [] : [{ index, header: header.replace(/\s+/g, '') }]));
}

function factsOf(sheet: SheetTop, { at, height, columns }: Candidate): SheetFacts {
  const headerRow = sheet.rows[at + height - 1].row;
  let next = at + height;
  while (next < sheet.rows.length && isNoPerson(sheet.rows[next].cells.map((cell) => cell.text.trim()))) next++;
  const fromRow = next > at + height ? sheet.rows[next - 1].row + 1 : headerRow + 1;
  const title = sheet.rows.slice(0, at).flatMap(({ cells }) => cells.map((cell) => cell.text));
  return {
    headerRow,
    fromRow,
    headers: columns.map(({ index, header }) => ({ index, header })),
    mergedDown: columns.filter(({ index }) => isMergedDown(sheet, index, fromRow)).map(({ index }) => index),
    titleClass: firstMatch([...title, sheet.name], classPattern),
    titleSchool: firstMatch(title, schoolPattern),
  };
}

/** A row of column numbers (1 2 3 …) or a sample (例：…) between header and people. */
function isNoPerson(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  if (/^[（(]?((示例|样例)([）)（(:：]|$)|例[如:：])/.test(filled[0] ?? '')) return true;
  return filled.length >= 3 && filled.every((text, i) => Number(text) === i + Number(filled[0]) && Number(text) <= filled.length);
}

function isMergedDown(sheet: SheetTop, column: number, fromRow: number): boolean {
  return sheet.merges.some((merge) => merge.column === column && merge.row >= fromRow && merge.lastRow > merge.row);
}

/** 三年级2班, 七（3）班, 初一4班, 3.2班, 2019级3班. */
const classPattern =
  /(?:(?:[一二三四五六七八九1-9]|初[一二三中]|20\d\d)(?:年级|年|级)?[.(（]?[一二三四五六七八九十\d]{1,3}[)）]?班)/;
const schoolPattern = /[\p{Script=Han}\d]{2,20}?(?:(?<!中)小学|中学|学校|小学校)(?!生)/u;

function firstMatch(texts: readonly string[], pattern: RegExp): string {
  for (const text of texts) {
    const match = pattern.exec(text.replace(/\s+/g, ''));
    if (match) return match[0];
  }
  return '';
}
