import { idKeyOfBytes } from '../../../kernel/id-number';
import { entryText, type PackedColumn } from '../../../kernel/packed-column';
import { MISSING_DAY, type Register, type RegisterField } from './register';

/**
 * Who a row speaks of, as far as the row itself tells: the same text for the same child in two versions of a list, whatever
 * the order of its rows. A valid ID number says it best, then the number of the student; else the name with what stands
 * beside it. Texts of different sorts never meet: each begins with a letter of its own.
 */
export class RowIdentities {
  private readonly idKeys: Float64Array | undefined;
  private readonly cardKeys: Float64Array | undefined;

  constructor(private readonly register: Register) {
    this.idKeys = keysOf(register.text.idNumber);
    this.cardKeys = keysOf(register.text.disabilityCard);
  }

  /** Never empty: a row of nobody is known by everything it says of where it belongs. */
  of(row: number): string {
    const key = this.keyOf(row);
    if (key >= 0) return `i${key}`;
    const student = this.text('studentNumber', row);
    return student === '' ? this.weak(row) : `s${student}`;
  }

  /**
   * Name and birthday: by these a row is found again when its number was mended or came new. Empty where one of them is
   * missing or where `of` says the same already.
   */
  second(row: number): string {
    const name = this.text('name', row);
    const birth = this.register.birth[row];
    return name === '' || birth === MISSING_DAY ? '' : `n${name}|${birth}`;
  }

  /** Whether the row bears a number of its own; without one two rows that say the same may still be two children. */
  isStrong(row: number): boolean {
    return this.keyOf(row) >= 0 || this.text('studentNumber', row) !== '';
  }

  private weak(row: number): string {
    const second = this.second(row);
    if (second !== '') return second;
    return `w${weakFields.map((field) => this.text(field, row)).join('|')}`;
  }

  private keyOf(row: number): number {
    const { idNumber, disabilityCard } = this.register.text;
    const key = idNumber && this.idKeys ? this.idKeys[idNumber.codes[row]] : -1;
    return key < 0 && disabilityCard && this.cardKeys ? this.cardKeys[disabilityCard.codes[row]] : key;
  }

  private text(field: RegisterField, row: number): string {
    const column = this.register.text[field];
    const code = column?.codes[row] ?? 0;
    return column && code !== 0 ? entryText(column.entries, code) : '';
  }
}

/** A class list without numbers and birthdays: the name within its class and family. */
const weakFields: readonly RegisterField[] = ['name', 'school', 'schoolCode', 'grade', 'className', 'guardian1Name', 'headName'];

const idLength = 18;

/** Of each entry the key of the valid number it is or begins with, or -1. */
function keysOf(column: PackedColumn | undefined): Float64Array | undefined {
  if (!column) return undefined;
  const { bytes, ends, count } = column.entries;
  const keys = new Float64Array(count).fill(-1);
  for (let entry = 1; entry < count; entry++) {
    const [from, to] = [ends[entry - 1], ends[entry]];
    keys[entry] = idKeyOfBytes(bytes, from, to - from > idLength ? from + idLength : to);
  }
  return keys;
}
