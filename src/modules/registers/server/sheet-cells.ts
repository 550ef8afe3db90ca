import { type Entries, entryText, type PackedColumn } from '../../../kernel/packed-column';
import { readSex } from '../rules/clean';
import { type CleanColumn, cleanColumn, formOf } from '../rules/columns';
import { type DateCell, readDate } from '../rules/dates';
import { type ColumnRole, normaliseHeader } from '../rules/header-names';
import { type Layout, readColumns } from '../rules/layout';
import { addressOrder } from '../rules/locate';
import type { RegisterField, RegisterKind } from '../rules/register';
import type { FieldStore } from './field-store';

/** The rows of a sheet as the reader hands them over: the columns of `layout` that have a role, in its order. */
export type SheetRows = { readonly rowNumbers: Uint32Array; readonly columns: readonly PackedColumn[] };

/** One column with what it is for and what the sheet calls it. */
export type RoleColumn = { readonly role: ColumnRole; readonly header: string; readonly column: PackedColumn };

/** A sheet, cleaned but not yet judged: every field as numbers of the register's dictionaries. */
export type SheetCells = {
  readonly rowNumbers: Uint32Array;
  readonly roles: ReadonlyMap<ColumnRole, RoleColumn>;
  readonly clean: ReadonlyMap<RegisterField, CleanColumn>;
  /** of each entry of the birth column */ readonly births: readonly DateCell[];
  /** of each entry of the sex column, see `readSex` */ readonly sexes: Int8Array;
};

/** Cleans every distinct cell of a sheet once. */
export function cellsOf(layout: Layout, rows: SheetRows, storeOf: (field: RegisterField) => FieldStore): SheetCells {
  const roles = new Map<ColumnRole, RoleColumn>();
  readColumns(layout).forEach(({ role, header, index }, at) => {
    const column = layout.fillDown.includes(index) ? filledDown(rows.columns[at]) : rows.columns[at];
    if (role) roles.set(role, { role, header, column });
  });
  const clean = new Map<RegisterField, CleanColumn>();
  for (const { role, column } of roles.values()) {
    if (isTextField(role)) clean.set(role, cleanColumn(formOf(role), column, storeOf(role).dictionary));
  }
  const [birth, sex] = [roles.get('birth')?.column.entries, roles.get('sex')?.column.entries];
  return {
    rowNumbers: rows.rowNumbers,
    roles,
    clean,
    births: birth ? eachText(birth, readDate) : [],
    sexes: sex ? Int8Array.from(eachText(sex, readSex)) : new Int8Array(0),
  };
}

/** The address column: of each row the first of the address columns that holds something. */
export function addressCodes(kind: RegisterKind, cells: SheetCells, store: FieldStore): Uint32Array | undefined {
  const columns = addressOrder(kind).flatMap((role) => cells.roles.get(role)?.column ?? []);
  let codes: Uint32Array | undefined;
  for (const column of columns) {
    const { entries } = cleanColumn('address', column, store.dictionary);
    if (codes) fillGaps(codes, column.codes, entries);
    else codes = allMapped(column.codes, entries);
  }
  return codes;
}

/** Of each row what `ofEntry` says of its entry. */
export function allMapped(codes: Uint32Array, ofEntry: Uint32Array): Uint32Array {
  const result = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row++) result[row] = ofEntry[codes[row]];
  return result;
}

/** For the rows `kept`, what `ofEntry` says of their entry of a column. */
export function mapped(codes: Uint32Array, ofEntry: Uint32Array, kept: Uint32Array): Uint32Array {
  const result = new Uint32Array(kept.length);
  for (let at = 0; at < kept.length; at++) result[at] = ofEntry[codes[kept[at]]];
  return result;
}

/** Entries of a name column that are no names: a header printed again on each page, and lines of totals. */
export function notNames(names: RoleColumn | undefined): ReadonlySet<number> {
  const found = new Set<number>();
  if (!names) return found;
  const { entries } = names.column;
  for (let entry = 1; entry < entries.count; entry++) {
    if (!mayBeNoName(entries.bytes, entries.ends[entry - 1])) continue;
    if (lines.has(normaliseHeader(entryText(entries, entry)))) found.add(entry);
  }
  return found;
}

/** A million names are not decoded to find the few that begin like one of `lines`. */
function mayBeNoName(bytes: Uint8Array, at: number): boolean {
  return firstCharacters.has((bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2]);
}

const lines = new Set(['姓名', '学生姓名', '学生', '合计', '总计', '小计', '共计']);
/** 姓 学 合 总 小 共 in UTF-8. */
const firstCharacters = new Set([0xe5a793, 0xe5ada6, 0xe59088, 0xe680bb, 0xe5b08f, 0xe585b1]);

/** Fields that are kept as texts of their own column; township, village and address are made from several. */
function isTextField(role: ColumnRole): role is RegisterField {
  return !notText.has(role);
}

const notText: ReadonlySet<ColumnRole> = new Set([
  'unused',
  'birth',
  'sex',
  'township',
  'village',
  'address',
  'hukouArea',
  'hukouAddress',
  'presentArea',
  'presentAddress',
  'homeAddress',
  'mailAddress',
]);

function eachText<T>(entries: Entries, read: (text: string) => T): T[] {
  return Array.from({ length: entries.count }, (_, entry) => read(entryText(entries, entry)));
}

function filledDown(column: PackedColumn): PackedColumn {
  const codes = column.codes.slice();
  for (let row = 1; row < codes.length; row++) if (codes[row] === 0) codes[row] = codes[row - 1];
  return { codes, entries: column.entries };
}

function fillGaps(codes: Uint32Array, from: Uint32Array, entries: Uint32Array): void {
  for (let row = 0; row < codes.length; row++) if (codes[row] === 0) codes[row] = entries[from[row]];
}
