import type { PairList } from './blocks';
import type { People } from './people';

/**
 * Numbers the left side's schools and classes like the right side's, learnt from pairs that are surely one child:
 * 「三年2班」 and 「2022级02」 are one class if the same children sit in them. What shows no clear counterpart (fewer than
 * three children or not most of them) becomes 0, unknown.
 */
export function alignSchools(left: People, right: People, sure: PairList): People {
  return {
    ...left,
    school: renumbered(left.school, right.school, sure),
    schoolClass: renumbered(left.schoolClass, right.schoolClass, sure),
  };
}

/** People whose schools and classes are not to be compared: nobody has said yet what corresponds. */
export function withoutSchools(people: People): People {
  return { ...people, school: new Uint32Array(people.count), schoolClass: new Uint32Array(people.count) };
}

function renumbered(left: Uint32Array, right: Uint32Array, sure: PairList): Uint32Array {
  const votes = new Map<number, Map<number, number>>();
  for (let at = 0; at < sure.count; at++) {
    const from = left[sure.first[at]];
    const to = right[sure.second[at]];
    if (from === 0 || to === 0) continue;
    const forClass = votes.get(from) ?? new Map<number, number>();
    forClass.set(to, (forClass.get(to) ?? 0) + 1);
    votes.set(from, forClass);
  }
  const counterpart = new Map<number, number>();
  for (const [from, forClass] of votes) {
    const [to, most] = [...forClass].reduce((best, vote) => (vote[1] > best[1] ? vote : best));
    const all = [...forClass.values()].reduce((sum, count) => sum + count, 0);
    if (most >= 3 && most * 2 > all) counterpart.set(from, to);
  }
  return left.map((number) => counterpart.get(number) ?? 0);
}
