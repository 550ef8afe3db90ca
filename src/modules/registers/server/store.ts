import type { Scope } from '../../../platform/access';
import type { CoreTables, ReadTrx, Trx } from '../../../platform/db';
import type { BadRowChoice, BatchState, CommitMode, RegisterUnit } from '../rules/batch-state';
import type { RegisterKind } from '../rules/register';
import type { MappingChoices, RegisterTables } from './tables';

type Tables = RegisterTables & Pick<CoreTables, 'job' | 'app_user'>;

/** A batch with its job and its maker. `state` is where it really stands: a job that broke leaves no batch behind in the middle. */
export type StoredBatch = {
  readonly batchId: string;
  readonly kind: RegisterKind;
  readonly unit: RegisterUnit;
  readonly asOf: string;
  readonly state: BatchState;
  readonly version: number;
  readonly mode: CommitMode | null;
  readonly badRows: BadRowChoice | null;
  readonly mends: string | null;
  readonly mapping: Readonly<Record<string, MappingChoices>>;
  readonly rows: number;
  readonly errorRows: number;
  readonly jobId: string | null;
  readonly progress: unknown;
  readonly refusal: { readonly code: string; readonly zh: string; readonly en: string } | null;
  readonly reason: string | null;
  readonly preview: Buffer | null;
  readonly current: boolean;
  readonly createdById: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly committedAt: Date | null;
  readonly undoneAt: Date | null;
};

/** What is written of a new batch. */
export type NewBatch = Pick<StoredBatch, 'batchId' | 'kind' | 'unit' | 'asOf'>;

/** Writes a batch without files. */
export async function insertBatch(trx: Trx, { batchId, kind, unit, asOf }: NewBatch): Promise<void> {
  const values = {
    county_id: trx.countyId,
    batch_id: batchId,
    kind,
    unit_tree: unit.tree,
    unit_path: unit.path,
    as_of_day: asOf,
    state: 'uploaded' as const,
    version: 1,
    mapping: '{}' as unknown as Readonly<Record<string, MappingChoices>>,
    rows: 0,
    error_rows: 0,
    created_by: userOf(trx),
    created_at: trx.now,
  };
  await tables(trx)
    .insertInto('register_batch')
    .values({ ...nothingYet, ...values })
    .execute();
}

const nothingYet = {
  mode: null,
  bad_rows: null,
  mends_batch_id: null,
  source_key: null,
  job_id: null,
  preview: null,
  refusal: null,
  reason: null,
  committed_by: null,
  committed_at: null,
  undone_by: null,
  undone_at: null,
};

