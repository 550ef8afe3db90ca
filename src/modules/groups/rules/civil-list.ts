import { parseIdNumber, upgradeIdNumber } from '../../../kernel/id-number';
import type { GroupKey } from './groups';

/** The groups of which offices of civil affairs keep lists. */
export const civilGroups = ['orphan', 'unsupported', 'hardship', 'left-behind'] as const satisfies readonly GroupKey[];
export type CivilGroup = (typeof civilGroups)[number];

/** What is wrong with a line by itself. `twice`: a line above says the same of the same child. */
export const lineFaults = ['no-name', 'no-number', 'bad-number', 'other-group', 'twice'] as const;
export type LineFault = (typeof lineFaults)[number];

/** A line of a list: who, by which number, in which group; or why it cannot be used. */
export type ListLine = { readonly row: number; readonly name: string } & (
  | { readonly fault: null; readonly number: string; readonly group: CivilGroup }
  | { readonly fault: LineFault }
);

type Table = {
  readonly header: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
};

/** No original of such a list was found (formats.md §4.4); these are the names that lists of offices use for such columns. */
const heads = {
  name: ['姓名', '儿童姓名', '孩子姓名', '学生姓名', '孤儿姓名', '保障对象姓名', '对象姓名'],
  number: ['身份证号', '身份证号码', '公民身份号码', '身份证件号', '身份证件号码', '证件号码', '儿童身份证号', '身份证'],
  group: ['类别', '儿童类别', '保障类别', '困境类别', '类型', '儿童类型', '对象类别', '人员类别'],
} as const;
type Head = keyof typeof heads;

/** How a list names a group, the longer word first: 事实无人抚养 is no 孤儿, though some lists write 孤儿（含事实无人抚养）for both. */
const groupWords: readonly (readonly [word: string, group: CivilGroup])[] = [
  ['事实无人抚养', 'unsupported'],
  ['孤儿', 'orphan'],
  ['留守', 'left-behind'],
  ['困境', 'hardship'],
];

/** Whether a row is the row of headers of such a list: it has names and ID numbers. */
export function isListHeader(header: readonly string[]): boolean {
  return at(header, 'name') >= 0 && at(header, 'number') >= 0;
}

/** Reads a list. A line that names a group in a column of its own is in that one, every other in `usual`; empty lines are none. */
export function readCivilList({ header, rows }: Table, usual: CivilGroup): readonly ListLine[] {
  const [nameAt, numberAt, groupAt] = [at(header, 'name'), at(header, 'number'), at(header, 'group')];
  const seen = new Set<string>();
  return rows.flatMap(({ row, cells }): readonly ListLine[] => {
    const name = plain(cells[nameAt] ?? '');
    const number = upgradeIdNumber(plain(cells[numberAt] ?? '').toUpperCase());
    if (name === '' && number === '') return [];
    if (name === '') return [{ row, name, fault: 'no-name' }];
    if (number === '') return [{ row, name, fault: 'no-number' }];
    if (!parseIdNumber(number).ok) return [{ row, name, fault: 'bad-number' }];
    const group = groupOfWord(plain(cells[groupAt] ?? ''), usual);
    if (group === undefined) return [{ row, name, fault: 'other-group' }];
    if (seen.has(`${group} ${number}`)) return [{ row, name, fault: 'twice' }];
    seen.add(`${group} ${number}`);
    return [{ row, name, fault: null, number, group }];
  });
}

/** Names are compared as they are heard of: without spaces, and with one sort of dot between the parts of a long one. */
export function isSameName(one: string, other: string): boolean {
  const bare = (name: string) => plain(name).replaceAll(/[·•・．.]/g, '');
  return bare(one) === bare(other);
}

function groupOfWord(word: string, usual: CivilGroup): CivilGroup | undefined {
  if (word === '') return usual;
  return groupWords.find(([part]) => word.includes(part))?.[1];
}

function at(header: readonly string[], head: Head): number {
  return header.findIndex((cell) => heads[head].some((name) => name === plain(cell).replace(/[*★※]/g, '')));
}

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '');
}
