import { nameLevel } from './name-level';
import type { NameTable } from './name-table';
import type { People } from './people';

/**
 * How much more, or less, an agreeing name says than agreeing names do on average: a rare name that agrees is worth more
 * than 张子涵 that agrees (term frequency, Winkler 1989).
 */
export type NameFrequency = { readonly share: Float32Array; readonly average: number };

export function nameFrequency(names: NameTable, left: People, right: People): NameFrequency {
  const byKey = new Map<number, number>();
  const counts = new Uint32Array(names.count);
  for (const people of [left, right]) for (let row = 0; row < people.count; row++) counts[people.name[row]]++;
  counts[0] = 0;
  for (let name = 1; name < names.count; name++)
    if (counts[name] > 0) byKey.set(names.bag[name], (byKey.get(names.bag[name]) ?? 0) + counts[name]);
  const total = counts.reduce((sum, count) => sum + count, 0) || 1;
  let average = 0;
  for (const count of byKey.values()) average += (count / total) ** 2;
  const share = new Float32Array(names.count);
  for (let name = 1; name < names.count; name++) share[name] = (byKey.get(names.bag[name]) ?? 1) / total;
  return { share, average };
}

/** Logarithm to add to the weight of a pair whose names agree: 0 for a name of average frequency, at most ±4. */
export function frequencyWeight(frequency: NameFrequency, level: number, left: number, right: number): number {
  if (level < nameLevel.exact || level > nameLevel.swapped) return 0;
  const share = Math.max(frequency.share[left], frequency.share[right]);
  if (share === 0) return 0;
  return Math.max(-4, Math.min(4, Math.log(frequency.average / share)));
}
