import { type Mark, type Marked, type Verdict, verdictOf } from './marks';

/** One roll of a class as far as it says who was away; `present` are those who were simply there. */
export type Called = { readonly present: readonly string[]; readonly marks: readonly Marked[] };

/** A child that a roll had away and the next one of the same class, day and part of the day has not: there, on leave, or not called. */
export type Undone = { readonly childId: string; readonly to: Exclude<Verdict, 'absent'> | 'not-called' };

/**
 * Whose absence a later roll takes back. Rolls are never changed, so that each absence that was ever called stands in the newest roll
 * or is among these: none goes without a line that the bureau can read (register of goals REL-13).
 */
export function undoneOf(before: Called, after: Called): readonly Undone[] {
  const now = new Map(after.marks.map(({ childId, mark }): [string, Mark] => [childId, mark]));
  const called = new Set([...after.present, ...now.keys()]);
  return before.marks.flatMap(({ childId, mark }): readonly Undone[] => {
    if (verdictOf(mark) !== 'absent') return [];
    if (!called.has(childId)) return [{ childId, to: 'not-called' }];
    const verdict = verdictOf(now.get(childId));
    return verdict === 'absent' ? [] : [{ childId, to: verdict }];
  });
}
