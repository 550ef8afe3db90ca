import { ByteInterner } from '../../../kernel/byte-interner';
import { parseDay } from '../../../kernel/day';
import { checkDigit } from '../../../kernel/id-number';
import type { PackedColumn } from '../../../kernel/packed-column';
import { MISSING_DAY, type Register, type RegisterField, type RegisterKind } from '../../registers/index';

/** One row of a register, clean as the intake leaves it: only what matters to the test. */
export type Row = { readonly [F in RegisterField]?: string } & {
  /** `2012-03-05`; what is no day is not known */ readonly birth?: string;
  readonly sex?: '男' | '女';
  /** the file it stands in, counted from 0 */ readonly file?: number;
};

/** A packed register of these rows; a field that no row has is a column the register does not have. */
export function registerOf(kind: RegisterKind, rows: readonly Row[]): Register {
  const text: { [F in RegisterField]?: PackedColumn } = {};
  for (const field of fields) if (rows.some((row) => row[field])) text[field] = columnOf(rows.map((row) => row[field] ?? ''));
  return {
    kind,
    files: ['一.xlsx', '二.xlsx', '三.xlsx'],
    count: rows.length,
    fileOf: Uint16Array.from(rows, ({ file = 0 }) => file),
    rowOf: Uint32Array.from(rows, (_, at) => at + 2),
    text,
    birth: Int32Array.from(rows, ({ birth = '' }) => parseDay(birth) ?? MISSING_DAY),
    sex: Uint8Array.from(rows, ({ sex }) => (sex === undefined ? 0 : sex === '男' ? 1 : 2)),
    problems: [],
  };
}

function columnOf(cells: readonly string[]): PackedColumn {
  const { interner, numbers } = interned(cells);
  const { bytes, ends, count } = interner.view();
  return { codes: numbers, entries: { bytes, ends, count, kinds: new Uint8Array(count) } };
}

/** An interner that has met these texts, and the number of each. */
export function interned(texts: readonly string[]): { interner: ByteInterner; numbers: Uint32Array } {
  const interner = new ByteInterner(16);
  const encoder = new TextEncoder();
  const numbers = Uint32Array.from(texts, (text) => {
    const bytes = encoder.encode(text);
    return interner.add(bytes, 0, bytes.length);
  });
  return { interner, numbers };
}

/** A valid ID number of a fictional child; an odd sequence is a boy's. */
export function idOf(birth: string, sequence: number, region = '211324'): string {
  const body = region + birth.replaceAll('-', '') + String(sequence).padStart(3, '0');
  return body + checkDigit(body);
}

/** The same with one digit of the sequence wrong, so that the check digit fails. */
export function oneDigitWrong(id: string): string {
  return id.slice(0, 15) + String((Number(id[15]) + 1) % 10) + id.slice(16);
}

const fieldTable: { readonly [F in RegisterField]: true } = {
  ...{ name: true, formerName: true, idNumber: true, idType: true, studentNumber: true, auxiliaryNumber: true },
  ...{ schoolCode: true, school: true, grade: true, className: true, ethnicity: true, township: true, village: true },
  ...{ address: true, guardian1Name: true, guardian1Id: true, guardian1Phone: true, guardian2Name: true },
  ...{ guardian2Id: true, guardian2Phone: true, phone: true, householdNumber: true, headName: true, headId: true },
  ...{ relationToHead: true, changeReason: true, residenceMatches: true, enrolmentState: true, attendsBy: true },
  ...{ inclusive: true, disabilityCard: true, disabilityKind: true, disabilityLevel: true, povertyKind: true },
  ...{ schoolingState: true, notSchooledReason: true, note: true },
};
const fields = Object.keys(fieldTable).filter((key): key is RegisterField => key in fieldTable);
