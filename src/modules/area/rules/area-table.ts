import type { Sentence } from '../../../kernel/refusal';
import { levelOf, parentCodeOf, plainCode } from './area-code';
import type { Area } from './area-tree';

/** A line of a table of areas: what a county imports, and what it gets when it exports. */
export type AreaRow = { readonly code: string; readonly name: string; readonly otherNames: readonly string[] };

/** What is wrong with a line, or with the table as a whole (row 0, no column); rows are counted as in the sheet, from 1. */
export type AreaProblem = Sentence & {
  readonly row: number;
  /** by the header of this table */ readonly column: string;
  /** what stands there */ readonly value: string;
  readonly code: AreaProblemCode;
};

export type AreaProblemCode =
  | 'no-header'
  | 'no-areas'
  | 'code-unreadable'
  | 'other-county'
  | 'code-twice'
  | 'parent-missing'
  | 'name-missing'
  | 'name-twice'
  | 'county-missing';

/** The columns by the names people give them; the first is what we write ourselves. */
const columns = {
  code: ['区划代码', '代码', '统计用区划代码', '区划编码'],
  name: ['名称', '区划名称', '单位名称'],
  otherNames: ['别名', '曾用名', '其他写法'],
} as const;
type ColumnKey = keyof typeof columns;
type Problem = Omit<AreaProblem, 'column'> & { readonly column: ColumnKey | null };

/** The headers that we write ourselves. */
export const areaHeaders = [columns.code[0], columns.name[0], columns.otherNames[0]] as const;

/** Which cells of a row are the headers of code, name and other names (-1: not there); undefined where it is no row of headers. */
export function areaColumns(cells: readonly string[]): Readonly<Record<ColumnKey, number>> | undefined {
  const at = (column: ColumnKey) => columnOf(cells, column);
  const found = { code: at('code'), name: at('name'), otherNames: at('otherNames') };
  return found.code >= 0 && found.name >= 0 ? found : undefined;
}

/**
 * Reads a table as text, its cells apart by tabs or commas: one header with 区划代码 and 名称, one line an area. Lines with a
 * problem are left out of `rows`; nothing is guessed.
 */
export function readAreaTable(text: string, countyCode: string): { rows: readonly AreaRow[]; problems: readonly AreaProblem[] } {
  const lines = text.split(/\r\n|\n|\r/).map((line, place) => ({ row: place + 1, cells: cellsOf(line) }));
  const header = lines.find(({ cells }) => areaColumns(cells) !== undefined);
  if (!header) return { rows: [], problems: [{ ...words.noHeader(lines[0]?.cells.join('、') ?? ''), column: '' }] };
  const at = (cells: readonly string[], column: ColumnKey) => cells[columnOf(header.cells, column)] ?? '';
  const problems: Problem[] = [];
  const seen = new Map<string, { row: number; area: AreaRow }>();
  for (const { row, cells } of lines) {
    if (row <= header.row || cells.every((cell) => cell === '')) continue;
    const area = { code: at(cells, 'code'), name: at(cells, 'name'), otherNames: splitNames(at(cells, 'otherNames')) };
    if (isAbove(area.code, countyCode)) continue;
    const read = readRow(area, row, countyCode, seen);
    if ('problem' in read) problems.push(read.problem);
    else seen.set(read.area.code, { row, area: read.area });
  }
  const rows = withParents(countyCode, seen, problems);
  if (rows.length === 0 && problems.length === 0) problems.push(words.noAreas());
  const named = problems.map((one) => ({ ...one, column: one.column === null ? '' : at(header.cells, one.column) }));
  return { rows, problems: named.sort((a, b) => a.row - b.row) };
}

/** A table as text: rows of cells, each with its number (from 1, growing), so that it is read back with the same numbers. */
export function areaText(rows: readonly { readonly row: number; readonly cells: readonly string[] }[]): string {
  let written = 0;
  const lines: string[] = [];
  for (const { row, cells } of rows) {
    // A tab or a line break within a cell would part it.
    lines.push('\n'.repeat(row - 1 - written), cells.map((cell) => cell.replaceAll(/\s+/g, ' ')).join('\t'));
    written = row - 1;
  }
  return lines.join('');
}

/** The rows of a table of areas that exist, in the columns of `areaHeaders`, ready to be read again. */
export function areaTableRows(areas: readonly Area[]): readonly (readonly [code: string, name: string, otherNames: string])[] {
  return areas.map(({ code, name, otherNames }) => [code.padEnd(12, '0'), name, otherNames.join('、')]);
}

/** The first table of a county lacks the line of the county itself. */
export function countyMissing(countyCode: string): AreaProblem {
  return {
    row: 0,
    column: '',
    value: '',
    code: 'county-missing',
    zh: `第一次导入的表里要有本县自己的一行（${countyCode}）。请补上这一行。`,
    en: `The first table must hold the line of the county itself (${countyCode}). Add it.`,
  };
}

type Seen = ReadonlyMap<string, { readonly row: number; readonly area: AreaRow }>;

