import { birthOfIdKey, sexOfIdKey } from '../../../kernel/id-number';
import { entryText } from '../../../kernel/packed-column';
import { type ProblemCode, severityOf } from '../problem-words';
import type { CleanColumn } from '../rules/columns';
import type { ColumnRole } from '../rules/header-names';
import { MISSING_DAY, type RegisterField } from '../rules/register';
import type { ProblemList } from './problems';
import { notNames, type SheetCells } from './sheet-cells';

/** Where the sheet is, for its problems. */
export type SheetPlace = { readonly file: string; readonly sheet: string };

/** How a row stands: nothing is wrong with it, something must be mended, something should be looked at. */
export const rowStates = { good: 0, error: 1, notice: 2 } as const;

/** The rows of a sheet that are rows of the register, and of each how it stands (`rowStates`). */
export type CheckedRows = { readonly kept: Uint32Array; readonly states: Uint8Array };

/**
 * Judges a sheet row by row, notes what is wrong, and answers with the rows that name a person; a header printed again
 * and a line of totals go without a word.
 */
export function checkRows(cells: SheetCells, place: SheetPlace, problems: ProblemList): CheckedRows {
  const rows = cells.rowNumbers.length;
  const kept = new Uint32Array(rows);
  const states = new Uint8Array(rows);
  const check = new RowCheck(cells, place, problems);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    check.state = rowStates.good;
    if (!check.row(row)) continue;
    states[count] = check.state;
    kept[count++] = row;
  }
  return { kept: kept.subarray(0, count), states: states.subarray(0, count) };
}

const identifying: readonly RegisterField[] = ['name', 'idNumber', 'studentNumber', 'disabilityCard'];
/** Of a guardian's number only a loss is told: who mends the child's row should not have to mend ten others. */
const guardianIds: readonly RegisterField[] = ['guardian1Id', 'guardian2Id', 'headId', 'disabilityCard'];

class RowCheck {
  private readonly naming: readonly CleanColumn[];
  private readonly noName: ReadonlySet<number>;
  private readonly otherDocuments: ReadonlySet<number>;
  private readonly damaged: readonly RegisterField[];
  private readonly knowsAge: boolean;
  /** how the row stands by what was noted since this was set */ state: number = rowStates.good;

  constructor(
    private readonly cells: SheetCells,
    private readonly place: SheetPlace,
    private readonly problems: ProblemList,
  ) {
    this.naming = identifying.flatMap((field) => cells.clean.get(field) ?? []);
    this.noName = notNames(cells.roles.get('name'));
    this.otherDocuments = otherDocuments(cells.clean.get('idType'));
    this.damaged = guardianIds.filter((field) => (cells.clean.get(field)?.problems.size ?? 0) > 0);
    this.knowsAge = cells.roles.has('birth') || cells.clean.has('idNumber');
  }

  /** Notes the problems of a row; false where it is no row of the register at all: a header printed again, a line of totals. */
  row(row: number): boolean {
    const names = this.cells.clean.get('name');
    if (names && this.noName.has(names.raw.codes[row])) return false;
    if (
      !this.naming.some((column) => column.entries[column.raw.codes[row]] !== 0 || column.problems.has(column.raw.codes[row]))
    ) {
      // It stays a row of the register: whoever counts the rows of his file finds it, as one that names nobody.
      this.note('rowNamesNobody', row);
      return true;
    }
    if (names && names.entries[names.raw.codes[row]] === 0) this.note('nameMissing', row, 'name');
    const key = this.checkId(row);
    this.checkSex(row, key);
    this.checkBirth(row, key);
    for (const field of this.damaged) this.checkLoss(row, field);
    return true;
  }

  /** The key of the row's own number, or -1. */
  private checkId(row: number): number {
    const column = this.cells.clean.get('idNumber');
    if (!column) return -1;
    const entry = column.raw.codes[row];
    const wrong = column.problems.get(entry);
    if (wrong && (isLoss(wrong) || !this.isOtherDocument(row))) {
      const text = entryText(column.raw.entries, entry);
      this.note(wrong, row, 'idNumber', text, { length: text.length });
    }
    return column.keys?.[entry] ?? -1;
  }

  private checkSex(row: number, key: number): void {
    const column = this.cells.roles.get('sex')?.column;
    if (!column) return;
    const sex = this.cells.sexes[column.codes[row]];
    if (sex < 0) this.note('sexUnreadable', row, 'sex', entryText(column.entries, column.codes[row]));
    else if (sex > 0 && key >= 0 && sexOfIdKey(key) !== sex) this.note('idSexDiffers', row, 'sex');
  }

  private checkBirth(row: number, key: number): void {
    const column = this.cells.roles.get('birth')?.column;
    const birth = column && this.cells.births[column.codes[row]];
    if (column && birth?.problem && (birth.problem !== 'birthMonthOnly' || key < 0)) {
      this.note(birth.problem, row, 'birth', entryText(column.entries, column.codes[row]));
      return;
    }
    const day = birth?.day ?? MISSING_DAY;
    if (day === MISSING_DAY && key < 0 && this.knowsAge && !this.cardTells(row)) this.note('ageless', row);
    if (day !== MISSING_DAY && key >= 0 && birthOfIdKey(key) !== day) this.note('idBirthDiffers', row, 'birth');
  }

  /** A disability card begins with the ID number. */
  private cardTells(row: number): boolean {
    const card = this.cells.clean.get('disabilityCard');
    return card?.keys !== undefined && card.keys[card.raw.codes[row]] >= 0;
  }

  private checkLoss(row: number, field: RegisterField): void {
    const column = this.cells.clean.get(field);
    const entry = column?.raw.codes[row] ?? 0;
    const wrong = column?.problems.get(entry);
    if (column && wrong && isLoss(wrong)) this.note(wrong, row, field, entryText(column.raw.entries, entry));
  }

  private isOtherDocument(row: number): boolean {
    const types = this.cells.clean.get('idType');
    return types !== undefined && this.otherDocuments.has(types.raw.codes[row]);
  }

  private note(code: ProblemCode, row: number, role?: ColumnRole, value = '', facts = {}): void {
    const column = role ? (this.cells.roles.get(role)?.header ?? '') : '';
    if (severityOf(code) === 'error') this.state = rowStates.error;
    else if (this.state === rowStates.good) this.state = rowStates.notice;
    this.problems.add(code, { ...this.place, row: this.cells.rowNumbers[row], column }, value, facts);
  }
}

function isLoss(code: ProblemCode): boolean {
  return code === 'idLostDigits' || code === 'idPerhapsLostDigits';
}

/** Kinds of document that are no ID card: passports, permits, other (学籍系统 身份证件类型 6–9, A, Z). */
function otherDocuments(types: CleanColumn | undefined): ReadonlySet<number> {
  const found = new Set<number>();
  if (!types) return found;
  const { entries } = types.raw;
  for (let entry = 1; entry < entries.count; entry++) {
    if (/护照|通行证|居住证|港|澳|台湾|其他|其它|^[6-9AZ]$/i.test(entryText(entries, entry))) found.add(entry);
  }
  return found;
}
