import { upgradeIdNumber } from '../../../kernel/id-number';
import type { RowValues } from './row-values';

/** What is shown of two rows side by side, in its order. */
export const comparedFields = [
  ...['name', 'formerName', 'sex', 'birthDay', 'idNumber', 'township', 'village', 'address'],
  ...['school', 'grade', 'className', 'guardianName', 'guardianPhone'],
] as const;
export type ComparedField = (typeof comparedFields)[number];

/**
 * How two texts of one field stand to each other: `alike`, the same but for blanks, width of characters and dots; `slip`, numbers
 * of which one digit is another, two changed places, or one is missing; `one-side`, only one of the two says anything.
 */
export const fieldMarks = ['same', 'alike', 'slip', 'differs', 'one-side'] as const;
export type FieldMark = (typeof fieldMarks)[number];

export type SideLine = { readonly field: ComparedField; readonly left: string; readonly right: string; readonly mark: FieldMark };

/** What two rows say, field by field; what neither says is left out. A person compares masked numbers by their marks. */
export function sideBySide(left: RowValues, right: RowValues): readonly SideLine[] {
  return comparedFields.flatMap((field) => {
    const [a, b] = [textOf(left, field), textOf(right, field)];
    return a === '' && b === '' ? [] : [{ field, left: a, right: b, mark: markOf(field, a, b) }];
  });
}

/**
 * Whether two rows differ in nothing but blanks, width of characters and dots, or in what only one of them says. Both have to
 * name the child and its birth day: silence proves nothing.
 */
export function differsInWriting(lines: readonly SideLine[]): boolean {
  const agrees = (field: ComparedField) => lines.some((line) => line.field === field && isAgreement(line.mark));
  return agrees('name') && agrees('birthDay') && lines.every(({ mark }) => isAgreement(mark) || mark === 'one-side');
}

function isAgreement(mark: FieldMark): boolean {
  return mark === 'same' || mark === 'alike';
}

const numbers: ReadonlySet<ComparedField> = new Set(['idNumber', 'guardianPhone'] as const);

function textOf({ values, more }: RowValues, field: ComparedField): string {
  const said = values[field] ?? '';
  // A disability card begins with the ID number of its holder.
  return field === 'idNumber' && said === '' ? (more.disabilityCard ?? '').slice(0, 18) : said;
}

function markOf(field: ComparedField, a: string, b: string): FieldMark {
  if (a === '' || b === '') return 'one-side';
  if (a === b) return 'same';
  if (!numbers.has(field)) return bare(a) === bare(b) ? 'alike' : 'differs';
  const [x, y] = field === 'idNumber' ? [upgradeIdNumber(bare(a)), upgradeIdNumber(bare(b))] : [digits(a), digits(b)];
  if (x === y) return 'same';
  return isOneSlip(x, y) ? 'slip' : 'differs';
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s·•・‧．.'’-]/g, '');
}

function digits(text: string): string {
  return bare(text).replace(/^(\+|00)86/, '');
}

/** One character is another, two neighbours changed places, or one is missing. */
function isOneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let head = 0;
  while (head < short.length && short[head] === long[head]) head++;
  const rest = (text: string, from: number) => text.slice(from);
  if (long.length === short.length + 1) return rest(short, head) === rest(long, head + 1);
  if (long.length !== short.length) return false;
  if (rest(short, head + 1) === rest(long, head + 1)) return true;
  const swapped = short[head] === long[head + 1] && short[head + 1] === long[head];
  return swapped && rest(short, head + 2) === rest(long, head + 2);
}
