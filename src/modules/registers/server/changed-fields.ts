import type { PackedColumn } from '../../../kernel/packed-column';
import type { Register, RegisterField } from '../rules/register';

/** What differs between two rows of one child: a field, its birthday or sex, or a column that no field reads. */
export type ChangedField = RegisterField | 'birth' | 'sex' | 'other';

/** In how many rows each field changed, the most frequent first. */
export function changedFields(
  before: Register,
  after: Register,
  pairs: readonly (readonly [number, number])[],
): { readonly field: ChangedField; readonly rows: number }[] {
  const fields = [...new Set([...Object.keys(before.text), ...Object.keys(after.text)])] as RegisterField[];
  const counts = new Map<ChangedField, number>();
  const count = (field: ChangedField) => counts.set(field, (counts.get(field) ?? 0) + 1);
  for (const [b, a] of pairs) {
    let differs = false;
    const note = (field: ChangedField) => {
      differs = true;
      count(field);
    };
    for (const field of fields) if (!sameText(before.text[field], b, after.text[field], a)) note(field);
    if (before.birth[b] !== after.birth[a]) note('birth');
    if (before.sex[b] !== after.sex[a]) note('sex');
    if (!differs) count('other');
  }
  return [...counts].map(([field, rows]) => ({ field, rows })).sort((one, other) => other.rows - one.rows);
}

function sameText(one: PackedColumn | undefined, row: number, other: PackedColumn | undefined, otherRow: number): boolean {
  const [code, otherCode] = [one?.codes[row] ?? 0, other?.codes[otherRow] ?? 0];
  if (code === 0 || otherCode === 0) return code === otherCode;
  if (!one || !other) return false;
  const [from, to] = [one.entries.ends[code - 1], one.entries.ends[code]];
  const [otherFrom, otherTo] = [other.entries.ends[otherCode - 1], other.entries.ends[otherCode]];
  if (to - from !== otherTo - otherFrom) return false;
  for (let at = 0; at < to - from; at++) {
    if (one.entries.bytes[from + at] !== other.entries.bytes[otherFrom + at]) return false;
  }
  return true;
}
