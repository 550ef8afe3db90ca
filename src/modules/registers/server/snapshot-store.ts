import type { Scope } from '../../../platform/access';
import type { ReadTrx, Trx } from '../../../platform/db';
import type { RegisterUnit } from '../rules/batch-state';
import type { RegisterKind } from '../rules/register';
import type { RegisterTables } from './tables';

/** What counts for one kind of list and one unit. */
export type StoredSnapshot = {
  readonly snapshotId: string;
  readonly kind: RegisterKind;
  readonly unit: RegisterUnit;
  readonly asOf: string;
  readonly batchId: string;
  readonly previousId: string | null;
  readonly rows: number;
  readonly createdAt: Date;
};

/** One batch of a snapshot, without the rows of it that do not count; `dropped` is packed by `packRows`. */
export type StoredLayer = { readonly batchId: string; readonly dropped: Buffer };

/** The snapshot that counts for a unit, or undefined where it has no list of this kind. */
export async function findCurrent(trx: ReadTrx, kind: RegisterKind, unitPath: string): Promise<StoredSnapshot | undefined> {
  const row = await current(trx).where('c.kind', '=', kind).where('c.unit_path', '=', unitPath).executeTakeFirst();
  return row && snapshotFrom(row);
}

/** All that counts within a scope, by kind and unit; of one kind where it is named. */
export async function listCurrent(trx: ReadTrx, scope: Scope, kind?: RegisterKind): Promise<readonly StoredSnapshot[]> {
  let query = current(trx).where((eb) =>
    scope.county
      ? eb.lit(true)
      : eb.and([eb('c.unit_tree', '=', 'school'), eb.or(scope.schools.map((path) => eb('c.unit_path', 'like', `${path}%`)))]),
  );
  if (kind !== undefined) query = query.where('c.kind', '=', kind);
  const rows = await query.orderBy('c.kind').orderBy('c.unit_path').execute();
  return rows.map(snapshotFrom);
}

/** The layers of a snapshot, the oldest first. */
export async function listLayers(trx: ReadTrx, snapshotId: string): Promise<readonly StoredLayer[]> {
  const rows = await tables(trx)
    .selectFrom('register_layer')
    .select(['batch_id', 'dropped'])
    .where('county_id', '=', trx.countyId)
    .where('snapshot_id', '=', snapshotId)
    .orderBy('layer_no')
    .execute();
  return rows.map((row) => ({ batchId: row.batch_id, dropped: row.dropped }));
}

/** Writes a snapshot with its layers; it counts only once `pointTo` says so. */
export async function insertSnapshot(
  trx: Trx,
  snapshot: Omit<StoredSnapshot, 'createdAt'>,
  layers: readonly StoredLayer[],
): Promise<void> {
  const { snapshotId, kind, unit, asOf, batchId, previousId, rows } = snapshot;
  const keys = { county_id: trx.countyId, snapshot_id: snapshotId };
  await tables(trx)
    .insertInto('register_snapshot')
    .values({
      ...keys,
      ...{ kind, unit_tree: unit.tree, unit_path: unit.path, as_of_day: asOf, batch_id: batchId, rows },
      previous_snapshot_id: previousId,
      created_at: trx.now,
    })
    .execute();
  const values = layers.map(({ batchId: of, dropped }, at) => ({ ...keys, layer_no: at, batch_id: of, dropped }));
  if (values.length > 0) await tables(trx).insertInto('register_layer').values(values).execute();
}

/**
 * Makes a snapshot (or nothing) count in the place of another (or nothing); false where something else counts already: of
 * two commits at once the second is told.
 */
export async function pointTo(
  trx: Trx,
  { kind, unit }: { readonly kind: RegisterKind; readonly unit: RegisterUnit },
  from: string | null,
  to: string | null,
): Promise<boolean> {
  const keys = { county_id: trx.countyId, kind, unit_path: unit.path };
  if (from === null) {
    if (to === null) return (await findCurrent(trx, kind, unit.path)) === undefined;
    const made = await tables(trx)
      .insertInto('register_current')
      .values({ ...keys, unit_tree: unit.tree, snapshot_id: to, version: 1, changed_at: trx.now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return made.numInsertedOrUpdatedRows === 1n;
  }
  if (to === null) {
    const gone = await here(trx, keys, from).executeTakeFirst();
    return gone.numDeletedRows === 1n;
  }
  const moved = await tables(trx)
    .updateTable('register_current')
    .set((eb) => ({ snapshot_id: to, version: eb('version', '+', 1), changed_at: trx.now }))
    .where('county_id', '=', keys.county_id)
    .where('kind', '=', kind)
    .where('unit_path', '=', unit.path)
    .where('snapshot_id', '=', from)
    .executeTakeFirst();
  return moved.numUpdatedRows === 1n;
}

/** The snapshot that a batch made, or undefined. */
export async function findSnapshotOf(trx: ReadTrx, batchId: string): Promise<StoredSnapshot | undefined> {
  const row = await tables(trx)
    .selectFrom('register_snapshot')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('batch_id', '=', batchId)
    .executeTakeFirst();
  return row && snapshotFrom(row);
}

function here(trx: Trx, keys: { county_id: string; kind: RegisterKind; unit_path: string }, snapshotId: string) {
  return tables(trx)
    .deleteFrom('register_current')
    .where('county_id', '=', keys.county_id)
    .where('kind', '=', keys.kind)
    .where('unit_path', '=', keys.unit_path)
    .where('snapshot_id', '=', snapshotId);
}

function current(trx: ReadTrx) {
  return tables(trx)
    .selectFrom('register_current as c')
    .innerJoin('register_snapshot as s', (join) =>
      join.onRef('s.county_id', '=', 'c.county_id').onRef('s.snapshot_id', '=', 'c.snapshot_id'),
    )
    .selectAll('s')
    .where('c.county_id', '=', trx.countyId);
}

function snapshotFrom(row: RegisterTables['register_snapshot']): StoredSnapshot {
  return {
    snapshotId: row.snapshot_id,
    kind: row.kind,
    unit: { tree: row.unit_tree, path: row.unit_path },
    asOf: row.as_of_day,
    batchId: row.batch_id,
    previousId: row.previous_snapshot_id,
    rows: row.rows,
    createdAt: row.created_at,
  };
}

function tables(trx: ReadTrx) {
  return trx.withTables<RegisterTables>();
}
