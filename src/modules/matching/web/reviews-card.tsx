import { Card } from '../../../ui/desk/blocks';
import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { useSay, useWords } from '../../../ui/shared/language';
import { comparisonPlace, reviewsPlace } from './places';
import { reviewWords } from './review-page-words';
import { useComparison } from './use-comparison';
import { comparisonWords } from './words';

/** 名册比对：待判 N, and what has to be done before the next comparison. */
export function ReviewsCard() {
  const w = useWords(reviewWords);
  const c = useWords(comparisonWords);
  const say = useSay();
  const { data, error } = useComparison();
  return (
    <Card title={w.card} beside={<Door href={hrefOf(comparisonPlace)}>{w.cardOpen}</Door>}>
      {error && !data ? <p role="alert">{say(error.says)}</p> : null}
      {data ? (
        <ul className="nol-comparison-lines">
          <li>
            {data.openReviews > 0 ? (
              <>
                {w.cardSays} <Door href={hrefOf(reviewsPlace)}>{data.openReviews}</Door>
              </>
            ) : data.last ? (
              w.cardNone
            ) : (
              w.cardNotYet
            )}
          </li>
          {data.decisionsWaiting > 0 ? <li>{c.waiting(data.decisionsWaiting)}</li> : null}
          {data.last && data.listsChanged ? <li>{c.listsChanged}</li> : null}
        </ul>
      ) : null}
    </Card>
  );
}
