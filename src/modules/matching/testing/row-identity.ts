import { idKey } from '../../../kernel/id-number';
import { entryTexts } from '../../../kernel/packed-column';
import { MISSING_DAY, type Register, type RegisterField } from '../../registers/index';

/** Texts by which the rows of a register are known: who each speaks of, and all that it says. */
export type RowTexts = {
  /** the same in the next list for the same child, whatever else changes; several rows may have one */
  identityOf(row: number): string;
  /** equal exactly when two rows say the same */ contentOf(row: number): string;
};

/** Where there is neither number nor birthday: the name within its class and family. */
const weakFields: readonly RegisterField[] = ['name', 'school', 'schoolCode', 'grade', 'className', 'guardian1Name', 'headName'];

/** The texts of the rows of one register. A valid ID number says best who it is, then a student number, then name and birthday. */
export function rowTexts(register: Register): RowTexts {
  const columns = (Object.keys(register.text) as RegisterField[]).sort().flatMap((field) => {
    const column = register.text[field];
    return column ? [{ field, codes: column.codes, entries: entryTexts(column.entries) }] : [];
  });
  const byField = new Map(columns.map((column) => [column.field, column]));
  const text = (field: RegisterField, row: number) => {
    const column = byField.get(field);
    return column?.entries[column.codes[row]] ?? '';
  };
  const keys = new Map<string, number>();
  const keyOf = (number: string) => {
    const known = keys.get(number) ?? idKey(number.slice(0, 18));
    keys.set(number, known);
    return known;
  };
  return {
    identityOf(row) {
      for (const number of [text('idNumber', row), text('disabilityCard', row)])
        if (number !== '' && keyOf(number) >= 0) return `i${keyOf(number)}`;
      const student = text('studentNumber', row);
      if (student !== '') return `s${student}`;
      if (text('name', row) !== '' && register.birth[row] !== MISSING_DAY) return `n${text('name', row)}|${register.birth[row]}`;
      return `w${weakFields.map((field) => text(field, row)).join('|')}`;
    },
    contentOf(row) {
      const said = columns.map(({ field, codes, entries }) => (codes[row] === 0 ? '' : `${field}\u0001${entries[codes[row]]}`));
      return `${said.join('\u0002')}\u0002${register.birth[row]}\u0002${register.sex[row]}`;
    },
  };
}
