import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { dayWords, momentWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { ToneChip } from '../../../ui/shared/mark';
import { useToday } from '../../../ui/shared/server-context';
import { childPlace } from '../../children/web/index';
import type { ReviewView } from '../review-contract';
import { answerWords } from '../review-words';
import { EvidenceLists } from './evidence-lists';
import { likelihoodWords, reviewWords } from './review-page-words';
import { SideTable } from './side-table';
import { kindWords } from './words';

/** One pair: how sure the program is and why, both rows side by side, and what people have said. */
export function ReviewDetail({ review }: { readonly review: ReviewView }) {
  const w = useWords(reviewWords);
  const say = useSay();
  const { language } = useLanguage();
  const today = useToday();
  const { decided, left, right } = review;
  const records = left.childId === right.childId ? [left] : [left, right];
  return (
    <article className="nol-review" aria-label={`${review.leftName} ${review.rightName}`}>
      <header>
        <ToneChip tone="info">{say(likelihoodWords[review.likelihood])}</ToneChip>
        {records.map((side) => (
          <Door key={side.childId} href={hrefOf(childPlace, { id: side.childId })}>
            {w.record(say(kindWords[side.kind]), side.childName)}
          </Door>
        ))}
      </header>
      {decided?.lapsed && review.state === 'open' ? (
        <p className="nol-review-lapsed">
          {w.before(
            dayWords(decided.at.slice(0, 10), today, language),
            decided.by ?? w.somebody,
            say(answerWords[decided.answer]),
          )}
        </p>
      ) : null}
      <EvidenceLists evidence={review.evidence} />
      <SideTable review={review} />
      <p className="nol-review-quiet">{w.masked}</p>
      {review.history.length > 0 ? (
        <section aria-label={w.history} className="nol-review-history">
          <h3>{w.history}</h3>
          <ul>
            {[...review.history].reverse().map((one) => (
              <li key={`${one.at} ${one.answer}`}>
                {momentWords(one.at, today, language)} {one.by ?? w.somebody} {say(answerWords[one.answer])}
                {one.reason === '' ? '' : `：${one.reason}`}
                {one.together ? `（${w.together}）` : ''}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </article>
  );
}
