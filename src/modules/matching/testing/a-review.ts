import type { KeyRing } from '../../../platform/crypto';
import { newId, type Trx } from '../../../platform/db';
import { putSources, type SourceDraft, settleChildren } from '../../children/server/index';
import { askReviews } from '../server/review-store';
import { insertRun } from '../server/run-store';

const noList = { rows: 0, children: {}, repeated: 0, grownUp: 0, nobody: 0, balanced: true };

/** A comparison with number 1, and the id of a pair that it put before people. */
export async function aReview(trx: Trx, ring: KeyRing): Promise<string> {
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
  const rows = [aRow('household', '白 雪'), aRow('enrolment', '白雪')];
  for (const { childId, kind, key, asOf, body } of rows) {
    const source = { kind, rowKey: key, asOf, values: body.values };
    await settleChildren(trx, ring, [childId], { sourcesOf: () => [source], fresh: new Set([childId]) });
  }
  await putSources(trx, ring, rows, 1);
  const [left, right] = rows.map(({ kind, key }) => ({ kind, key }));
  const compared = Buffer.alloc(16).toString('base64');
  const draft = { reviewId: undefined, left, right, score: 0.8, evidence: [{ code: 'nameEqual', weight: 3 }], compared };
  const [id] = await askReviews(trx, ring, [draft], 1);
  return id;
}

function aRow(kind: 'household' | 'enrolment', name: string): SourceDraft {
  return {
    ...{ kind, key: `key-${kind}`, childId: newId(), batchId: 'batch', rowNo: 0, unit: '211324/', asOf: '2025-03-01' },
    ...{ place: ' ', content: '00', link: 'alone' as const, score: null, evidence: null },
    body: { values: { name, birthDay: '2014-05-02', sex: '2' }, more: {} },
  };
}
