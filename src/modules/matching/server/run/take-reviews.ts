import type { KeyRing } from '../../../../platform/crypto';
import type { Trx } from '../../../../platform/db';
import { type RowRef, rowName } from '../../../children/index';
import { type FactDraft, putFacts } from '../../../children/server/index';
import { askReviews, type KnownReview, type ReviewDraft, setApplied, setReviews } from '../review-store';
import type { Compared } from './compared';
import { fingerprintOf } from './decided-rows';

export type ReviewCounts = {
  readonly asked: number;
  readonly lapsed: number;
  readonly gone: number;
  readonly followed: number;
};

/** What a comparison does with the questions. */
type Sorted = {
  readonly drafts: readonly ReviewDraft[];
  /** was there before, and stands again as it was left */ readonly again: readonly KnownReview[];
  readonly gone: readonly KnownReview[];
  /** decided, and the comparison did so for the first time */ readonly followed: readonly KnownReview[];
  readonly lapsed: number;
};

/**
 * Puts the questions of a comparison before people. A question that was decided is asked anew when what is compared of one of
 * the two rows has changed, with the old decision beside it; one that the data have answered is taken away. What is decided
 * while a comparison runs waits for the next one.
 */
export async function takeReviews(
  trx: Trx,
  ring: KeyRing,
  compared: Compared,
  known: readonly KnownReview[],
  run: number,
  childOf: (row: RowRef) => string | undefined,
): Promise<ReviewCounts> {
  const { drafts, again, gone, followed, lapsed } = sorted(ring, compared, known);
  const ids = await askReviews(trx, ring, drafts, run);
  await setReviews(trx, again.map(idOf), 'decided', run);
  await setReviews(trx, gone.map(idOf), 'gone', run);
  await setApplied(trx, followed.map(idOf), run);
  const unsureAgain = again.filter(({ decision }) => decision === 'unsure');
  const opened = [...drafts.map((draft, at) => ({ ...draft, reviewId: ids[at] })), ...unsureAgain];
  const closed = [...gone.filter(isWaiting), ...followed];
  const day = compared.comparison.asOf;
  await putFacts(trx, [...reviewFacts(opened, true, day, childOf), ...reviewFacts(closed, false, day, childOf)]);
  const fresh = drafts.filter(({ reviewId }) => reviewId === undefined).length;
  return { asked: fresh, lapsed, gone: gone.filter(isWaiting).length, followed: followed.length };
}

function sorted(ring: KeyRing, compared: Compared, known: readonly KnownReview[]): Sorted {
  const { rows } = compared;
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
    const reviewId = review?.reviewId;
    drafts.push({ reviewId, left, right, score: question.score, evidence: question.evidence(), compared: fingerprint });
  }
  const others = known.filter(({ left, right }) => !asked.has(pairName(left, right)));
  const holds = (review: KnownReview) =>
    review.decision !== null &&
    review.decision !== 'unsure' &&
    fingerprintOf(ring, rows, review.left, review.right) === review.decidedCompared;
  const gone = others.filter((review) => review.state === 'open' || (review.state === 'decided' && !holds(review)));
  // A decision that the comparison has followed is in force, and is no question any more.
  const inForce = others.filter((review) => review.state !== 'open' && holds(review));
  const followed = inForce.filter(({ appliedRun, state }) => appliedRun === null || state === 'gone');
  return { drafts, again: [...again, ...inForce.filter(({ state }) => state === 'gone')], gone, followed, lapsed };
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

/** The question waits already with the same data, or somebody has said "unsure" to just this, or decided it a moment ago. */
function stillStands(review: KnownReview, fingerprint: string): boolean {
  if (review.state === 'open') return review.compared === fingerprint;
  if (review.decidedCompared !== fingerprint) return false;
  return review.decision === 'unsure' || review.state === 'decided';
}

function idOf({ reviewId }: KnownReview): string {
  return reviewId;
}

function pairName(left: RowRef, right: RowRef): string {
  return `${rowName(left)} ${rowName(right)}`;
}
