import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInRoll, standingIndex } from '../../../kernel/standing';
import { stepsOf } from '../testing/steps';
import { Walk } from '../testing/walk';
import { balance, checkRoll } from './balance';
import { type Counts, childrenAt, countsLength, shouldBeAt } from './counts';
import { defaultPolicy } from './policy';
import { emptyRoll, moveStanding, type Roll, type Stand } from './roll';
import { type Standing, standingOn } from './standing-on';

/** NOL_LONG=1 takes 10,000 walks instead of the number that fits into an ordinary run. */
const walks = process.env.NOL_LONG ? 10_000 : 500;

describe('the roll call', () => {
  it(`balances at every level after every step of ${walks} random walks, and kept counts are the counts from scratch`, () => {
    fc.assert(
      fc.property(stepsOf(40), (walked) => {
        const walk = new Walk();
        const kept = new KeptRoll();
        for (const step of walked) {
          kept.recount(walk, walk.take(step));
          expectSound(walk, kept.roll);
        }
      }),
      { numRuns: walks },
    );
  });

  it('shows a child that slipped out of the roll as an equation that fails', () => {
    const roll = emptyRoll();
    moveStanding(roll, undefined, { state: 'finished', inRoll: true, area: '2/t/v/', school: '2/~/~/' });
    expect(balance(roll.area.get('2/') ?? []).balanced).toBe(false);
    expect(checkRoll(roll).map((found) => found.kind)).toContain('equation');
  });

  it('notices a grid whose children do not add up, and a tree that lost a child', () => {
    const roll = emptyRoll();
    const stand: Stand = { state: 'in-school', inRoll: true, area: '2/t/v/', school: '2/s/c/' };
    moveStanding(roll, undefined, stand);
    expect(checkRoll(roll)).toEqual([]);
    const village = roll.area.get('2/t/v/');
    roll.area.delete('2/t/v/');
    expect(checkRoll(roll)).toEqual([{ tree: 'area', grid: '2/t/', kind: 'level' }]);
    if (village) roll.area.set('2/t/v/', village);
    roll.school.clear();
    expect(checkRoll(roll)).toEqual([{ tree: 'school', grid: '2/', kind: 'trees' }]);
  });

  it('counts a child without village or school in grids of their own', () => {
    const roll = emptyRoll();
    moveStanding(roll, undefined, { state: 'unplaced', inRoll: true, area: '2/t/~/', school: '2/~/~/' });
    expect([...roll.area.keys()]).toEqual(['2/', '2/t/', '2/t/~/']);
    expect([...roll.school.keys()]).toEqual(['2/', '2/~/', '2/~/~/']);
    expect(checkRoll(roll)).toEqual([]);
  });

  it('does not call balanced what has a child too many outside, one too few, or less than none', () => {
    const counts = (numbers: Record<number, number>) => Int32Array.from({ length: countsLength }, (_, at) => numbers[at] ?? 0);
    const dead = standingIndex.dead;
    expect(balance(counts({ 0: 2, [dead]: 1, [shouldBeAt]: 2, [childrenAt]: 3 })).balanced).toBe(true);
    expect(balance(counts({ 0: 2, [dead]: 2, [shouldBeAt]: 2, [childrenAt]: 3 })).balanced).toBe(false);
    expect(balance(counts({ 0: 2, [shouldBeAt]: 3, [childrenAt]: 3 })).balanced).toBe(false);
    expect(balance(counts({ 0: 3, 1: -1, [shouldBeAt]: 2, [childrenAt]: 2 })).balanced).toBe(false);
  });

  it('reads the equation term by term', () => {
    const roll = emptyRoll();
    const add = (state: Stand['state'], times: number) => {
      for (let n = 0; n < times; n++)
        moveStanding(roll, undefined, { state, inRoll: isInRoll(state), area: '2/t/v/', school: '2/s/c/' });
    };
    add('in-school', 5);
    add('to-verify', 2);
    add('dead', 1);
    const { children, shouldBe, terms, outside, balanced } = balance(roll.area.get('2/') ?? []);
    expect({ children, shouldBe, balanced }).toEqual({ children: 8, shouldBe: 7, balanced: true });
    expect(terms.filter((term) => term.count > 0)).toEqual([
      { state: 'in-school', count: 5 },
      { state: 'to-verify', count: 2 },
    ]);
    expect(terms).toHaveLength(13);
    expect(outside.find((term) => term.state === 'dead')?.count).toBe(1);
  });
});

/** Counts kept the way the server keeps them: only the children a step touched are looked at again. */
class KeptRoll {
  readonly roll: Roll = emptyRoll();
  readonly #last = new Map<string, Standing>();

  recount(walk: Walk, touched: readonly string[]): void {
    for (const id of new Set(touched)) {
      const child = walk.children.get(id);
      const now = child && standingOn(child, walk.day, defaultPolicy);
      moveStanding(this.roll, this.#last.get(id), now);
      if (now) this.#last.set(id, now);
      else this.#last.delete(id);
    }
  }
}

function expectSound(walk: Walk, roll: Roll): void {
  const breaks = checkRoll(roll);
  if (breaks.length > 0) throw new Error(`broken: ${JSON.stringify(breaks)}`);
  const scratch = countFromScratch(walk);
  const kept = new Map<string, Counts>();
  for (const [grid, counts] of roll.area) kept.set(`area ${grid}`, counts);
  for (const [grid, counts] of roll.school) kept.set(`school ${grid}`, counts);
  if (kept.size !== scratch.size) throw new Error(`grids differ: ${[...kept.keys()]} ${[...scratch.keys()]}`);
  for (const [grid, counts] of scratch) {
    const other = kept.get(grid);
    for (let at = 0; at < countsLength; at++)
      if (counts[at] !== other?.[at]) throw new Error(`${grid} differs at ${at}: ${counts} ${other}`);
  }
}

/** The same counts with none of the code that keeps them: every child looked at, every part of its paths. */
function countFromScratch(walk: Walk): Map<string, number[]> {
  const grids = new Map<string, number[]>();
  for (const child of walk.children.values()) {
    const { state, inRoll, area, school } = standingOn(child, walk.day, defaultPolicy);
    if (inRoll !== isInRoll(state)) throw new Error(`${child.id} is ${state} and ${inRoll ? 'in' : 'not in'} the roll`);
    for (const [tree, leaf] of [
      ['area', area],
      ['school', school],
    ]) {
      const parts = leaf.split('/').slice(0, 3);
      for (let level = 1; level <= 3; level++) {
        const grid = `${tree} ${parts.slice(0, level).join('/')}/`;
        const counts = grids.get(grid) ?? new Array<number>(countsLength).fill(0);
        counts[standingIndex[state]]++;
        if (isInRoll(state)) counts[shouldBeAt]++;
        counts[childrenAt]++;
        grids.set(grid, counts);
      }
    }
  }
  return grids;
}
