import type { Day } from '../../../kernel/day';
import { daysOfSchoolYear, schoolYearAfter, schoolYearOf } from '../../area/index';

/** The days of which a roll is kept, both included. */
export type Span = { readonly from: Day; readonly until: Day };

/**
 * The days of which the roll is to be kept. It begins with the first day a list speaks of, for before that nothing is known and
 * everybody would be 未落实; not earlier than the school year before this one, so that a wrong date cannot stretch it by decades.
 * It never begins later than it did. It ends with the next school year: the days of a new one are there a year before it begins,
 * and it grows once a year. `listed` is the first day a list speaks of, as far as it is known to the caller.
 */
export function spanOn(today: Day, listed: Day | undefined, kept: Span | undefined): Span {
  const year = schoolYearOf(today);
  const earliest = daysOfSchoolYear(schoolYearAfter(year, -1)).first;
  const first = listed === undefined || listed > today ? today : listed < earliest ? earliest : listed;
  const until = daysOfSchoolYear(schoolYearAfter(year)).last;
  if (kept === undefined) return { from: first, until };
  return { from: first < kept.from ? first : kept.from, until: until > kept.until ? until : kept.until };
}
