import { cellKind, entryText, type PackedColumn } from '../../../kernel/packed-column';
import { cleanId, cleanPhone, cleanText, readSex } from './clean';
import { readDate } from './dates';
import type { ColumnRole } from './header-names';
import { type ColumnMapping, columnKeys, columnsOf, type SheetFacts } from './layout';
import { maskCell } from './mask';
import { MISSING_DAY, type RegisterKind } from './register';

/**
 * Why a column is taken for what it is: a name that lists use, a person's word, another column that says the same better,
 * a name whose cells say something else, cells that look like something though nobody knows the name, or nothing at all.
 */
export type ColumnWhy = 'name' | 'person' | 'repeated' | 'unlike' | 'looks-like' | 'unknown';

/** One column as it is shown to the person who says what it is for. */
export type ColumnView = {
  readonly key: string;
  readonly header: string;
  readonly role: ColumnRole | undefined;
  readonly why: ColumnWhy;
  /** what its cells look like, where that is not what it is taken for */ readonly suggestion: ColumnRole | undefined;
  /** share of the cells looked at that look like the role or the suggestion, 0 to 1; undefined where looks say nothing */
  readonly fits: number | undefined;
  /** up to three masked values, not in the order of the rows: they are no person's row */ readonly examples: readonly string[];
};

/** What each column of a sheet is taken for, and why. `columns` are by index of the file. */
export function recogniseColumns(
  kind: RegisterKind,
  facts: SheetFacts,
  columns: readonly PackedColumn[],
  mapping: ColumnMapping = {},
): ColumnView[] {
  const keys = columnKeys(facts.headers);
  return columnsOf(kind, facts.headers, mapping).map(({ index, header, role, repeated }, at) => {
    const texts = sampleOf(columns[index]);
    const said = Object.hasOwn(mapping, keys[at]);
    const judged = judge(role, said, repeated, texts);
    return { key: keys[at], header, role, ...judged, examples: examplesOf(role ?? judged.suggestion, texts) };
  });
}

type Judged = Pick<ColumnView, 'why' | 'suggestion' | 'fits'>;

function judge(role: ColumnRole | undefined, said: boolean, repeated: boolean, texts: readonly string[]): Judged {
  const look = role && looks[role];
  const fits = look && texts.length > 0 ? shareOf(texts, look) : undefined;
  if (said) return { why: 'person', suggestion: undefined, fits };
  if (repeated) return { why: 'repeated', suggestion: undefined, fits };
  if (role && (fits === undefined || fits >= leastFit || texts.length < fewest))
    return { why: 'name', suggestion: undefined, fits };
  const suggestion = guess(texts);
  if (role) return { why: 'unlike', suggestion, fits };
  if (!suggestion) return { why: 'unknown', suggestion: undefined, fits: undefined };
  return { why: 'looks-like', suggestion, fits: shareOf(texts, looks[suggestion] ?? never) };
}

/** Distinct cells looked at of a column, and how few say nothing. Our choice: a thousand rows would tell the same. */
const sampleSize = 300;
const fewest = 5;
/** A named column of which fewer fit is doubted; an unnamed one is only guessed at where nearly all fit. Our choice. */
const leastFit = 0.3;
const sureFit = 0.9;

function sampleOf(column: PackedColumn | undefined): string[] {
  const texts: string[] = [];
  const entries = column?.entries;
  for (let entry = 1; entries && entry < entries.count && texts.length < sampleSize; entry++) {
    if (entries.kinds[entry] === cellKind.error) continue;
    const text = cleanText(entryText(entries, entry));
    if (text !== '') texts.push(text);
  }
  return texts;
}

type Look = (text: string) => boolean;

const never: Look = () => false;
const isId: Look = (text) => {
  const { text: id, problem } = cleanId(text, cellKind.text);
  return problem !== undefined || /^\d{14,17}[\dX]$/.test(id);
};
const isDay: Look = (text) => /^\d{4}|^\d{5}$|年/.test(text) && dayOrMonth(text);
const isPhone: Look = (text) => /^(1\d{10}|0\d{9,11}|[2-8]\d{6,7})$/.test(cleanPhone(text));
const isSex: Look = (text) => readSex(text) > 0 && !/^\d/.test(text);
const isStudentNumber: Look = (text) => /^[GLJ]\d{17}[\dX]$|^[GLJ]\d{18}$/i.test(text.replace(/\s/g, ''));
const isEthnicity: Look = (text) => /^[\p{Script=Han}]{1,6}族$/u.test(text);

/** What the cells of a column must look like; roles of names and places look like anything. */
const looks: Readonly<Partial<Record<ColumnRole, Look>>> = {
  idNumber: isId,
  guardian1Id: isId,
  guardian2Id: isId,
  headId: isId,
  birth: isDay,
  sex: (text) => readSex(text) >= 0,
  phone: isPhone,
  guardian1Phone: isPhone,
  guardian2Phone: isPhone,
};

/** Roles that cells alone may suggest, the most telling first. */
const guesses: readonly (readonly [ColumnRole, Look])[] = [
  ['studentNumber', isStudentNumber],
  ['idNumber', isId],
  ['birth', isDay],
  ['phone', isPhone],
  ['sex', isSex],
  ['ethnicity', isEthnicity],
];

function guess(texts: readonly string[]): ColumnRole | undefined {
  const few = texts.length < fewest;
  return guesses.find(([role, look]) => (!few || role === 'sex') && shareOf(texts, look) >= sureFit)?.[0];
}

function shareOf(texts: readonly string[], look: Look): number {
  return texts.length === 0 ? 0 : texts.filter(look).length / texts.length;
}

function dayOrMonth(text: string): boolean {
  const { day, problem } = readDate(text);
  return day !== MISSING_DAY || problem === 'birthMonthOnly' || problem === 'birthImpossible';
}

/** Sorted, so that the examples of two columns do not stand in one person's row. */
function examplesOf(role: ColumnRole | undefined, texts: readonly string[]): string[] {
  const masked = new Set([...texts].sort().map((text) => maskCell(role, text)));
  return [...masked].slice(0, 3);
}
