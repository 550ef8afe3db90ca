import { type Day, parseDay } from '../../../kernel/day';
import { type Cohort, schoolAgeCohort } from '../../children/index';
import { addDays } from './policy';

/** `unknown`: no source gives a birth day that can be right; such a child is counted until it is found out. */
export type Age = 'too-young' | 'of-age' | 'over-age' | 'unknown';

/**
 * A child's age on a day and since when it is so. The nine birth years of《义务教育法》第十一条 and 方案 三(一)1(1); whoever
 * is over age but still enrolled is kept in the roll elsewhere (policy.md §3.1).
 * `listed` is the day the child was first recorded: nobody is listed before birth, so such a birth day is a slip of the pen.
 */
export function ageOn(birth: Day | undefined, cohort: Cohort, listed: Day | undefined): { age: Age; since?: Day } {
  if (birth === undefined || parseDay(birth) === undefined) return { age: 'unknown' };
  // A day more: the moment is UTC, and in China the day has begun eight hours before.
  if (listed !== undefined && birth > addDays(listed, 1)) return { age: 'unknown' };
  const enters = yearOfSchool(birth) + 7;
  if (birth > cohort.to) return { age: 'too-young', since: birth };
  if (birth < cohort.from) return { age: 'over-age', since: `${enters + 9}-09-01` };
  return { age: 'of-age', since: `${enters}-09-01` };
}

/** The nine birth years of the school year of a day; none where the text is no day. */
export function cohortOn(day: Day): Cohort | undefined {
  const known = cohorts.get(day);
  if (known !== undefined || parseDay(day) === undefined) return known;
  const cohort = schoolAgeCohort(day);
  cohorts.set(day, cohort);
  return cohort;
}

/** Worked out once a day: writing its two days was a third of the cost of a standing. */
const cohorts = new Map<Day, Cohort>();

/** First day of the school year that contains `day`. */
export function schoolYearBegin(day: Day): Day {
  return `${yearOfSchool(day)}-09-01`;
}

/** First day of the school year after the one that contains `day`. */
export function nextSchoolYear(day: Day): Day {
  return `${yearOfSchool(day) + 1}-09-01`;
}

/** The year in which the school year of a day begins. */
function yearOfSchool(day: Day): number {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) >= 9 ? year : year - 1;
}
