import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInRoll, standingIndex } from '../../../kernel/standing';
import { ChildStory } from '../testing/facts';
import { stepsOf, twoPolicies } from '../testing/steps';
import { Walk } from '../testing/walk';
import { childrenAt, countsLength, shouldBeAt } from './counts';
import type { Tree } from './grids';
import { type Interval, standingHistory } from './history';
import { type CountRow, changedRows } from './kept-rows';
import { policyOn } from './policy';
import { type RollChange, rollChanges, sumChanges } from './roll-changes';
import { standingOn } from './standing-on';

const span = ['2024-06-01', '2026-08-31'] as const;

describe('kept counts by day', () => {
  it('are the counts from scratch on any day, after any number of children have changed', () => {
    fc.assert(
      fc.property(stepsOf(25), fc.array(fc.constantFrom(...days), { minLength: 4, maxLength: 4 }), (steps, asked) => {
        const walk = new Walk();
        const table = new KeptTable();
        const last = new Map<string, readonly Interval[]>();
        for (const step of steps) {
          const touched = new Set(walk.take(step));
          table.apply(sumChanges([...touched].map((id) => recount(walk, last, id))));
        }
        for (const day of asked) expect(table.on(day)).toEqual(scratch(walk, day));
      }),
      { numRuns: process.env.NOL_LONG ? 3000 : 100 },
    );
  });

  it('change only on the days on which something changes, and only in the grids it concerns', () => {
    const child = new ChildStory().household('2025-03-01');
    const before = standingHistory(child.child, twoPolicies, ...span);
    child.tell('2025-05-01', { kind: 'home', area: '211324/t1/v1/' });
    const changes = rollChanges(before, standingHistory(child.child, twoPolicies, ...span));
    const inMay = changes.filter((change) => change.day === '2025-05-01');
    expect(inMay.map((change) => change.grid)).toEqual(['211324/t1/', '211324/t1/v1/', '211324/~/', '211324/~/~/']);
    expect(changes.filter((change) => change.day !== '2025-05-01' && change.day !== '2026-09-01')).toEqual([]);
  });

  it('are not touched by a history that stays the same', () => {
    const history = standingHistory(new ChildStory().household('2025-03-01').child, twoPolicies, ...span);
    expect(rollChanges(history, history)).toEqual([]);
  });

  it('are written in one order by everybody', () => {
    const history = standingHistory(new ChildStory().household('2025-03-01').child, twoPolicies, ...span);
    const keys = rollChanges([], history).map((change) => `${change.tree} ${change.grid} ${change.day}`);
    expect(keys).toEqual(keys.toSorted());
    expect(keys.length).toBeGreaterThan(6);
  });
});

const days = ['2024-06-01', '2024-09-01', '2024-12-01', '2025-02-28', '2025-04-01', '2025-09-01', '2025-10-01', '2026-08-31'];

/** The table `roll_count`: rows on the days of a change, each with the running total. */
class KeptTable {
  readonly #rows = new Map<string, CountRow>();

  /** As the server does it: reads of each changed grid the rows from its first change on and the one before, and writes. */
  apply(changes: readonly RollChange[]): void {
    const firstDay = new Map<string, string>();
    for (const { tree, grid, day } of changes.toReversed()) firstDay.set(`${tree} ${grid}`, day);
    const rows = [...this.#rows.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
    const kept = rows.filter((row) => {
      const first = firstDay.get(`${row.tree} ${row.grid}`);
      return first !== undefined && (row.day >= first || row === rows.findLast((one) => isSameGrid(one, row) && one.day < first));
    });
    const { put, drop } = changedRows(kept, changes);
    for (const row of drop) this.#rows.delete(`${row.tree} ${row.grid} ${row.day}`);
    for (const row of put) this.#rows.set(`${row.tree} ${row.grid} ${row.day}`, row);
    this.#expectNoneToSpare();
  }

  /** No row says what the grid's row before it says. */
  #expectNoneToSpare(): void {
    const last = new Map<string, string>();
    for (const row of [...this.#rows.values()].sort((a, b) => (a.day < b.day ? -1 : 1))) {
      const grid = `${row.tree} ${row.grid}`;
      expect(row.counts.join()).not.toBe(last.get(grid) ?? new Array<number>(countsLength).fill(0).join());
      last.set(grid, row.counts.join());
    }
  }

  on(day: string): Record<string, number[]> {
    const totals: Record<string, number[]> = {};
    for (const row of [...this.#rows.values()].sort((a, b) => (a.day < b.day ? -1 : 1)))
      if (row.day <= day) totals[`${row.tree} ${row.grid}`] = [...row.counts];
    return Object.fromEntries(Object.entries(totals).filter(([, counts]) => counts.some((count) => count !== 0)));
  }
}

function isSameGrid(a: CountRow, b: CountRow): boolean {
  return a.tree === b.tree && a.grid === b.grid;
}

function recount(walk: Walk, last: Map<string, readonly Interval[]>, id: string): readonly RollChange[] {
  const child = walk.children.get(id);
  const now = child ? standingHistory(child, twoPolicies, ...span) : [];
  const changes = rollChanges(last.get(id) ?? [], now);
  last.set(id, now);
  return changes;
}

function scratch(walk: Walk, day: string): Record<string, number[]> {
  const grids: Record<string, number[]> = {};
  for (const child of walk.children.values()) {
    const standing = standingOn(child, day, policyOn(twoPolicies, day));
    for (const tree of ['area', 'school'] satisfies Tree[]) {
      const parts = standing[tree].split('/');
      for (const level of [1, 2, 3]) {
        const grid = `${tree} ${parts.slice(0, level).join('/')}/`;
        const counts = grids[grid] ?? new Array<number>(countsLength).fill(0);
        counts[standingIndex[standing.state]]++;
        if (isInRoll(standing.state)) counts[shouldBeAt]++;
        counts[childrenAt]++;
        grids[grid] = counts;
      }
    }
  }
  return grids;
}
