import type { Rng } from '../random';
import type { Episode, Word } from './episodes';

/** For how many school days children have been away without leave on the demo's day: some on each step of the ladder. */
const away = [
  ...times(2, 14),
  ...times(3, 8),
  ...times(4, 5),
  ...times(5, 4),
  ...times(6, 3),
  ...times(7, 3),
  9,
  9,
  13,
  22,
  22,
  27,
];
/** For how long children were away who have come back, one a class. */
const cameBack = [2, 3, 3, 4, 4, 5, 6, 7, 8, 10, 12];

/** For how many school days children have been on leave without a break on the demo's day: illness that somebody has to look at. */
const ill = [6, 8, 11, 14, 21, 26];

/** Where an absence is put: into which class (a place in the list), how long, and for how many school days the child has been back. */
export type Put = { readonly at: number; readonly days: number; readonly back: number; readonly word?: 'sick' };

/**
 * Which classes have a child on the ladder, each one at most. Longer absences are put into the higher grades; the class of the
 * demo's teacher and another of its school have one, so that whoever signs in there has somebody to follow.
 */
export function ladderPuts(
  rng: Rng,
  grades: readonly number[],
  own: { readonly teacher: number; readonly beside: number },
): readonly Put[] {
  const taken = new Set([own.teacher, own.beside]);
  const puts: Put[] = [
    { at: own.teacher, days: 2, back: 0 },
    { at: own.beside, days: 4, back: 0 },
  ];
  const free = (days: number) => {
    for (;;) {
      const at = rng.int(grades.length);
      if (taken.has(at) || (days > 4 && (grades[at] ?? 0) < 7)) continue;
      taken.add(at);
      return at;
    }
  };
  // A county of a few classes has no room for all of them.
  const room = grades.filter((grade) => grade >= 7).length > 3 * away.length;
  if (!room) return puts;
  for (const days of away) puts.push({ at: free(days), days, back: 0 });
  for (const days of cameBack) puts.push({ at: free(days), days, back: 1 + rng.int(4) });
  return puts;
}

/** Which other classes have a child that is ill for long; none where there is no room for all of them. */
export function leavePuts(rng: Rng, classes: number, taken: ReadonlySet<number>): readonly Put[] {
  if (classes - taken.size < 3 * ill.length) return [];
  const used = new Set(taken);
  return ill.map((days): Put => {
    let at = rng.int(classes);
    while (used.has(at)) at = rng.int(classes);
    used.add(at);
    return { at, days, back: 0, word: 'sick' };
  });
}

/** The episodes of a class with such an absence of one child: it was there before, and is back since. `last` is the last day known. */
export function withAbsence(
  rng: Rng,
  episodes: readonly Episode[],
  children: number,
  { days, back, word = 'absent' }: Omit<Put, 'word'> & { readonly word?: Word },
  last: number,
): readonly Episode[] {
  const child = rng.int(children);
  const from = last - back - days + 1;
  const others = episodes.filter((one) => one.child !== child || one.from + one.days < from);
  return [...others, { child, from, days, word }];
}

function times(days: number, many: number): readonly number[] {
  return new Array<number>(many).fill(days);
}
