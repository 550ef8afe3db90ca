import type { Day } from '../../../kernel/day';
import { drawIndex, type Rng } from '../random';

/** What can be said of a child that is not simply there. */
export type Word = 'absent' | 'sick' | 'personal' | 'late' | 'early';

/** School days on end, by their places in the term, on which a child is away for one reason, or a day on which it is not wholly there. */
export type Episode = { readonly child: number; readonly from: number; readonly days: number; readonly word: Word };

/** How often a day begins an episode, and how long each lasts: weights of one day, two, three … Our choice, so that some 1 % are away. */
const kinds: readonly { readonly word: Word; readonly often: number; readonly lengths: readonly number[] }[] = [
  { word: 'sick', often: 0.0019, lengths: [35, 30, 18, 10, 7] },
  { word: 'personal', often: 0.0009, lengths: [75, 18, 7] },
  { word: 'absent', often: 0.0005, lengths: [76, 15, 6, 3] },
  { word: 'late', often: 0.0022, lengths: [1] },
  { word: 'early', often: 0.0005, lengths: [1] },
];
const ends = kinds.map(({ lengths }) => {
  let sum = 0;
  return Float64Array.from(lengths, (weight) => {
    sum += weight;
    return sum;
  });
});

/** One child in so many stays away again and again, most of all on Mondays and Fridays. */
const RESTLESS = 60;

/** How the days of the children of a class go. */
export function episodesOf(rng: Rng, children: number, days: readonly Day[]): readonly Episode[] {
  const often = days.map((day) => kinds.map((kind) => kind.often * factor(kind.word, day)));
  const wave = waveOf(rng, days.length);
  const found: Episode[] = [];
  for (let child = 0; child < children; child++) {
    const restless = rng.int(RESTLESS) === 0;
    for (let day = 0; day < days.length; day++) {
      const kind = drawn(rng.next(), often[day] ?? [], wave(day), restless);
      if (kind === undefined) continue;
      const long = 1 + drawIndex(ends[kind] as Float64Array, rng);
      found.push({ child, from: day, days: long, word: kinds[kind]?.word ?? 'sick' });
      // The day after, it is there: two reasons on end would be one.
      day += long;
    }
  }
  return found;
}

function drawn(u: number, often: readonly number[], wave: number, restless: boolean): number | undefined {
  let sum = 0;
  for (const [kind, chance] of often.entries()) {
    const word = kinds[kind]?.word;
    sum += chance * (word === 'sick' ? wave : word === 'absent' && restless ? 30 : 1);
    if (u < sum) return kind;
  }
  return undefined;
}

/** One class in two has a wave of illness in a term: for a week six times as many fall ill. */
function waveOf(rng: Rng, days: number): (day: number) => number {
  const [has, middle] = [rng.chance(0.5), rng.int(days)];
  return (day) => (has && Math.abs(day - middle) <= 3 ? 6 : 1);
}

/** More are ill in winter; more are late, away or gone early at both ends of a week. */
function factor(word: Word, day: Day): number {
  if (word === 'sick') return ['11', '12', '01'].includes(day.slice(5, 7)) ? 1.5 : 1;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 1 || weekday === 5 ? 1.6 : 0.8;
}
