import type { Day } from '../../../kernel/day';
import type { KeyRing } from '../../../platform/crypto';
import type { ReadTrx, Trx } from '../../../platform/db';
import { type FactDraft, putFacts } from '../../children/server/index';
import { membersOfClasses } from '../../standing/server/index';
import { type Verdict, verdictOf } from '../rules/marks';
import { daysToTell } from '../rules/telling';
import type { Taker } from '../rules/window';
import { type BroughtTerm, insertMarks, insertMornings } from './bring-days-store';
import { type ContactDraft, insertContacts } from './contact-store';
import { callable } from './roll-view';
import { factOf } from './telling';

export { type BroughtRoll, type BroughtTerm, type ClassList, firstCalledDay } from './bring-days-store';

/** A contact with whoever noted it. */
export type BroughtContact = Required<ContactDraft>;

/** Whom every class of the county calls on a day, by the path of the class. */
export async function listsOfClasses(trx: ReadTrx, day: Day): Promise<ReadonlyMap<string, readonly string[]>> {
  const members = await membersOfClasses(trx, day);
  return new Map(
    [...members].map(([path, list]) => [path, list.filter(({ state }) => callable.has(state)).map(({ childId }) => childId)]),
  );
}

/** What all mornings of the classes tell of their children: the same as if they had been called one after another. */
export function factsOfTerm(terms: readonly BroughtTerm[]): readonly FactDraft[] {
  return terms.flatMap(({ of, rolls }) => {
    const days = new Map<string, { day: Day; verdict: Verdict; taker: Taker }[]>();
    for (const { marks } of rolls)
      for (const { childId, mark } of marks) if (verdictOf(mark) !== 'present') days.set(childId, []);
    for (const { day, marks, takenAs: taker } of rolls) {
      const words = new Map(marks.map(({ childId, mark }) => [childId, mark]));
      for (const [childId, list] of days) list.push({ day, verdict: verdictOf(words.get(childId)), taker });
    }
    return [...days].flatMap(([childId, list]) => daysToTell(list).map((one) => factOf(of, { childId, ...one })));
  });
}

/**
 * Keeps mornings of classes of which nothing is kept yet, with what they tell and the contacts about who was away, all at once:
 * for a county that brings its days along. Nothing is checked but by the database.
 */
export async function bringDays(
  trx: Trx,
  ring: KeyRing,
  brought: {
    readonly terms: readonly BroughtTerm[];
    readonly facts: readonly FactDraft[];
    readonly contacts: readonly BroughtContact[];
  },
): Promise<void> {
  await insertMornings(trx, brought.terms);
  await insertMarks(trx, brought.terms);
  await insertContacts(trx, ring, brought.contacts);
  await putFacts(trx, brought.facts);
}
