import type { KeyRing } from '../../../platform/crypto';
import type { ReadTrx } from '../../../platform/db';
import { rowName } from '../../children/index';
import { readBodies } from '../../children/server/index';
import type { AlikeView } from '../review-contract';
import { differsInWriting, type SideLine, sideBySide } from '../rules/side-by-side';
import { listOpenReviews } from './review-queries-store';
import { kindsOf } from './review-views';
import type { ReviewRecord } from './tables';

/** So many are looked at together at most: more nobody reads through. */
const most = 500;

/** Which of these pairs differ in writing alone, and have no rival: a row that is asked about twice is nobody's for sure. */
export async function isAlike(
  trx: ReadTrx,
  ring: KeyRing,
  reviews: readonly ReviewRecord[],
): Promise<(review: ReviewRecord) => boolean> {
  const linesOf = await readLines(trx, ring, reviews);
  const alone = withoutRivals(await listOpenReviews(trx));
  return (review) => {
    const lines = linesOf(review);
    return alone(review) && lines !== undefined && differsInWriting(lines);
  };
}

/** Every open pair that differs in writing alone, with what differs. */
export async function listAlike(trx: ReadTrx, ring: KeyRing): Promise<AlikeView> {
  const reviews = await listOpenReviews(trx);
  const linesOf = await readLines(trx, ring, reviews);
  const alone = withoutRivals(reviews);
  const rows = reviews.flatMap((review) => {
    const lines = linesOf(review) ?? [];
    if (!alone(review) || !differsInWriting(lines)) return [];
    const said = (field: string) => lines.find((line) => line.field === field);
    return [
      {
        id: review.review_id,
        version: review.version,
        kinds: kindsOf(review),
        leftName: said('name')?.left ?? '',
        rightName: said('name')?.right ?? '',
        birthDay: said('birthDay')?.left ?? '',
        differs: lines.filter(({ mark }) => mark !== 'same').map(({ field }) => field),
      },
    ];
  });
  return { rows: rows.slice(0, most) };
}

/** Says of an open pair whether neither of its rows is in another open pair of the same two lists. */
function withoutRivals(open: readonly ReviewRecord[]): (review: ReviewRecord) => boolean {
  const sides = (review: ReviewRecord) => {
    const lists = `${review.left_kind} ${review.right_kind}`;
    return [`${lists} left ${review.left_key}`, `${lists} right ${review.right_key}`];
  };
  const pairs = new Map<string, number>();
  for (const side of open.flatMap(sides)) pairs.set(side, (pairs.get(side) ?? 0) + 1);
  return (review) => sides(review).every((side) => pairs.get(side) === 1);
}

async function readLines(
  trx: ReadTrx,
  ring: KeyRing,
  reviews: readonly ReviewRecord[],
): Promise<(review: ReviewRecord) => readonly SideLine[] | undefined> {
  const left = (review: ReviewRecord) => ({ kind: review.left_kind, key: review.left_key });
  const right = (review: ReviewRecord) => ({ kind: review.right_kind, key: review.right_key });
  const bodies = await readBodies(
    trx,
    ring,
    reviews.flatMap((review) => [left(review), right(review)]),
  );
  return (review) => {
    const [a, b] = [bodies.get(rowName(left(review))), bodies.get(rowName(right(review)))];
    return a && b ? sideBySide(a, b) : undefined;
  };
}
