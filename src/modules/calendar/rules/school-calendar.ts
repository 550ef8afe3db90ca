import { type Day, formatDay } from '../../../kernel/day';
import type { Sentence } from '../../../kernel/refusal';
import { type CalendarFacts, dayKinds, isTaught, numberOf, paintDays } from './day-kind';
import { type Doubt, doubtIn } from './doubt';
import { noteFor, reasonFor } from './reason';
import type { Term } from './term';

/**
 * The school days of one place. Days are text and must be days; anything else throws. Outside of what the county has entered
 * nothing is a school day, and `doubtAbout` says so: whoever counts asks it about the days that were counted.
 */
export type SchoolCalendar = {
  readonly isSchoolDay: (day: Day) => boolean;
  /** school days from `first` to `last`, both included; 0 when `last` is earlier */
  readonly schoolDaysBetween: (first: Day, last: Day) => number;
  /**
   * The `count`-th school day after `day`, or before it for a negative count; for 0 the day itself or the next school day.
   * Undefined where the way there leads over days about which the calendar knows nothing.
   */
  readonly addSchoolDays: (day: Day, count: number) => Day | undefined;
  /** why there are no lessons, for people; undefined on a school day */
  readonly whyNoSchool: (day: Day) => Sentence | undefined;
  /** what a calendar page writes on the day; undefined on plain school days, weekends and vacations */
  readonly noteOn: (day: Day) => Sentence | undefined;
  /** why the school days from `first` to `last` are not sure; undefined when they are */
  readonly doubtAbout: (first: Day, last: Day) => Doubt | undefined;
  readonly termOf: (day: Day) => Term | undefined;
  /** calendar years with days of terms whose public holidays are not known: there only weekends are left out */
  readonly holidaysUnknown: readonly number[];
};

/** Works the days out once; afterwards every question is a look into an array. */
export function makeSchoolCalendar(facts: CalendarFacts): SchoolCalendar {
  const { start, kinds, deciders } = paintDays(facts);
  const taught = runningCount(kinds, isTaught);
  const unknown = runningCount(kinds, (kind) => kind === dayKinds.unknown);
  const days = indexOf(taught);
  const kindAt = (number: number) => kinds[number - start] ?? dayKinds.unknown;
  const decider = (day: Day) => facts.exceptions[deciders[numberOf(day) - start] ?? -1];
  /** how many of the days before `number` are counted */
  const before = (counts: Int32Array, number: number) => counts[Math.min(Math.max(number - start, 0), kinds.length)];
  const knowsAll = (first: number, last: number) =>
    first >= start && last < start + kinds.length && before(unknown, last + 1) === before(unknown, first);
  return {
    isSchoolDay: (day) => isTaught(kindAt(numberOf(day))),
    schoolDaysBetween(first, last) {
      const [from, to] = [numberOf(first), numberOf(last)];
      return to < from ? 0 : before(taught, to + 1) - before(taught, from);
    },
    addSchoolDays(day, count) {
      const from = numberOf(day);
      const place = count > 0 ? before(taught, from + 1) + count - 1 : before(taught, from) + count;
      const found = days[place];
      if (found === undefined) return undefined;
      const [first, last] = [Math.min(from, found + start), Math.max(from, found + start)];
      return knowsAll(first, last) ? formatDay(found + start) : undefined;
    },
    whyNoSchool: (day) => reasonFor(kindAt(numberOf(day)), day, facts, decider(day)),
    noteOn: (day) => noteFor(kindAt(numberOf(day)), day, facts, decider(day)),
    doubtAbout: (first, last) => doubtIn(facts, first, last, knowsAll(numberOf(first), numberOf(last))),
    termOf: (day) => facts.terms.find((term) => term.opensDay <= day && day <= term.lastDay),
    holidaysUnknown: unknownYears(facts),
  };
}

/** `counts[i]` is how many of the first i days are such. */
function runningCount(kinds: Uint8Array, such: (kind: number) => boolean): Int32Array {
  const counts = new Int32Array(kinds.length + 1);
  kinds.forEach((kind, place) => {
    counts[place + 1] = counts[place] + (such(kind) ? 1 : 0);
  });
  return counts;
}

/** Where the n-th counted day stands. */
function indexOf(counts: Int32Array): Int32Array {
  const places = new Int32Array(counts[counts.length - 1]);
  for (let place = 0; place + 1 < counts.length; place++) if (counts[place + 1] > counts[place]) places[counts[place]] = place;
  return places;
}

function unknownYears({ terms, holidays }: CalendarFacts): readonly number[] {
  const years = terms.flatMap(({ firstDay, lastDay }) => [Number(firstDay.slice(0, 4)), Number(lastDay.slice(0, 4))]);
  return [...new Set(years)].filter((year) => !holidays.knows(year)).sort((a, b) => a - b);
}
