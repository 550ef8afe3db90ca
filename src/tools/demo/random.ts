/** A seeded stream of numbers; the same seeds give the same stream on every machine. */
export type Rng = {
  /** from 0 up to, not including, 1 */
  next(): number;
  /** an integer from 0 up to, not including, `n` */
  int(n: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
};

/** A list whose entries are drawn by weight. */
export type Pool<T> = { readonly items: readonly T[]; readonly ends: Float64Array };

/** Starts a stream (sfc32 after splitmix32 seeding): different seeds give streams that share nothing visible. */
export function makeRng(seed: number, stream = 0, position = 0): Rng {
  let mix = (seed ^ Math.imul(stream + 1, 0x9e3779b1) ^ Math.imul(position + 1, 0x85ebca6b)) | 0;
  function splitmix(): number {
    mix = (mix + 0x9e3779b9) | 0;
    let z = mix ^ (mix >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  }
  let a = splitmix();
  let b = splitmix();
  let c = (splitmix() ^ stream) | 0;
  let d = (position + 1) | 0;
  function next(): number {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return (t >>> 0) / 4294967296;
  }
  for (let round = 0; round < 10; round++) next();
  const int = (n: number) => Math.floor(next() * n);
  return { next, int, chance: (probability) => next() < probability, pick: (list) => list[int(list.length)] };
}

/** A pool whose weights are worked out from the position: `weigh(0)` is the weight of the first entry. */
export function makePool<T>(items: readonly T[], weigh: (position: number) => number): Pool<T> {
  const ends = new Float64Array(items.length);
  let sum = 0;
  for (let i = 0; i < items.length; i++) {
    sum += weigh(i);
    ends[i] = sum;
  }
  return { items, ends };
}

/** A pool in which the entry at rank r weighs 1 / (r + 2)^exponent: a few common entries and a long tail. */
export function zipf<T>(items: readonly T[], exponent = 0.9): Pool<T> {
  return makePool(items, (rank) => 1 / (rank + 2) ** exponent);
}

/** One entry of a pool. */
export function draw<T>(pool: Pool<T>, rng: Rng): T {
  return pool.items[drawIndex(pool.ends, rng)];
}

/** The position drawn from weights given as running sums. */
export function drawIndex(ends: Float64Array, rng: Rng): number {
  const target = rng.next() * ends[ends.length - 1];
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle] > target) high = middle;
    else low = middle + 1;
  }
  return low;
}
