import { absent } from '../../../kernel/refusal';
import type { Scope } from '../../../platform/access';
import { type Context, type Db, newId, type Trx, transact } from '../../../platform/db';
import type { NewOwner, OwnerChange, OwnerView } from '../contract';
import { permissions } from '../permissions';
import { dayBefore, endedByHandOver, faultsOfOwner } from '../rules/grid-owner';
import { things } from '../words';
import { refuseFaults, refuseStale, scopeFor } from './asking';
import { findGrid, type PlacedGrid } from './grids';
import { findOwner, insertOwners, listOwners, type StoredOwner, updateOwner } from './owner-store';
import { lockPlaces } from './store';
import { ownerView } from './views';

/** Gives a grid to somebody; an owner without an end makes room and ends the day before. */
export async function assignOwner(db: Db, context: Context, draft: NewOwner): Promise<OwnerView> {
  return transact(db, context, async (trx) => {
    await lockPlaces(trx);
    const { reason, ...fields } = draft;
    const grid = await changeableGrid(trx, scopeFor(context, permissions['owner.change']), draft.path);
    const owners = await ownersOf(trx, grid);
    const ended = endedByHandOver(owners, grid.path, fields);
    refuseFaults(
      faultsOfOwner(
        grid,
        owners.filter((one) => one !== ended),
        fields,
      ),
    );
    if (ended) await endOwner(trx, ended, dayBefore(fields.from), reason);
    const owner = { ...fields, id: newId(), kind: grid.kind, areaPath: grid.areaPath };
    await insertOwners(trx, [owner], reason);
    const detail = { owner: owner.id, user: owner.userId, from: owner.from, until: owner.until, ended: ended?.id ?? null };
    const change = { act: 'owner.change', object: `grid:${grid.path}`, reason, detail };
    return { result: ownerView({ ...owner, version: 1 }), changes: [change] };
  });
}

/** Corrects who answered for a grid, or from when until when. */
export async function changeOwner(db: Db, context: Context, id: string, change: OwnerChange): Promise<OwnerView> {
  return transact(db, context, async (trx) => {
    await lockPlaces(trx);
    const scope = scopeFor(context, permissions['owner.change']);
    const before = await findOwner(trx, scope, id);
    if (before === undefined) throw absent(things.owner);
    const grid = await changeableGrid(trx, scope, before.path);
    const { reason, version, ...fields } = change;
    // A correction moves nobody else's days: whoever has them keeps them.
    const others = (await ownersOf(trx, grid)).filter((other) => other.id !== id);
    refuseFaults(faultsOfOwner(grid, others, fields));
    refuseStale(await updateOwner(trx, id, version, { ...fields, reason }), things.owner, before);
    const detail = {
      owner: id,
      from: { from: before.from, until: before.until },
      to: { from: fields.from, until: fields.until },
    };
    const result = ownerView({ ...before, ...fields, version: version + 1 });
    return { result, changes: [{ act: 'owner.change', object: `grid:${grid.path}`, reason, detail }] };
  });
}

/** Whether a scope may name the owner of a grid: below a path of its own, so that a township names nobody within a school. */
export function isOwn({ county, areas, schools }: Scope, path: string): boolean {
  return county || [...areas, ...schools].some((prefix) => path.startsWith(prefix));
}

/** A grid whose owner the asker may name. */
async function changeableGrid(trx: Trx, scope: Scope, path: string): Promise<PlacedGrid> {
  const grid = await findGrid(trx, scope, path);
  if (grid === undefined || !isOwn(scope, path)) throw absent(things.grid);
  return grid;
}

function ownersOf(trx: Trx, grid: PlacedGrid): Promise<readonly StoredOwner[]> {
  return listOwners(trx, { county: true, areas: [], schools: [] }, { path: grid.path });
}

async function endOwner(trx: Trx, owner: StoredOwner, until: string, reason: string): Promise<void> {
  refuseStale(await updateOwner(trx, owner.id, owner.version, { until, reason }), things.owner, owner);
}
