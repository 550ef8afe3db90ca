import type { Day } from '../../../kernel/day';
import type { BroughtRoll, ClassList } from '../../../modules/attendance/server';
import type { Rng } from '../random';
import type { Episode, Word } from './episodes';

/** A class as its mornings are called: who calls, and whether it was called on the demo's day. */
export type Calling = { readonly of: ClassList; readonly by: string; readonly calledToday: boolean };

/** One class in so many often calls late, or not at all. */
const FORGETFUL = 25;

/** The mornings of a class that were called, oldest first; `days` are the school days, of which the last is today. */
export function morningsOf(
  rng: Rng,
  { of, by, calledToday }: Calling,
  episodes: readonly Episode[],
  days: readonly Day[],
): readonly BroughtRoll[] {
  const words = wordsByDay(episodes, days.length);
  const habit = rng.int(FORGETFUL) === 0 ? { never: 0.05, late: 0.1 } : { never: 0.001, late: 0.006 };
  const today = days.length - 1;
  const rolls: BroughtRoll[] = [];
  let away = new Set<number>();
  for (const [at, day] of days.entries()) {
    const [u, long, minute] = [rng.next(), 1 + rng.int(4), rng.int(45)];
    const late = at === today || u > habit.never + habit.late ? 0 : rng.chance(0.75) ? 1 : long;
    const called = at === today ? calledToday : u > habit.never && at + late <= today;
    if (!called) continue;
    const said = words[at] ?? new Map<number, Word>();
    const marks = [...said].map(([child, mark]) => ({ childId: of.children[child] ?? '', mark }));
    const back = [...away]
      .filter((child) => !said.has(child))
      .map((child) => ({ childId: of.children[child] ?? '', mark: 'back' as const }));
    away = new Set([...said].filter(([, word]) => word !== 'late' && word !== 'early').map(([child]) => child));
    const takenAt = momentOf(days[at + late] ?? day, at + late === today ? minute % 28 : minute, late > 0 && at + late < today);
    rolls.push({
      day,
      marks: [...marks, ...back],
      daysLate: late,
      takenAs: late > 1 ? 'school' : 'teacher',
      takenBy: by,
      takenAt,
    });
  }
  return rolls;
}

function wordsByDay(episodes: readonly Episode[], days: number): readonly ReadonlyMap<number, Word>[] {
  const words = Array.from({ length: days }, () => new Map<number, Word>());
  for (const { child, from, days: long, word } of episodes)
    for (let at = from; at < from + long; at++) words[at]?.set(child, word);
  return words;
}

/** Some minutes after half past seven in China; what is entered late, in the afternoon. */
function momentOf(day: Day, minutes: number, afternoon: boolean): Date {
  return new Date(new Date(`${day}T${afternoon ? '15' : '07'}:31:00+08:00`).getTime() + minutes * 60_000);
}
