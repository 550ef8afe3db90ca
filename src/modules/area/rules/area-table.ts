import type { Sentence } from '../../../kernel/refusal';
import { levelOf, parentCodeOf, plainCode } from './area-code';
import type { Area } from './area-tree';

/** A line of a table of areas: what a county imports, and what it gets when it exports. */
export type AreaRow = { readonly code: string; readonly name: string; readonly otherNames: readonly string[] };

/** What is wrong with a line, or with the table as a whole (row 0); rows are counted as in the sheet, from 1. */
export type AreaProblem = Sentence & { readonly row: number; readonly code: AreaProblemCode };

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

/**
 * Reads a table that was copied from a spreadsheet or a .csv: one header with 区划代码 and 名称, one line an area. Lines with a
 * problem are left out of `rows`; nothing is guessed.
 */
export function readAreaTable(text: string, countyCode: string): { rows: readonly AreaRow[]; problems: readonly AreaProblem[] } {
  const lines = text.split(/\r\n|\n|\r/).map((line, place) => ({ row: place + 1, cells: cellsOf(line) }));
  const header = lines.find(({ cells }) => columnOf(cells, 'code') >= 0 && columnOf(cells, 'name') >= 0);
  if (!header) return { rows: [], problems: [words.noHeader(lines[0]?.cells.join('、') ?? '')] };
  const at = (cells: readonly string[], column: keyof typeof columns) => cells[columnOf(header.cells, column)] ?? '';
  const problems: AreaProblem[] = [];
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
  return { rows, problems: problems.sort((a, b) => a.row - b.row) };
}

/** The same table of areas that exist, with tabs, ready for a spreadsheet and to be read again. */
export function writeAreaTable(areas: readonly Area[]): string {
  const lines = areas.map(({ code, name, otherNames }) => [code.padEnd(12, '0'), name, otherNames.join('、')].join('\t'));
  return [[columns.code[0], columns.name[0], columns.otherNames[0]].join('\t'), ...lines].join('\n');
}

/** The first table of a county lacks the line of the county itself. */
export function countyMissing(countyCode: string): AreaProblem {
  return problem(
    0,
    'county-missing',
    `第一次导入的表里要有本县自己的一行（${countyCode}）。请补上后重新复制。`,
    `The first table must hold the line of the county itself (${countyCode}). Add it and copy again.`,
  );
}

type Seen = ReadonlyMap<string, { readonly row: number; readonly area: AreaRow }>;

function readRow(given: AreaRow, row: number, countyCode: string, seen: Seen): { area: AreaRow } | { problem: AreaProblem } {
  const code = plainCode(given.code);
  if (code === undefined) return { problem: words.unreadable(row, given.code) };
  if (!code.startsWith(countyCode)) return { problem: words.otherCounty(row, given.code, countyCode) };
  if (given.name === '') return { problem: words.nameMissing(row, code) };
  const twice = seen.get(code);
  if (twice) return { problem: words.codeTwice(row, code, twice.row) };
  return { area: { ...given, code } };
}

/** The province and the city of the county, which published tables begin with. */
function isAbove(code: string, countyCode: string): boolean {
  const plain = plainCode(code);
  return plain === `${countyCode.slice(0, 2)}0000` || plain === `${countyCode.slice(0, 4)}00`;
}

/** Leaves out what has no parent in the table, and what bears the same name as its neighbour. */
function withParents(countyCode: string, seen: Seen, problems: AreaProblem[]): readonly AreaRow[] {
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
      0,
      'no-header',
      `没有找到表头：要有一行写着“区划代码”和“名称”，现在第一行是“${first}”。请连表头一起复制。`,
      `No header: a line must name 区划代码 and 名称; the first line is "${first}". Copy the header with the rows.`,
    ),
  noAreas: () =>
    problem(0, 'no-areas', '表里只有表头，没有一个区划。请重新复制。', 'The table has a header and no areas. Copy it again.'),
  unreadable: (row: number, text: string) =>
    problem(
      row,
      'code-unreadable',
      /E\+/i.test(text)
        ? `区划代码“${text}”被表格软件变成了科学计数，请把这一列设为“文本”后重新复制。`
        : `区划代码“${text}”不是 6、9 或 12 位数字，请改正。`,
      `The code "${text}" has not 6, 9 or 12 digits; correct it${/E\+/i.test(text) ? ', or set the column to text' : ''}.`,
    ),
  otherCounty: (row: number, text: string, county: string) =>
    problem(
      row,
      'other-county',
      `区划代码“${text}”不属于本县（${county}），没有导入。`,
      `The code "${text}" is not of this county (${county}); the line was left out.`,
    ),
  nameMissing: (row: number, code: string) =>
    problem(row, 'name-missing', `${code} 没有名称，请补上。`, `${code} has no name; add it.`),
  codeTwice: (row: number, code: string, first: number) =>
    problem(
      row,
      'code-twice',
      `区划代码 ${code} 在第 ${first} 行已经有了，请删去一行。`,
      `The code ${code} is already in row ${first}; remove one.`,
    ),
  parentMissing: (row: number, { code, name }: AreaRow, parent: string) =>
    problem(
      row,
      'parent-missing',
      `“${name}”（${code}）所属的${levelWords[levelOf(parent)]} ${parent} 不在表里，请补上那一行。`,
      `The ${levelOf(parent)} ${parent} above "${name}" (${code}) is not in the table; add its row.`,
    ),
  nameTwice: (row: number, { name }: AreaRow, first: number) =>
    problem(
      row,
      'name-twice',
      `“${name}”和第 ${first} 行同名、又同属一处，请核对是否重复。`,
      `"${name}" has the name and the parent of row ${first}; check whether it is there twice.`,
    ),
} as const;

function problem(row: number, code: AreaProblemCode, zh: string, en: string): AreaProblem {
  return { row, code, zh, en };
}
