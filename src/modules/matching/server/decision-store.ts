import { newId, type Trx } from '../../../platform/db';
import type { MatchingTables, ReviewAnswer, ReviewRecord, ReviewState } from './tables';

/** What of a pair a decision changes, and a taking back puts back exactly. */
export type Decidedness = {
  readonly state: ReviewState;
  readonly decision: ReviewAnswer | null;
  /** fingerprint it was decided on, base64 */ readonly decidedCompared: string | null;
  readonly reason: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly appliedRun: number | null;
};

/** How a pair stands. */
export function decidednessOf(row: ReviewRecord): Decidedness {
  return {
    state: row.state,
    decision: row.decision,
    decidedCompared: row.decided_compared?.toString('base64') ?? null,
    reason: row.reason,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at?.toISOString() ?? null,
    appliedRun: row.applied_run,
  };
}

/** Lets a pair stand so. The caller has locked it. */
export async function saveDecidedness(trx: Trx, reviewId: string, now: Decidedness): Promise<void> {
  await tables(trx)
    .updateTable('match_review')
    .set((set) => ({
      state: now.state,
      decision: now.decision,
      decided_compared: now.decidedCompared === null ? null : Buffer.from(now.decidedCompared, 'base64'),
      reason: now.reason,
      decided_by: now.decidedBy,
      decided_at: now.decidedAt === null ? null : new Date(now.decidedAt),
      applied_run: now.appliedRun,
      version: set('version', '+', 1),
    }))
    .where('county_id', '=', trx.countyId)
    .where('review_id', '=', reviewId)
    .execute();
}

/** Keeps what was said about a pair. */
export async function insertDecision(
  trx: Trx,
  said: {
    readonly reviewId: string;
    readonly decision: ReviewAnswer | 'taken-back';
    readonly reason: string;
    readonly by: string;
    readonly groupId: string | null;
    readonly before: Decidedness | null;
  },
): Promise<void> {
  await tables(trx)
    .insertInto('match_decision')
    .values({
      county_id: trx.countyId,
      decision_id: newId(),
      review_id: said.reviewId,
      decision: said.decision,
      reason: said.reason,
      decided_by: said.by,
      decided_at: trx.now,
      group_id: said.groupId,
      before: said.before === null ? null : JSON.stringify(said.before),
    })
    .execute();
}

function tables(trx: Trx) {
  return trx.withTables<MatchingTables>();
}
