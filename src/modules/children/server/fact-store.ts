import { sql } from 'kysely';
import { newId, type ReadTrx, type Trx } from '../../../platform/db';
import { bulkRows, inPieces, writeInPieces } from './bulk-store';
import { markDue } from './due-store';
import type { ChildrenTables, FactSource } from './tables';

/** Something to be recorded of a child; the module `standing` says which kinds there are and what each says in `body`. */
export type FactDraft = {
  readonly childId: string;
  readonly kind: string;
  readonly happened: string;
  readonly source: FactSource;
  readonly batch?: string | undefined;
  readonly evidence?: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
};

/** A recorded fact. */
export type StoredFact = FactDraft & { readonly factId: string; readonly recordedAt: Date };

/** Records facts, in the order given; they are never changed or removed. Their children are counted again. Answers with their ids. */
export async function putFacts(trx: Trx, facts: readonly FactDraft[]): Promise<readonly string[]> {
  const ids = facts.map(() => newId());
  const named = facts.map((fact, at) => ({ id: ids[at], ...fact }));
  await writeInPieces(named, async (piece) => {
    const rows = bulkRows({
      fact_id: ['text', piece.map(({ id }) => id)],
      child_id: ['text', piece.map(({ childId }) => childId)],
      kind: ['text', piece.map(({ kind }) => kind)],
      happened_day: ['text', piece.map(({ happened }) => happened)],
      source: ['text', piece.map(({ source }) => source)],
      batch: ['text', piece.map(({ batch }) => batch ?? null)],
      evidence: ['text', piece.map(({ evidence }) => evidence ?? null)],
      body: ['jsonb', piece.map(({ body }) => body)],
    });
    await sql`insert into child_fact (county_id, fact_id, child_id, kind, happened_day, source, batch, evidence, body, recorded_at)
      select ${trx.countyId}, t.*, ${trx.now}::timestamptz from ${rows}`.execute(tables(trx));
  });
  await markDue(
    trx,
    facts.map(({ childId }) => childId),
  );
  return ids;
}

/** All facts of some children, oldest record first. */
export async function factsOfChildren(trx: ReadTrx, ids: readonly string[]): Promise<ReadonlyMap<string, StoredFact[]>> {
  const found = new Map<string, StoredFact[]>(ids.map((id) => [id, []]));
  for (const piece of inPieces(ids)) {
    const rows = await tables(trx)
      .selectFrom('child_fact')
      .selectAll()
      .where('county_id', '=', trx.countyId)
      .where('child_id', '=', sql<string>`any(${piece}::text[])`)
      .orderBy('recorded_at')
      .orderBy('fact_id')
      .execute();
    for (const row of rows) {
      found.get(row.child_id)?.push({
        factId: row.fact_id,
        childId: row.child_id,
        kind: row.kind,
        happened: row.happened_day,
        recordedAt: row.recorded_at,
        source: row.source,
        ...(row.batch === null ? {} : { batch: row.batch }),
        ...(row.evidence === null ? {} : { evidence: row.evidence }),
        body: row.body as Readonly<Record<string, unknown>>,
      });
    }
  }
  return found;
}

function tables(trx: ReadTrx) {
  return trx.withTables<ChildrenTables>();
}
