import { sql } from 'kysely';
import { type KeyRing, openField, type SealPlace, sealField } from '../../../platform/crypto';
import { newId, type ReadTrx, type Trx } from '../../../platform/db';
import type { RowRef } from '../../children/index';
import { type BulkColumns, bulkRows, inPieces, type SourceEvidence } from '../../children/server/index';
import type { MatchingTables, ReviewAnswer, ReviewRecord, ReviewState } from './tables';

/** A question as a comparison knows it. */
export type KnownReview = {
  readonly reviewId: string;
  readonly left: RowRef;
  readonly right: RowRef;
  readonly state: ReviewState;
  readonly decision: ReviewAnswer | null;
  /** fingerprint of what is compared of both rows, base64 */ readonly compared: string;
  readonly decidedCompared: string | null;
  /** the comparison that followed the decision */ readonly appliedRun: number | null;
};

/** Every question that was ever asked. */
export async function listKnownReviews(trx: ReadTrx): Promise<readonly KnownReview[]> {
  const rows = await tables(trx)
    .selectFrom('match_review')
    .select([
      'review_id',
      'left_kind',
      'left_key',
      'right_kind',
      'right_key',
      'state',
      'decision',
      'compared',
      'decided_compared',
      'applied_run',
    ])
    .where('county_id', '=', trx.countyId)
    .execute();
  return rows.map((row) => ({
    reviewId: row.review_id,
    left: { kind: row.left_kind, key: row.left_key },
    right: { kind: row.right_kind, key: row.right_key },
    state: row.state,
    decision: row.decision,
    compared: row.compared.toString('base64'),
    decidedCompared: row.decided_compared?.toString('base64') ?? null,
    appliedRun: row.applied_run,
  }));
}

/** A question as it is to stand; without an id it is new. */
export type ReviewDraft = {
  readonly reviewId: string | undefined;
  readonly left: RowRef;
  readonly right: RowRef;
  readonly score: number;
  readonly evidence: SourceEvidence;
  readonly compared: string;
};

/** Puts questions before people: new ones, and known ones again because what is compared has changed. Answers with their ids. */
export async function askReviews(
  trx: Trx,
  ring: KeyRing,
  drafts: readonly ReviewDraft[],
  run: number,
): Promise<readonly string[]> {
  const ids = drafts.map(({ reviewId }) => reviewId ?? newId());
  let done = 0;
  for (const piece of inPieces(drafts)) {
    const of = ids.slice(done, done + piece.length);
    done += piece.length;
    const columns: BulkColumns = {
      review_id: ['text', of],
      left_kind: ['text', piece.map(({ left }) => left.kind)],
      left_key: ['text', piece.map(({ left }) => left.key)],
      right_kind: ['text', piece.map(({ right }) => right.kind)],
      right_key: ['text', piece.map(({ right }) => right.key)],
      score: ['real', piece.map(({ score }) => score)],
      evidence: ['bytea', piece.map(({ evidence }, at) => sealField(ring, placeOf(trx, of[at]), JSON.stringify(evidence)))],
      compared: ['bytea', piece.map(({ compared }) => Buffer.from(compared, 'base64'))],
    };
    await sql`
      insert into match_review (county_id, review_id, left_kind, left_key, right_kind, right_key, score, evidence, compared,
        state, first_run, last_run)
      select ${trx.countyId}, t.*, 'open', ${run}::int, ${run}::int from ${bulkRows(columns)}
      on conflict (county_id, review_id) do update set score = excluded.score, evidence = excluded.evidence,
        compared = excluded.compared, state = 'open', applied_run = null, last_run = excluded.last_run, version = match_review.version + 1
    `.execute(tables(trx));
  }
  return ids;
}

/** Notes what became of known questions without a person. */
export async function setReviews(trx: Trx, ids: readonly string[], state: ReviewState, run: number): Promise<void> {
  for (const piece of inPieces(ids))
    await tables(trx)
      .updateTable('match_review')
      .set((set) => ({ state, last_run: run, version: set('version', '+', 1) }))
      .where('county_id', '=', trx.countyId)
      .where('review_id', 'in', piece)
      .execute();
}

/** Notes that a comparison has followed decisions. */
export async function setApplied(trx: Trx, ids: readonly string[], run: number): Promise<void> {
  for (const piece of inPieces(ids))
    await tables(trx)
      .updateTable('match_review')
      .set({ applied_run: run })
      .where('county_id', '=', trx.countyId)
      .where('review_id', 'in', piece)
      .execute();
}

/** The reasons of a question. */
export function openEvidence(trx: ReadTrx, ring: KeyRing, row: Pick<ReviewRecord, 'review_id' | 'evidence'>): SourceEvidence {
  return JSON.parse(openField(ring, placeOf(trx, row.review_id), row.evidence));
}

function placeOf(trx: ReadTrx, id: string): SealPlace {
  return { countyId: trx.countyId, table: 'match_review', column: 'evidence', id };
}

function tables(trx: ReadTrx) {
  return trx.withTables<MatchingTables>();
}
