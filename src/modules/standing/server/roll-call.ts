import { absent } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import { type Context, type Db, type ReadTrx, readAs } from '../../../platform/db';
import { countDue } from '../../children/server/index';
import type { BalanceView, RollCallQuery, RollCallView } from '../contract';
import { permissions } from '../permissions';
import { balance } from '../rules/balance';
import { countsLength } from '../rules/counts';
import { things } from '../words';
import { type Grid, gridAsked, homesOf, refuseOutside, scopeFor } from './asking';
import { type CalledRoll, callGrid, type GridCounts } from './call-store';
import { aboveWithin, GridNames } from './places';
import { policiesOf, versionsOf } from './policies';
import { findRoll } from './roll-store';

/** The roll call of a grid on a day: its equation, the grids below it, and whether the books agree with one another. */
export async function callRoll(db: Db, context: Context, query: RollCallQuery): Promise<RollCallView> {
  return readAs(
    db,
    context,
    async (trx) => {
      const scope = scopeFor(context, permissions['roll.see']);
      const grid = gridAsked(trx, scope, query);
      const today = dayOf(trx.now);
      const day = query.day ?? today;
      const [roll, called, due, policies] = await Promise.all([
        findRoll(trx),
        calledRoll(trx, grid, day, query.grid !== undefined),
        countDue(trx),
        policiesOf(trx),
      ]);
      if (roll) refuseOutside(roll.counted, day);
      const homes = homesOf(trx, scope);
      const above = aboveWithin(scope, grid);
      const peopled = called.below.filter(({ counts }) => counts.some((count) => count !== 0));
      const names = await GridNames.of(trx, [grid.path, ...above, ...paths(peopled), ...paths(homes)], day);
      return {
        ...{ day, today, tree: grid.tree, grid: names.view(grid.path), above: above.map((path) => names.view(path)) },
        trees: [...new Set(homes.map(({ tree }) => tree))],
        homes: scope.county || homes.length < 2 ? [] : homes.map(({ path }) => names.view(path)),
        roll: balanceView(called.own),
        below: peopled
          .toSorted((a, b) => names.compare(a.path, b.path))
          .map(({ path, counts }) => ({ grid: names.view(path), counts: [...counts] })),
        levels: called.below.length === 0 ? null : addsUp(called),
        treesAgree: called.twin === undefined ? null : isEqual(called.own?.counts ?? [], called.twin.counts),
        span: roll ? { from: roll.counted.from, until: roll.counted.until } : null,
        countedAt: (due.since ?? trx.now).toISOString(),
        waiting: due.waiting,
        recounting: roll !== undefined && (roll.next !== undefined || roll.counted.policies !== versionsOf(policies)),
      };
    },
    'once',
  );
}

/** What the books say of a grid; a grid that was named and in which no child has ever stood is not there. */
export async function calledRoll(trx: ReadTrx, grid: Grid, day: string, named: boolean): Promise<CalledRoll> {
  const called = await callGrid(trx, grid, day);
  if (named && called.own === undefined) throw absent(things.grid);
  return called;
}

/** The equation of a grid as it is sent. */
export function balanceView(counts: GridCounts | undefined): BalanceView {
  const { terms, outside, ...rest } = balance(counts?.counts ?? []);
  return { ...rest, terms: [...terms], outside: [...outside] };
}

function addsUp({ own, below }: CalledRoll): boolean {
  const sums = new Array<number>(countsLength).fill(0);
  for (const { counts } of below) for (const [at, count] of counts.entries()) sums[at] = (sums[at] ?? 0) + count;
  return isEqual(own?.counts ?? [], sums);
}

function isEqual(a: readonly number[], b: readonly number[]): boolean {
  for (let at = 0; at < countsLength; at++) if ((a[at] ?? 0) !== (b[at] ?? 0)) return false;
  return true;
}

function paths(list: readonly { readonly path: string }[]): readonly string[] {
  return list.map(({ path }) => path);
}