/** One batch of a scope, or undefined. */
export async function findBatch(trx: ReadTrx, scope: Scope, batchId: string): Promise<StoredBatch | undefined> {
  const row = await batches(trx, scope).where('b.batch_id', '=', batchId).executeTakeFirst();
  return row && batchFrom(row);
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockBatch(trx: Trx, scope: Scope, batchId: string): Promise<StoredBatch | undefined> {
  const locked = await tables(trx)
    .selectFrom('register_batch')
    .select('batch_id')
    .where('county_id', '=', trx.countyId)
    .where('batch_id', '=', batchId)
    .forUpdate()
    .executeTakeFirst();
  return locked && findBatch(trx, scope, batchId);
}

/** What a list of batches is narrowed to. */
export type BatchFilter = { readonly kind?: RegisterKind | undefined; readonly state?: BatchState | undefined };

/** The batches of a scope, the newest first; `total` counts those of all pages. */
export async function listBatches(
  trx: ReadTrx,
  scope: Scope,
  { kind, state }: BatchFilter,
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly rows: readonly StoredBatch[]; readonly total: number }> {
  let query = batches(trx, scope);
  if (kind !== undefined) query = query.where('b.kind', '=', kind);
  if (state !== undefined) query = query.where('b.state', '=', state);
  const { total } = await query
    .clearSelect()
    .select((eb) => eb.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await query
    .orderBy('b.created_at', 'desc')
    .orderBy('b.batch_id', 'desc')
    .limit(page.size)
    .offset((page.page - 1) * page.size)
    .execute();
  return { rows: rows.map(batchFrom), total: Number(total) };
}

/** What changes of a batch; the version goes up by one. */
export type BatchEdit = Partial<{
  readonly state: BatchState;
  readonly mode: CommitMode;
  readonly bad_rows: BadRowChoice;
  readonly mends_batch_id: string | null;
  readonly mapping: Readonly<Record<string, MappingChoices>>;
  readonly rows: number;
  readonly error_rows: number;
  readonly job_id: string | null;
  readonly preview: Buffer | null;
  readonly refusal: StoredBatch['refusal'];
  readonly reason: string | null;
  readonly committed: boolean;
  readonly undone: boolean;
}>;

/** Changes a batch that the transaction has locked. */
export async function updateBatch(trx: Trx, batchId: string, edit: BatchEdit): Promise<void> {
  const { mapping, refusal, committed, undone, ...plain } = edit;
  await tables(trx)
    .updateTable('register_batch')
    .set((eb) => ({
      ...plain,
      ...(mapping === undefined ? {} : { mapping: asJson<Readonly<Record<string, MappingChoices>>>(mapping) }),
      ...(refusal === undefined ? {} : { refusal: refusal === null ? null : asJson<typeof refusal>(refusal) }),
      ...(committed ? { committed_at: trx.now, committed_by: userOf(trx) } : {}),
      ...(undone ? { undone_at: trx.now, undone_by: userOf(trx) } : {}),
      version: eb('version', '+', 1),
    }))
    .where('county_id', '=', trx.countyId)
    .where('batch_id', '=', batchId)
    .execute();
}

/** PostgreSQL takes JSON as text; the type of the column says what comes back. */
function asJson<T>(value: T): T {
  return JSON.stringify(value) as unknown as T;
}

function batches(trx: ReadTrx, scope: Scope) {
  return tables(trx)
    .selectFrom('register_batch as b')
    .leftJoin('job as j', (join) => join.onRef('j.county_id', '=', 'b.county_id').onRef('j.job_id', '=', 'b.job_id'))
    .leftJoin('app_user as u', (join) => join.onRef('u.county_id', '=', 'b.county_id').onRef('u.user_id', '=', 'b.created_by'))
    .selectAll('b')
    .select(['j.state as job_state', 'j.progress as job_progress', 'j.outcome as job_outcome', 'u.name as maker'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('register_current as c')
            .innerJoin('register_snapshot as s', (join) =>
              join.onRef('s.county_id', '=', 'c.county_id').onRef('s.snapshot_id', '=', 'c.snapshot_id'),
            )
            .select('s.batch_id')
            .whereRef('s.county_id', '=', 'b.county_id')
            .whereRef('s.batch_id', '=', 'b.batch_id'),
        )
        .as('is_current'),
    )
    .where('b.county_id', '=', trx.countyId)
    .where((eb) =>
      scope.county
        ? eb.lit(true)
        : eb.and([eb('b.unit_tree', '=', 'school'), eb.or(scope.schools.map((path) => eb('b.unit_path', 'like', `${path}%`)))]),
    );
}

type BatchRow = Awaited<ReturnType<ReturnType<typeof batches>['execute']>>[number];

function batchFrom(row: BatchRow): StoredBatch {
  const broke = row.job_state === 'failed' || row.job_state === 'cancelled';
  return {
    batchId: row.batch_id,
    kind: row.kind,
    unit: { tree: row.unit_tree, path: row.unit_path },
    asOf: row.as_of_day,
    state: broke && row.state === 'reading' ? 'refused' : broke && row.state === 'committing' ? 'previewed' : row.state,
    version: row.version,
    mode: row.mode,
    badRows: row.bad_rows,
    mends: row.mends_batch_id,
    mapping: row.mapping,
    rows: row.rows,
    errorRows: row.error_rows,
    jobId: row.job_id,
    progress: row.state === 'reading' || row.state === 'committing' ? (row.job_progress ?? begun(row)) : null,
    refusal: row.refusal ?? (broke ? refusalOfJob(row.job_outcome) : null),
    reason: row.reason,
    preview: row.preview,
    current: Boolean(row.is_current),
    createdById: row.created_by,
    createdBy: row.maker ?? '',
    createdAt: row.created_at,
    committedAt: row.committed_at,
    undoneAt: row.undone_at,
  };
}

/** A job that was begun and has not told anything yet. */
function begun({ state, job_state }: Pick<BatchRow, 'state' | 'job_state'>) {
  if (job_state !== 'running') return { stage: 'waiting' };
  return { stage: state === 'reading' ? 'reading' : 'saving' };
}

/** What a broken job left as its last word (platform/jobs/outcome.ts). */
function refusalOfJob(outcome: unknown): StoredBatch['refusal'] {
  const said = outcome as { readonly error?: StoredBatch['refusal'] } | null;
  return said?.error ?? null;
}

function userOf(trx: Trx): string {
  return trx.context.actor?.userId ?? 'system';
}

function tables(trx: ReadTrx) {
  return trx.withTables<Tables>();
}