function readRow(given: AreaRow, row: number, countyCode: string, seen: Seen): { area: AreaRow } | { problem: Problem } {
  const code = plainCode(given.code);
  if (code === undefined) return { problem: words.unreadable(row, given.code) };
  if (!code.startsWith(countyCode)) return { problem: words.otherCounty(row, given.code, countyCode) };
  if (given.name === '') return { problem: words.nameMissing(row, code) };
  const twice = seen.get(code);
  if (twice) return { problem: words.codeTwice(row, given.code, code, twice.row) };
  return { area: { ...given, code } };
}

/** The province and the city of the county, which published tables begin with. */
function isAbove(code: string, countyCode: string): boolean {
  const plain = plainCode(code);
  return plain === `${countyCode.slice(0, 2)}0000` || plain === `${countyCode.slice(0, 4)}00`;
}

/** Leaves out what has no parent in the table, and what bears the same name as its neighbour. */
function withParents(countyCode: string, seen: Seen, problems: Problem[]): readonly AreaRow[] {
  const names = new Map<string, number>();
  const taken = new Set([countyCode]);
  const rows: AreaRow[] = [];
  const ordered = [...seen.values()].sort((a, b) => (a.area.code < b.area.code ? -1 : 1));
  for (const { row, area } of ordered) {
    const parent = parentCodeOf(area.code);
    const named = `${parent} ${area.name}`;
    const twin = names.get(named);
    if (parent !== null && !taken.has(parent)) problems.push(words.parentMissing(row, area, parent));
    else if (twin !== undefined) problems.push(words.nameTwice(row, area, twin));
    else {
      rows.push(area);
      taken.add(area.code);
    }
    names.set(named, twin ?? row);
  }
  return rows;
}

function cellsOf(line: string): readonly string[] {
  const separator = line.includes('\t') ? '\t' : /[,，]/;
  return line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

function columnOf(header: readonly string[], column: keyof typeof columns): number {
  const known: readonly string[] = columns[column];
  return header.findIndex((cell) => known.includes(cell.replace(/^﻿/, '')));
}

function splitNames(cell: string): readonly string[] {
  return cell.split(/[、;；]/).flatMap((name) => name.trim() || []);
}

const levelWords = { county: '县', township: '乡镇', village: '村' } as const;

const words = {
  noHeader: (first: string) =>
    problem(
      [0, null, ''],
      'no-header',
      `没有找到表头：要有一行写着“区划代码”和“名称”，现在第一行是“${first}”。请连表头一起复制。`,
      `No header: a line must name 区划代码 and 名称; the first line is "${first}". Copy the header with the rows.`,
    ),
  noAreas: () =>
    problem(
      [0, null, ''],
      'no-areas',
      '表里只有表头，没有一个区划。请填好再来。',
      'The table has a header and no areas. Fill it in.',
    ),
  unreadable: (row: number, text: string) =>
    problem(
      [row, 'code', text],
      'code-unreadable',
      /E\+/i.test(text)
        ? `区划代码“${text}”被表格软件变成了科学计数，请把这一列设为“文本”，重新填这一格。`
        : `区划代码“${text}”不是 6、9 或 12 位数字，请改正。`,
      `The code "${text}" has not 6, 9 or 12 digits; correct it${/E\+/i.test(text) ? ', with the column set to text' : ''}.`,
    ),
  otherCounty: (row: number, text: string, county: string) =>
    problem(
      [row, 'code', text],
      'other-county',
      `区划代码“${text}”不属于本县（${county}），请改正或删去这一行。`,
      `The code "${text}" is not of this county (${county}); correct it or delete the row.`,
    ),
  nameMissing: (row: number, code: string) =>
    problem([row, 'name', ''], 'name-missing', `${code} 没有名称，请补上。`, `${code} has no name; add it.`),
  codeTwice: (row: number, text: string, code: string, first: number) =>
    problem(
      [row, 'code', text],
      'code-twice',
      `区划代码 ${code} 在第 ${first} 行已经有了，请删去一行。`,
      `The code ${code} is already in row ${first}; remove one.`,
    ),
  parentMissing: (row: number, { code, name }: AreaRow, parent: string) =>
    problem(
      [row, 'code', code],
      'parent-missing',
      `“${name}”（${code}）所属的${levelWords[levelOf(parent)]} ${parent} 不在表里，请补上那一行。`,
      `The ${levelOf(parent)} ${parent} above "${name}" (${code}) is not in the table; add its row.`,
    ),
  nameTwice: (row: number, { name }: AreaRow, first: number) =>
    problem(
      [row, 'name', name],
      'name-twice',
      `“${name}”和第 ${first} 行同名、又同属一处，请核对是否重复。`,
      `"${name}" has the name and the parent of row ${first}; check whether it is there twice.`,
    ),
} as const;

type Cell = readonly [row: number, column: ColumnKey | null, value: string];

function problem([row, column, value]: Cell, code: AreaProblemCode, zh: string, en: string): Problem {
  return { row, column, value, code, zh, en };
}
