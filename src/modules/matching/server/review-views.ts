import type { KeyRing } from '../../../platform/crypto';
import type { ReadTrx } from '../../../platform/db';
import { type RowRef, rowName } from '../../children/index';
import { listChildren, maskOf, type ReadSource, readBodies, userNames } from '../../children/server/index';
import type { ReviewLine, ReviewView } from '../review-contract';
import type { Evidence } from '../rules/evidence';
import { likelihoodOf } from '../rules/likelihood';
import { type ComparedField, sideBySide } from '../rules/side-by-side';
import { evidenceText } from '../words';
import { listDecisions } from './review-queries-store';
import { openEvidence } from './review-store';
import type { ReviewRecord } from './tables';

const everywhere = { county: true, areas: [], schools: [] };

/** Fields that stand in the open: who it is, where it lives, its school (class F1). */
const open: ReadonlySet<ComparedField> = new Set([
  ...['name', 'formerName', 'sex', 'birthDay', 'township', 'village', 'school', 'grade', 'className'],
] as ComparedField[]);

/** Pairs for a list, with the names of both rows. */
export async function reviewLines(trx: ReadTrx, ring: KeyRing, reviews: readonly ReviewRecord[]): Promise<readonly ReviewLine[]> {
  const bodies = await readBodies(trx, ring, reviews.flatMap(sidesOf));
  const names = await userNames(
    trx,
    reviews.map((review) => review.decided_by),
  );
  return reviews.map((review) => lineOf(review, bodies, names));
}

/** One pair with both rows side by side, the reasons of the program, and what people have said. */
export async function reviewView(trx: ReadTrx, ring: KeyRing, review: ReviewRecord): Promise<ReviewView> {
  const bodies = await readBodies(trx, ring, sidesOf(review));
  const said = await listDecisions(trx, review.review_id);
  const names = await userNames(trx, [review.decided_by, ...said.map((one) => one.decided_by)]);
  const [left, right] = sidesOf(review).map((ref) => bodies.get(rowName(ref)));
  if (left === undefined || right === undefined) throw new Error(`review ${review.review_id} is about a row that was never kept`);
  const records = await listChildren(trx, everywhere, [left.childId, right.childId]);
  const nameOf = (childId: string) => records.find((record) => record.child_id === childId)?.name ?? '';
  const side = (kind: ReviewRecord['left_kind'], { childId, asOf, gone }: ReadSource) => ({
    ...{ kind, asOf, childId, childName: nameOf(childId), listed: !gone },
  });
  return {
    ...lineOf(review, bodies, names),
    left: side(review.left_kind, left),
    right: side(review.right_kind, right),
    lines: sideBySide(left, right).map(({ field, left: l, right: r, mark }) => {
      const masked = !open.has(field);
      return { field, left: masked ? maskOf(field, l) : l, right: masked ? maskOf(field, r) : r, masked, mark };
    }),
    evidence: evidenceOf(trx, ring, review),
    firstRun: review.first_run,
    history: said.map((one) => ({
      answer: one.decision,
      reason: one.decision === 'taken-back' ? '' : one.reason,
      by: names.get(one.decided_by) ?? null,
      at: one.decided_at.toISOString(),
      together: one.group_id !== null,
    })),
  };
}

/** Which lists a pair is of. */
export function kindsOf({ left_kind: left, right_kind: right }: ReviewRecord): ReviewLine['kinds'] {
  if (left === 'household') return 'enrolments';
  if (left === 'attending') return right === 'enrolment' ? 'attending' : 'leftovers';
  return 'others';
}

function evidenceOf(trx: ReadTrx, ring: KeyRing, review: ReviewRecord): ReviewView['evidence'] {
  return openEvidence(trx, ring, review).map((one) => {
    const evidence = one as Evidence;
    return { says: { zh: evidenceText(evidence, 'zh'), en: evidenceText(evidence, 'en') }, weight: evidence.weight };
  });
}

function lineOf(review: ReviewRecord, bodies: ReadonlyMap<string, ReadSource>, names: ReadonlyMap<string, string>): ReviewLine {
  const [left, right] = sidesOf(review).map((ref) => bodies.get(rowName(ref))?.values);
  const { decision: answer, decided_at: at, decided_by: by } = review;
  const lapsed = review.decided_compared?.equals(review.compared) === false;
  const decided = answer !== null && at !== null;
  return {
    id: review.review_id,
    version: review.version,
    state: review.state,
    kinds: kindsOf(review),
    likelihood: likelihoodOf(review.score),
    leftName: left?.name ?? '',
    rightName: right?.name ?? '',
    birthDay: left?.birthDay ?? right?.birthDay ?? '',
    decided: decided ? { answer, reason: review.reason, by: names.get(by ?? '') ?? null, at: at.toISOString(), lapsed } : null,
    followed: review.applied_run !== null,
  };
}

function sidesOf(review: ReviewRecord): RowRef[] {
  return [
    { kind: review.left_kind, key: review.left_key },
    { kind: review.right_kind, key: review.right_key },
  ];
}
