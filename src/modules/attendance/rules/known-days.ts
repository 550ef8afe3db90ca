import type { Day } from '../../../kernel/day';
import { type Session, type Verdict, verdictOfDay } from './marks';

/** What a roll said of a child: of which part of a day, on which day it was called, and how it went; undefined: it was not read out. */
export type RollWord = {
  readonly day: Day;
  readonly session: Session;
  readonly on: Day;
  readonly verdict: Verdict | undefined;
};

/** How a day went, by what was known from a day on. */
export type DayWord = Pick<RollWord, 'day' | 'on' | 'verdict'>;

/** A day of an absence that a leave, entered on a later day, has taken out of it; until then everybody counted it. */
export type Excused = { readonly day: Day; readonly on: Day };

/** The words of rolls, in the order in which they were called, as words of days: one each time a day comes to something else. */
export function dayWords(words: readonly RollWord[]): readonly DayWord[] {
  const parts = new Map<Day, Map<Session, Verdict | undefined>>();
  const last = new Map<Day, Verdict | undefined>();
  return words.flatMap(({ day, session, on, verdict }) => {
    const part = parts.get(day) ?? new Map<Session, Verdict | undefined>();
    parts.set(day, part.set(session, verdict));
    const whole = verdictOfDay([...part.values()].flatMap((one) => one ?? []));
    if (last.get(day) === whole) return [];
    last.set(day, whole);
    return [{ day, on, verdict: whole }];
  });
}

/**
 * What was taken out of the absence that a child is in, or was in until it went on leave: since it was last there, the days that were
 * called away before somebody called them leave, and the days within, which counted while nobody had called them. `away` are the
 * days that still count as called away; `last` is what the newest day comes to.
 */
export function takenOut(words: readonly DayWord[]): {
  readonly excused: readonly Excused[];
  readonly away: readonly Day[];
  readonly last: Verdict | undefined;
} {
  const ofDay = new Map<Day, DayWord[]>();
  for (const word of words) ofDay.set(word.day, [...(ofDay.get(word.day) ?? []), word]);
  let excused: Excused[] = [];
  let away: Day[] = [];
  let last: Verdict | undefined;
  for (const [day, said] of [...ofDay].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const now = said[said.length - 1]?.verdict;
    if (now === undefined) continue;
    last = now;
    if (now === 'present') [excused, away] = [[], []];
    else if (now === 'absent') away.push(day);
    else {
      const on = excusedOn(said, excused.length + away.length > 0);
      if (on !== undefined && on > day) excused.push({ day, on });
    }
  }
  return { excused, away, last };
}

/** When a day that is leave by now stopped being away: the first word after the last that had it so, or that came at all. */
function excusedOn(said: readonly DayWord[], within: boolean): Day | undefined {
  let at = said.length - 1;
  while (at >= 0 && said[at]?.verdict !== 'absent') at--;
  return at >= 0 || within ? said[at + 1]?.on : undefined;
}

type Known = { readonly days: readonly Day[]; readonly excused: readonly Excused[]; readonly schoolDays: readonly Day[] };

/**
 * On which day an absence came to so many days, by what was known that day; undefined where it never did. A leave that is entered
 * afterwards moves no such day: what could be known then could be known (register of goals REL-13).
 */
export function comeTo(known: Known, count: number): Day | undefined {
  return known.schoolDays.find((day) => countOn(known, day) >= count);
}

/** The day on which a leave took an absence below so many days for good; undefined where it is not below. */
export function liftedOn(known: Known, count: number): Day | undefined {
  if (known.days.length >= count) return undefined;
  const last = known.schoolDays.filter((day) => countOn(known, day) >= count).pop() ?? '';
  const ons = known.excused.map(({ on }) => on).sort();
  return ons.find((on) => on >= last) ?? ons[ons.length - 1];
}

/** A day that was excused counts from the day itself to the one on which that was said. */
function countOn({ days, excused }: Known, at: Day): number {
  return days.filter((day) => day <= at).length + excused.filter(({ day, on }) => day <= at && at <= on).length;
}
