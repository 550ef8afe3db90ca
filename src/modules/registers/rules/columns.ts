import { type IdRefusal, idKeyOfBytes, parseIdNumber } from '../../../kernel/id-number';
import { cellKind, entryText, type PackedColumn } from '../../../kernel/packed-column';
import {
  type CellProblem,
  type Cleaned,
  cleanAddress,
  cleanCode,
  cleanId,
  cleanName,
  cleanPhone,
  cleanText,
  isCleanAddress,
  isCleanCode,
  isCleanName,
  isCleanPhone,
  isCleanText,
} from './clean';
import type { Dictionary } from './dictionary';
import type { RegisterField } from './register';

/** A column of a sheet, cleaned: for each of its dictionary entries the number in the register's dictionary of the field. */
export type CleanColumn = {
  readonly raw: PackedColumn;
  readonly entries: Uint32Array;
  /** ID columns only: of each entry the key of a valid number, else -1 */ readonly keys: Float64Array | undefined;
  /** of each entry what is wrong with it; an entry that is not there is in order */
  readonly problems: ReadonlyMap<number, CellProblem>;
};

/** How a field is cleaned. */
export type CellForm = 'name' | 'id' | 'card' | 'code' | 'phone' | 'address' | 'text';

const forms: Readonly<Partial<Record<RegisterField, CellForm>>> = {
  name: 'name',
  formerName: 'name',
  guardian1Name: 'name',
  guardian2Name: 'name',
  headName: 'name',
  idNumber: 'id',
  guardian1Id: 'id',
  guardian2Id: 'id',
  headId: 'id',
  disabilityCard: 'card',
  phone: 'phone',
  guardian1Phone: 'phone',
  guardian2Phone: 'phone',
  studentNumber: 'code',
  auxiliaryNumber: 'code',
  schoolCode: 'code',
  householdNumber: 'code',
};

/** The form of a field; most are plain text. */
export function formOf(field: RegisterField): CellForm {
  return forms[field] ?? 'text';
}

/** Cleans each distinct cell of a column once, into the register's dictionary of the field. */
export function cleanColumn(form: CellForm, raw: PackedColumn, dictionary: Dictionary): CleanColumn {
  if (form === 'id' || form === 'card') return cleanIdColumn(form, raw, dictionary);
  const { bytes, ends, kinds, count } = raw.entries;
  const replaced = new Map<number, string>();
  const isClean = quickLooks[form];
  for (let entry = 1; entry < count; entry++) {
    if (kinds[entry] === cellKind.text && isClean(bytes, ends[entry - 1], ends[entry])) continue;
    replaced.set(entry, kinds[entry] === cellKind.error ? '' : cleaned(form, entryText(raw.entries, entry), kinds[entry]));
  }
  return { raw, entries: dictionary.addColumn(raw.entries, replaced), keys: undefined, problems: none };
}

/** Says of most cells, from their bytes alone, that cleaning would change nothing. */
const quickLooks = {
  name: isCleanName,
  phone: isCleanPhone,
  code: isCleanCode,
  address: isCleanAddress,
  text: isCleanText,
} as const satisfies Record<Exclude<CellForm, 'id' | 'card'>, (bytes: Uint8Array, from: number, to: number) => boolean>;

const none: ReadonlyMap<number, CellProblem> = new Map();
const encoder = new TextEncoder();
const idLength = 18;

function cleaned(form: CellForm, text: string, kind: number): string {
  if (form === 'name') return cleanName(text);
  if (form === 'phone') return cleanPhone(text);
  if (form === 'address') return cleanAddress(text);
  if (form === 'text') return kind === cellKind.number ? cleanText(text).replace(/\.0+$/, '') : cleanText(text);
  return cleanCode(text, kind);
}

function cleanIdColumn(form: CellForm, raw: PackedColumn, dictionary: Dictionary): CleanColumn {
  const { bytes, ends, kinds, count } = raw.entries;
  const replaced = new Map<number, string>();
  const problems = new Map<number, CellProblem>();
  const keys = new Float64Array(count).fill(-1);
  for (let entry = 1; entry < count; entry++) {
    const [from, to] = [ends[entry - 1], ends[entry]];
    if (kinds[entry] === cellKind.text && to - from === idLength) keys[entry] = idKeyOfBytes(bytes, from, to);
    if (keys[entry] >= 0) continue;
    const { text, problem } = kinds[entry] === cellKind.error ? emptyCell : cleanId(entryText(raw.entries, entry), kinds[entry]);
    const checked = checkId(form, text);
    const wrong = problem ?? checked.problem;
    replaced.set(entry, text);
    keys[entry] = checked.key;
    if (wrong) problems.set(entry, wrong);
  }
  return { raw, entries: dictionary.addColumn(raw.entries, replaced), keys, problems };
}

const emptyCell: Cleaned = { text: '' };

const refusalProblems: Readonly<Record<IdRefusal, CellProblem>> = {
  length: 'idLength',
  characters: 'idCharacters',
  region: 'idRegion',
  date: 'idDate',
  check: 'idCheckDigit',
};

/** A disability card in an ID column is read as the ID number it begins with; a passport or permit is left alone. */
function checkId(form: CellForm, text: string): { readonly key: number; readonly problem?: CellProblem } {
  if (text === '') return { key: -1 };
  const isCard = /^\d{17}[\dX][1-7][1-4]/.test(text);
  const bytes = encoder.encode(isCard || form === 'card' ? text.slice(0, idLength) : text);
  const key = idKeyOfBytes(bytes, 0, bytes.length);
  if (key >= 0 || form === 'card' || isOtherDocument(text)) return { key };
  const parsed = parseIdNumber(text);
  return parsed.ok ? { key } : { key, problem: refusalProblems[parsed.reason] };
}

/** A passport (E12345678), a permit (H0123456789, 台湾 8 digits) or a 学籍 number put in its place: letters first. */
function isOtherDocument(text: string): boolean {
  return /^[A-Z]{1,2}\d{6,10}$/.test(text) || /^[GLJ]\d{17}[\dX]$/.test(text);
}
