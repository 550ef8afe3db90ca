import type { KeyRing } from '../../../platform/crypto';
import { newId, type Trx } from '../../../platform/db';
import type { ChildValues } from '../../children/index';
import { putSources, type SourceDraft, settleChildren } from '../../children/server/index';
import { askReviews } from '../server/review-store';
import { insertRun } from '../server/run-store';

const noList = { rows: 0, children: {}, repeated: 0, grownUp: 0, nobody: 0, balanced: true };

/** A comparison with number 1, and the id of a pair that it put before people. */
export async function aReview(trx: Trx, ring: KeyRing): Promise<string> {
  await aRun(trx);
  return aPair(trx, ring, aRow('household', { name: '白 雪' }), aRow('enrolment', { name: '白雪' }));
}

/** A comparison with number 1 in which nothing was found. */
export async function aRun(trx: Trx): Promise<void> {
  const at = trx.now.toISOString();
  await insertRun(trx, {
    ...{ runNo: 1, runId: newId(), asOf: '2025-03-01', inputs: [], counts: {}, askedBy: null, beganAt: at, endedAt: at },
    equation: {
      ...{ household: noList, enrolment: noList, attending: noList, findings: {} },
      poverty: { 'not-enrolled': 0, absent: 0 },
    },
    changes: {
      ...{ begun: {}, ended: {}, children: { fresh: 2, changed: 0, unlisted: 0, splits: 0, proposals: 0 } },
      reviews: { asked: 1, lapsed: 0, gone: 0, followed: 0 },
    },
    compared: { rows: 2, changed: 2, gone: 0, milliseconds: 0 },
  });
}

/** A pair of rows, each of a child of its own, that waits for a person; a row may be in several pairs. */
export async function aPair(trx: Trx, ring: KeyRing, left: SourceDraft, right: SourceDraft): Promise<string> {
  for (const { childId, kind, key, asOf, body } of [left, right]) {
    const source = { kind, rowKey: key, asOf, values: body.values };
    await settleChildren(trx, ring, [childId], { sourcesOf: () => [source], fresh: new Set() });
  }
  await putSources(trx, ring, [left, right], 1);
  const sides = { left: { kind: left.kind, key: left.key }, right: { kind: right.kind, key: right.key } };
  const compared = Buffer.alloc(16).toString('base64');
  const draft = { reviewId: undefined, ...sides, score: 0.8, evidence: [{ code: 'nameEqual', weight: 3 }], compared };
  const [id] = await askReviews(trx, ring, [draft], 1);
  return id;
}

/** A row of a list with a girl born in May 2014, and what is said of her. */
export function aRow(kind: 'household' | 'enrolment', values: ChildValues): SourceDraft {
  const childId = newId();
  return {
    ...{ kind, key: `${kind}-${childId}`, childId, batchId: 'batch', rowNo: 0, unit: '211324/', asOf: '2025-03-01' },
    ...{ place: ' ', content: '00', link: 'alone' as const, score: null, evidence: null },
    body: { values: { birthDay: '2014-05-02', sex: '2', ...values }, more: {} },
  };
}
