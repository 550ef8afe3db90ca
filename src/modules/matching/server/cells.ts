import { formatDay } from '../../../kernel/day';
import { cellText } from '../../../kernel/packed-column';
import { MISSING_DAY, type Register, type RegisterField } from '../../registers/index';
import type { Pairing } from '../rules/pairing';

/** Reads one field of one register as text, row by row; '' where the register or the row does not have it. */
export type TextCell = (row: number) => string;

/** Dictionaries up to this size are decoded once an entry; a column of ID numbers would only fill the memory. */
const worthKeeping = 50_000;

export function textCell(register: Register | undefined, ...fields: readonly RegisterField[]): TextCell {
  const readers = fields.flatMap((field) => {
    const column = register?.text[field];
    if (!column) return [];
    if (column.entries.count > worthKeeping) return [(row: number) => cellText(column, row)];
    const kept: string[] = [];
    return [
      (row: number) => {
        const entry = column.codes[row];
        kept[entry] ??= cellText(column, row);
        return kept[entry];
      },
    ];
  });
  if (readers.length === 0) return () => '';
  if (readers.length === 1) return readers[0];
  return (row) => firstOf(readers, row);
}

function firstOf(readers: readonly TextCell[], row: number): string {
  for (const read of readers) {
    const text = read(row);
    if (text !== '') return text;
  }
  return '';
}

/** 「男」「女」 of a side of a pairing: from the column, else from the ID number. */
export function sexCell(pairing: Pairing, side: 'left' | 'right'): TextCell {
  const { sex } = pairing.pair[side];
  return (row) => (sex[row] === 1 ? '男' : sex[row] === 2 ? '女' : '');
}

/** `2013-09-01`, from the column, else from the ID number. */
export function birthCell(pairing: Pairing, side: 'left' | 'right'): TextCell {
  const { birth } = pairing.pair[side];
  const kept = new Map<number, string>();
  return (row) => {
    const day = birth[row];
    const text = kept.get(day) ?? (day === MISSING_DAY ? '' : formatDay(day));
    kept.set(day, text);
    return text;
  };
}

/** The document number as the register has it; of a disability list without one, what its card number begins with. */
export function idCell(register: Register | undefined): TextCell {
  const number = textCell(register, 'idNumber');
  const card = textCell(register, 'disabilityCard');
  return (row) => number(row) || card(row).slice(0, 18);
}

export function guardianCell(register: Register | undefined): TextCell {
  return textCell(register, 'guardian1Name', 'guardian2Name', 'headName');
}

/** All names of the family that the comparison looked at: the one that agrees may be the second. */
export function familyCell(register: Register): TextCell {
  const names = (['guardian1Name', 'guardian2Name', 'headName'] as const).map((field) => textCell(register, field));
  return (row) => [...new Set(names.map((cell) => cell(row)))].filter(Boolean).join('、');
}

export function phoneCell(register: Register | undefined): TextCell {
  return textCell(register, 'guardian1Phone', 'phone', 'guardian2Phone');
}
