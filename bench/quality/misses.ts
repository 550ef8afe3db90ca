import type { Truth } from '../../src/tools/truth';
import { count } from '../figures';
import type { Table } from '../table';
import { enrolmentRows, type Result, registersOf } from './result';

/** True links with a bad ID; how many of them were not decided, and how many not even shown to a person. */
type Count = { of: number; undecided: number; unseen: number };
/** By what was wrong with the enrolment row. */
export type Misses = ReadonlyMap<string, Count>;

/** The enrolment row has the right number; mostly a second household row of the child with another number (双重户籍). */
const badInHousehold = '(number wrong in the household row)';

/** Counts every true link whose number is missing or wrong under each mistake of its enrolment row. */
export function missesOf(truth: Truth, result: Result): Misses {
  const { household, enrolment } = registersOf(truth);
  const badHousehold = new Set(household.badId);
  const badEnrolment = new Set(enrolment.badId);
  const kindsOf = kindsByRow(enrolment.errors);
  const rowsOf = enrolmentRows(truth);
  const misses = new Map<string, Count>();
  for (const { row, status, enrolment: links } of result.household) {
    for (const other of rowsOf.get(household.person[row - household.firstRow]) ?? []) {
      if (!badHousehold.has(row) && !badEnrolment.has(other)) continue;
      const seen = links.some((link) => link.row === other);
      const kinds = badEnrolment.has(other) ? kindsOf.get(other) : undefined;
      for (const kind of kinds ?? [badInHousehold]) tally(misses, kind, !seen || status === 'review', !seen);
    }
  }
  return misses;
}

function tally(misses: Map<string, Count>, kind: string, undecided: boolean, unseen: boolean): void {
  const known = misses.get(kind) ?? { of: 0, undecided: 0, unseen: 0 };
  known.of++;
  if (undecided) known.undecided++;
  if (unseen) known.unseen++;
  misses.set(kind, known);
}

function kindsByRow(errors: { readonly [kind: string]: readonly number[] }): Map<number, string[]> {
  const kinds = new Map<number, string[]>();
  for (const [kind, rows] of Object.entries(errors)) for (const row of rows) kinds.set(row, [...(kinds.get(row) ?? []), kind]);
  return kinds;
}

const shownKinds = 14;

/** The mistakes behind most of the links that were not decided, of several comparisons. */
export function missTable(found: readonly Misses[]): Table {
  const sum = new Map<string, Count>();
  for (const [kind, one] of found.flatMap((misses) => [...misses])) {
    const known = sum.get(kind) ?? { of: 0, undecided: 0, unseen: 0 };
    sum.set(kind, { of: known.of + one.of, undecided: known.undecided + one.undecided, unseen: known.unseen + one.unseen });
  }
  const worst = [...sum].sort(([, a], [, b]) => b.undecided - a.undecided).slice(0, shownKinds);
  return {
    title: 'What was wrong with the links that were not decided (bad ID only; a row with two mistakes counts under both)',
    headers: ['mistake in the enrolment row', 'links', 'not decided', 'of those not even shown'],
    rows: worst.map(([kind, { of, undecided, unseen }]) => [kind, count(of), count(undecided), count(unseen)]),
  };
}
