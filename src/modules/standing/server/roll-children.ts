import type { StandingKey } from '../../../kernel/standing';
import type { Scope } from '../../../platform/access';
import { dayOf } from '../../../platform/clock';
import { type Context, type Db, type ReadTrx, readAs, transact } from '../../../platform/db';
import type { ChildLine } from '../../children/index';
import { childLine, listLines } from '../../children/server/index';
import type {
  BalanceView,
  RollChangesQuery,
  RollChangesView,
  RollChildrenQuery,
  RollChildrenView,
  RollPart,
  RollPrint,
} from '../contract';
import { permissions } from '../permissions';
import { type Grid, gridAsked, refuseOutside, scopeFor } from './asking';
import { countMovers, countStandees, listMovers, listStandees } from './list-store';
import { aboveWithin, GridNames } from './places';
import { balanceView, calledRoll } from './roll-call';
import { findRoll } from './roll-store';

/** The children behind a number, by state in the order of the roll call, then by place. The total is that of the kept counts. */
export async function listRollChildren(db: Db, context: Context, query: RollChildrenQuery): Promise<RollChildrenView> {
  return readAs(
    db,
    context,
    async (trx) => {
      const scope = scopeFor(context, permissions['roll.children']);
      const grid = gridAsked(trx, scope, query);
      const day = query.day ?? dayOf(trx.now);
      const [place, called] = await Promise.all([
        placeView(trx, scope, grid, day),
        calledRoll(trx, grid, day, query.grid !== undefined),
      ]);
      const roll = balanceView(called.own);
      const { part, rule, page, size } = query;
      const wanted = { grid, day: place.day, rule };
      const parts = statesOf(part, roll);
      const counted = rule === undefined ? parts : await countedByRule(trx, wanted, parts);
      const found = pieces(counted, (page - 1) * size, size).map(({ state, skip, take }) =>
        listStandees(trx, { ...wanted, state }, { skip, take }),
      );
      const standees = (await Promise.all(found)).flat();
      const lines = await linesOf(trx, scope, standees);
      return {
        ...place,
        ...{ part, roll, page, size, total: counted.reduce((sum, { count }) => sum + count, 0) },
        rows: standees.map((one) => ({ child: lines.get(one.childId) ?? null, ...one })),
      };
    },
    'once',
  );
}

/** What changed in a grid between two days, to the child: who came, who went, and who stands elsewhere in it. */
export async function listRollChanges(db: Db, context: Context, query: RollChangesQuery): Promise<RollChangesView> {
  return readAs(db, context, async (trx) => {
    const scope = scopeFor(context, permissions['roll.children']);
    const grid = gridAsked(trx, scope, query);
    const { from, to, before, after, page, size } = query;
    const [place, kinds] = await Promise.all([
      placeView(trx, scope, grid, to),
      countMovers(trx, { grid, from, to }),
      calledRoll(trx, grid, to, query.grid !== undefined),
    ]);
    const chosen = kinds.filter((kind) => (before ?? kind.before) === kind.before && (after ?? kind.after) === kind.after);
    const movers = await listMovers(trx, { grid, from, to }, { before, after }, { skip: (page - 1) * size, take: size });
    const lines = await linesOf(trx, scope, movers);
    return {
      ...place,
      ...{ from, to, kinds: [...kinds], page, size, total: chosen.reduce((sum, { count }) => sum + count, 0) },
      rows: movers.map((one) => ({ child: lines.get(one.childId) ?? null, ...one })),
    };
  });
}

/** Notes that somebody prints a roll or the children behind a number of it (PRV-11). */
export async function notePrint(
  db: Db,
  context: Context,
  { tree, grid: path, day, part, rows }: RollPrint,
): Promise<{ readonly printed: true }> {
  return transact(db, context, async (trx) => {
    const may = permissions[part === null ? 'roll.see' : 'roll.children'];
    const grid = gridAsked(trx, scopeFor(context, may), { tree, grid: path });
    const asked = day ?? dayOf(trx.now);
    await calledRoll(trx, grid, asked, true);
    const detail = { tree, day: asked, part: part ?? 'roll', rows };
    return { result: { printed: true as const }, changes: [{ act: 'roll.print', object: `grid:${path}`, detail }] };
  });
}

async function placeView(trx: ReadTrx, scope: Scope, grid: Grid, day: string) {
  const today = dayOf(trx.now);
  const above = aboveWithin(scope, grid);
  const [roll, names] = await Promise.all([findRoll(trx), GridNames.of(trx, [grid.path, ...above], day)]);
  if (roll) refuseOutside(roll.counted, day);
  return { day, today, tree: grid.tree, grid: names.view(grid.path), above: above.map((path) => names.view(path)) };
}

type Part = { readonly state: StandingKey; readonly count: number };

/** The states of a part of the roll with how many stand in each. */
function statesOf(part: RollPart, { terms, outside }: BalanceView): readonly Part[] {
  if (part === 'should-be') return terms;
  const all = [...terms, ...outside];
  return part === 'all' ? all : all.filter(({ state }) => state === part);
}

async function countedByRule(
  trx: ReadTrx,
  wanted: Omit<Parameters<typeof countStandees>[1], 'state'>,
  parts: readonly Part[],
): Promise<readonly Part[]> {
  return Promise.all(
    parts.map(async ({ state, count }) => ({ state, count: count === 0 ? 0 : await countStandees(trx, { ...wanted, state }) })),
  );
}

/** Which rows of which states a page holds: a page may begin in one state and end in another. */
function pieces(parts: readonly Part[], from: number, size: number) {
  const found: { readonly state: StandingKey; readonly skip: number; readonly take: number }[] = [];
  let begin = 0;
  for (const { state, count } of parts) {
    const skip = Math.max(0, from - begin);
    const take = Math.min(count, from + size - begin) - skip;
    if (take > 0) found.push({ state, skip, take });
    begin += count;
  }
  return found;
}

/** Children who are somebody else's by now have no line. */
async function linesOf(
  trx: ReadTrx,
  scope: Scope,
  list: readonly { readonly childId: string }[],
): Promise<ReadonlyMap<string, ChildLine>> {
  const rows = await listLines(
    trx,
    scope,
    list.map(({ childId }) => childId),
  );
  return new Map(rows.map((row) => [row.child_id, childLine(row)]));
}
