import { type ColumnRole, isOwnHeader, meaningOf, normaliseHeader } from './header-names';
import type { RegisterKind } from './register';

/** One column with a header; `role` is undefined where nobody knows the header. */
export type SheetColumn = {
  readonly index: number;
  readonly header: string;
  readonly role: ColumnRole | undefined;
  /** another column says the same and is read instead */ readonly repeated: boolean;
};

/** What is seen of a sheet before anybody says what its columns mean: enough to read its rows again later. */
export type SheetFacts = {
  /** number of the last header row */ readonly headerRow: number;
  /** number of the first data row */ readonly fromRow: number;
  /** the columns that have a header, blanks taken out of it */
  readonly headers: readonly { readonly index: number; readonly header: string }[];
  /** columns with merged cells below the header */ readonly mergedDown: readonly number[];
  /** what the title or the sheet's name says of all rows; '' where it says nothing */
  readonly titleClass: string;
  readonly titleSchool: string;
};

/** How a sheet is to be read. */
export type Layout = {
  readonly headerRow: number;
  readonly fromRow: number;
  readonly columns: readonly SheetColumn[];
  /** columns whose merged cells stand for several rows */ readonly fillDown: readonly number[];
  /** what the title or the sheet's name says of all rows, where no column says it */
  readonly className: string;
  readonly school: string;
};

/** What a person says columns are for, by the key of the column (`columnKeys`); `unused` is a column to leave alone. */
export type ColumnMapping = Readonly<Record<string, ColumnRole>>;

/**
 * The name by which a column is remembered: its header without what varies from sheet to sheet, and `#2`, `#3` … where a
 * header comes again. In the order of `headers`.
 */
export function columnKeys(headers: readonly { readonly header: string }[]): string[] {
  const seen = new Map<string, number>();
  return headers.map(({ header }) => {
    const name = normaliseHeader(header);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name}#${times}`;
  });
}

/**
 * Equal for sheets with the same set of headers, in whatever order: the source of a remembered mapping. Rows that come back
 * mended are of the source they were taken from.
 */
export function sourceText(kind: RegisterKind, facts: SheetFacts): string {
  const own = facts.headers.filter(({ header }) => !isOwnHeader(header));
  return [kind, ...columnKeys(own).sort()].join('\n');
}

/** How a sheet is read: by what people said of its columns, else by their names. */
export function layoutOf(kind: RegisterKind, facts: SheetFacts, mapping: ColumnMapping = {}): Layout {
  const columns = columnsOf(kind, facts.headers, mapping);
  const has = (role: ColumnRole) => columns.some((column) => column.role === role);
  const repeatsDown = columns.filter(({ role, index }) => role && writtenOnce.has(role) && facts.mergedDown.includes(index));
  return {
    headerRow: facts.headerRow,
    fromRow: facts.fromRow,
    columns,
    fillDown: repeatsDown.map(({ index }) => index),
    className: has('className') ? '' : facts.titleClass,
    school: has('school') || has('schoolCode') ? '' : facts.titleSchool,
  };
}

/** The columns with their roles; of several for one thing the best is read and the others are `repeated`. */
export function columnsOf(kind: RegisterKind, headers: SheetFacts['headers'], mapping: ColumnMapping = {}): SheetColumn[] {
  const keys = columnKeys(headers);
  const meanings = headers.map(({ header }, at) => {
    const said = Object.hasOwn(mapping, keys[at]) ? mapping[keys[at]] : undefined;
    return said === undefined ? meaningOf(kind, header) : { role: said, rank: saidByAPerson };
  });
  const best = new Map<ColumnRole, { rank: number; at: number }>();
  meanings.forEach((meaning, at) => {
    if (meaning && meaning.rank < (best.get(meaning.role)?.rank ?? Number.POSITIVE_INFINITY))
      best.set(meaning.role, { rank: meaning.rank, at });
  });
  return headers.map(({ index, header }, at) => {
    const role = meanings[at]?.role;
    return { index, header, role, repeated: role !== undefined && role !== 'unused' && best.get(role)?.at !== at };
  });
}

/** The columns of a layout that are read. */
export function readColumns(layout: Layout): Layout['columns'] {
  return layout.columns.filter(({ role, repeated }) => role !== undefined && role !== 'unused' && !repeated);
}

/** Better than the best name. */
const saidByAPerson = -1;

/** What a list often writes once for several rows. */
const writtenOnce: ReadonlySet<ColumnRole> = new Set([
  'school',
  'schoolCode',
  'grade',
  'className',
  'township',
  'village',
  'householdNumber',
  'headName',
  'headId',
]);
