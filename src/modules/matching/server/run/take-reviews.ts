import type { KeyRing } from '../../../../platform/crypto';
import type { Trx } from '../../../../platform/db';
import { type RowRef, rowName } from '../../../children/index';
import { type FactDraft, putFacts } from '../../../children/server/index';
import { askReviews, type KnownReview, type ReviewDraft, setReviews } from '../review-store';
import type { Compared } from './compared';
import { fingerprintOf } from './decided-rows';

export type ReviewCounts = { readonly asked: number; readonly lapsed: number; readonly gone: number };

/**
 * Puts the questions of a comparison before people. A question that was decided is asked anew when what is compared of one of
 * the two rows has changed, with the old decision beside it; one that the data have answered is taken away.
 */
export async function takeReviews(
  trx: Trx,
  ring: KeyRing,
  compared: Compared,
  known: readonly KnownReview[],
  run: number,
  childOf: (row: RowRef) => string | undefined,
): Promise<ReviewCounts> {
  const { rows, comparison } = compared;
  const before = new Map(known.map((review) => [pairName(review.left, review.right), review]));
  const asked = new Set<string>();
  const drafts: ReviewDraft[] = [];
  const again: KnownReview[] = [];
  let lapsed = 0;
  for (const question of compared.questions) {
    const [left, right] = [rows.ref(question.left), rows.ref(question.right)];
    const fingerprint = fingerprintOf(ring, rows, left, right);
    const review = before.get(pairName(left, right));
    if (fingerprint === undefined || asked.has(pairName(left, right))) continue;
    asked.add(pairName(left, right));
    if (review && stillStands(review, fingerprint)) {
      if (review.state === 'gone') again.push(review);
      continue;
    }
    if (review?.state === 'decided') lapsed++;
    drafts.push({
      reviewId: review?.reviewId,
      left,
      right,
      score: question.score,
      evidence: question.evidence(),
      compared: fingerprint,
    });
  }
  const gone = known.filter((review) => {
    if (review.state === 'gone' || asked.has(pairName(review.left, review.right))) return false;
    // A decision that the comparison has followed is in force, and is no question any more.
    const followed = review.state === 'decided' && review.decision !== 'unsure';
    return !followed || fingerprintOf(ring, rows, review.left, review.right) !== review.decidedCompared;
  });
  const ids = await askReviews(trx, ring, drafts, run);
  await setReviews(
    trx,
    again.map(({ reviewId }) => reviewId),
    'decided',
    run,
  );
  await setReviews(
    trx,
    gone.map(({ reviewId }) => reviewId),
    'gone',
    run,
  );
  const opened = drafts.map((draft, at) => ({ ...draft, reviewId: ids[at] }));
  const closed = gone.filter((review) => isWaiting(review));
  const day = comparison.asOf;
  await putFacts(trx, [...reviewFacts(opened, true, day, childOf), ...reviewFacts(closed, false, day, childOf)]);
  const fresh = drafts.filter(({ reviewId }) => reviewId === undefined).length;
  return { asked: fresh, lapsed, gone: closed.length };
}

/** What is recorded of the children of both rows: that a row which may be theirs waits for a person, or waits no more. */
export function reviewFacts(
  reviews: readonly { readonly reviewId: string; readonly left: RowRef; readonly right: RowRef }[],
  open: boolean,
  day: string,
  childOf: (row: RowRef) => string | undefined,
): FactDraft[] {
  return reviews.flatMap(({ reviewId, left, right }) => {
    const children = new Set([childOf(left), childOf(right)]);
    return [...children].flatMap((childId) => {
      if (childId === undefined) return [];
      const source = open ? ('register' as const) : ('bureau' as const);
      return [{ childId, kind: 'review', happened: day, source, evidence: `review:${reviewId}`, body: { pair: reviewId, open } }];
    });
  });
}

function isWaiting({ state, decision }: KnownReview): boolean {
  return state === 'open' || (state === 'decided' && decision === 'unsure');
}

/** The question waits already with the same data, or somebody has said "unsure" to just this. */
function stillStands(review: KnownReview, fingerprint: string): boolean {
  if (review.state === 'open') return review.compared === fingerprint;
  return review.decision === 'unsure' && review.decidedCompared === fingerprint;
}

function pairName(left: RowRef, right: RowRef): string {
  return `${rowName(left)} ${rowName(right)}`;
}
