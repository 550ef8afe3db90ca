import type { Day } from '../../../kernel/day';
import type { Verdict } from './marks';

/**
 * What came after a contact, as the rolls say: back on the next school day, within five, later or not at all, or too early to tell.
 * What came after is not what came of it: nobody knows whether the child had come back anyway.
 */
export const effectKinds = ['next', 'within', 'not', 'open'] as const;
export type EffectKind = (typeof effectKinds)[number];

/** School days within which a return is counted to a contact; our choice (系统建议). */
export const effectDays = { next: 1, within: 5 } as const;
/** With fewer contacts no shares are told: they would say more of chance than of the way; our choice. */
export const fewContacts = 5;

type Facts = {
  readonly contact: Day;
  /** called days of the child after the contact, the earliest first */
  readonly calls: readonly { readonly day: Day; readonly verdict: Verdict }[];
  readonly schoolDaysBetween: (first: Day, last: Day) => number;
};

/** What came after one contact, and on which day the child was back. A day that was not called says nothing. */
export function effectOf({ contact, calls, schoolDaysBetween }: Facts): { readonly kind: EffectKind; readonly back: Day | null } {
  const after = (day: Day) => schoolDaysBetween(contact, day) - schoolDaysBetween(contact, contact);
  const later = calls.filter(({ day }) => day > contact);
  const back = later.find(({ verdict }) => verdict === 'present')?.day ?? null;
  const days = back === null ? Number.POSITIVE_INFINITY : after(back);
  if (days <= effectDays.next) return { kind: 'next', back };
  if (days <= effectDays.within) return { kind: 'within', back };
  const last = later[later.length - 1]?.day;
  const told = last === undefined ? 0 : after(last);
  return { kind: told >= effectDays.within ? 'not' : 'open', back };
}
