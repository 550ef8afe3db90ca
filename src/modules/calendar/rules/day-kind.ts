import { type Day, dayNumber, parseDay } from '../../../kernel/day';
import type { CalendarException } from './exception';
import { type Holidays, isWeekend } from './holidays';
import type { Term } from './term';

/** Why a day is or is not a school day; what `school-calendar.ts` keeps for each day, one byte. */
export const dayKinds = {
  /** no term contains it, and the terms around it are known */ betweenTerms: 0,
  /** no term contains it, and the calendar does not say which terms are around it */ unknown: 1,
  opening: 2,
  lessons: 3,
  weekend: 4,
  holiday: 5,
  makeUpTaught: 6,
  makeUpFree: 7,
  taught: 8,
  closed: 9,
} as const;

/** The kinds on which children are taught. */
export function isTaught(kind: number): boolean {
  return kind === dayKinds.lessons || kind === dayKinds.makeUpTaught || kind === dayKinds.taught;
}

/** What a calendar is made of; everything is already chosen for one county, place and grade. */
export type CalendarFacts = {
  /** in any order */ readonly terms: readonly Term[];
  readonly holidays: Holidays;
  /** whether 调休 working days are taught in a school year; schools close single ones by an exception */
  readonly makeUpDaysTaught: (schoolYear: string) => boolean;
  /** the weakest first, as `exceptionsFor` gives them */ readonly exceptions: readonly CalendarException[];
};

/** A kind for every day from `start` on; `days[i]` is the day number `start + i`. */
export type PaintedDays = {
  readonly start: number;
  readonly kinds: Uint8Array;
  /** position in the facts' exceptions of what decided the day, -1 for the rule itself */ readonly deciders: Int16Array;
};

/** Paints the days of all terms and exceptions: gaps first, terms over them, exceptions over both. */
export function paintDays(facts: CalendarFacts): PaintedDays {
  const terms = [...facts.terms].sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1));
  const { start, end } = reach(terms, facts.exceptions);
  const kinds = new Uint8Array(end - start).fill(dayKinds.unknown);
  const deciders = new Int16Array(end - start).fill(-1);
  for (const { from, until } of knownGaps(terms)) kinds.fill(dayKinds.betweenTerms, from - start, until - start);
  for (const term of terms) paintTerm(kinds, start, term, facts);
  facts.exceptions.forEach(({ from, until, kind }, place) => {
    kinds.fill(dayKinds[kind], numberOf(from) - start, numberOf(until) + 1 - start);
    deciders.fill(place, numberOf(from) - start, numberOf(until) + 1 - start);
  });
  return { start, kinds, deciders };
}

/** The day number of a day that was checked before. Throws for anything else. */
export function numberOf(day: Day): number {
  const number = parseDay(day);
  if (number === undefined) throw new Error(`not a day: ${day}`);
  return number;
}

function paintTerm(kinds: Uint8Array, start: number, term: Term, { holidays, makeUpDaysTaught }: CalendarFacts): void {
  const makeUp = makeUpDaysTaught(term.schoolYear) ? dayKinds.makeUpTaught : dayKinds.makeUpFree;
  const [first, last] = [numberOf(term.firstDay), numberOf(term.lastDay)];
  kinds.fill(dayKinds.opening, numberOf(term.opensDay) - start, first - start);
  for (let number = first; number <= last; number++) {
    kinds[number - start] = isWeekend(number) ? dayKinds.weekend : dayKinds.lessons;
  }
  for (let year = Number(term.firstDay.slice(0, 4)); year <= Number(term.lastDay.slice(0, 4)); year++) {
    for (const { day, off } of holidays.of(year)) {
      if (day >= term.firstDay && day <= term.lastDay) kinds[numberOf(day) - start] = off ? dayKinds.holiday : makeUp;
    }
  }
}

/** All days of the terms' school years and of the exceptions; the end is not included. */
function reach(terms: readonly Term[], exceptions: readonly CalendarException[]): { start: number; end: number } {
  const days = [
    ...terms.flatMap((term) => [summerStart(term), numberOf(term.lastDay), summerEnd(term)]),
    ...exceptions.flatMap(({ from, until }) => [numberOf(from), numberOf(until)]),
  ];
  if (days.length === 0) return { start: 0, end: 0 };
  return { start: Math.min(...days), end: Math.max(...days) + 1 };
}

/** Days without lessons that are sure: from a term's end to the next term of the county, and the summers. */
function knownGaps(terms: readonly Term[]): readonly { from: number; until: number }[] {
  return terms.flatMap((term, place) => {
    const next = terms[place + 1];
    const from = numberOf(term.lastDay) + 1;
    const follows = next !== undefined && sequence(next) === sequence(term) + 1;
    return [
      { from: summerStart(term), until: numberOf(term.opensDay) },
      { from, until: follows ? numberOf(next.opensDay) : Math.max(from, summerEnd(term) + 1) },
    ];
  });
}

function sequence({ schoolYear, number }: Term): number {
  return Number(schoolYear.slice(0, 4)) * 2 + number;
}

/** 1 August before an autumn term; for a spring term its own opening, since nobody knows when the one before ended. */
function summerStart({ schoolYear, number, opensDay }: Term): number {
  return number === 1 ? (dayNumber(Number(schoolYear.slice(0, 4)), 8, 1) ?? 0) : numberOf(opensDay);
}

/** 31 August after a spring term; for an autumn term its own last day, since nobody knows when the next one opens. */
function summerEnd({ schoolYear, number, lastDay }: Term): number {
  return number === 2 ? (dayNumber(Number(schoolYear.slice(5)), 8, 31) ?? 0) : numberOf(lastDay);
}
