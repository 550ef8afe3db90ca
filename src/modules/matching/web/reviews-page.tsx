import { Button } from 'antd';
import { useMemo } from 'react';
import { useAddress } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import { FilterBar } from '../../../ui/desk/filter-bar';
import type { Filter } from '../../../ui/desk/filters';
import { useKey } from '../../../ui/desk/keys';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { EmptyState, ErrorState, LoadingState } from '../../../ui/desk/states';
import { useSay, useWords } from '../../../ui/shared/language';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import { comparedKinds, type ReviewsView, reviewStates } from '../review-contract';
import { likelihoods } from '../rules/likelihood';
import { AlikeStrip } from './alike-strip';
import { getReview, getReviews } from './calls';
import { DecideBar } from './decide-bar';
import { comparisonPlace, reviewsPlace } from './places';
import { ReviewDetail } from './review-detail';
import { ReviewList } from './review-list';
import { comparedKindWords, likelihoodWords, reviewWords, stateWords } from './review-page-words';
import { type Done, useDeciding } from './use-deciding';
import { comparisonWords } from './words';
import './reviews.css';

const downKey = { zh: '下一对', en: 'Next pair' };
const upKey = { zh: '上一对', en: 'Previous pair' };

/** 认人: the pairs at the left, one of them side by side at the right, decided by one key. */
export function ReviewsPage() {
  const w = useWords(reviewWords);
  const c = useWords(comparisonWords);
  const address = useAddress(reviewsPlace);
  const { page, size, state, kinds, likelihood, lapsed, open } = address.search;
  const query = { page, size, state, kinds, likelihood, lapsed };
  const list = useAnswer(getReviews, { query }, { keeps: true });
  const rows = list.data?.rows ?? [];
  const current = rows.find(({ id }) => id === open) ?? rows[0];
  const place = current ? rows.indexOf(current) : -1;
  const show = (id: string | undefined) => address.change({ open: id }, { replace: true });
  const deciding = useDeciding({ rows, current, show });
  useKey('j', downKey, () => rows[place + 1] && show(rows[place + 1]?.id));
  useKey('k', upKey, () => rows[place - 1] && show(rows[place - 1]?.id));
  const may = holds(useSignedIn(), ['review.decide']);
  return (
    <div className="nol-reviews">
      <PageHead
        title={w.title}
        above={[{ says: c.title, href: hrefOf(comparisonPlace) }]}
        help={{ says: w.help, source: 'basis', clause: w.clause }}
        note={deciding.done.size > 0 ? w.count(deciding.decidedCount) : undefined}
      />
      <StateTabs
        counts={
          list.data &&
          countsNow(
            list.data.counts,
            rows.flatMap(({ id, state: was }) => (was === 'open' ? (deciding.done.get(id) ?? []) : [])),
          )
        }
        state={state}
        onChange={(next) => address.change({ state: next, page: 1, open: undefined })}
      />
      <div className="nol-review-filters">
        <FilterBar filters={useFilters()} address={address} />
      </div>
      {may && state === 'open' ? <AlikeStrip /> : null}
      {list.error && !list.data ? <ErrorState refused={list.error} onRetry={() => void list.refetch()} /> : null}
      {!list.data && !list.error ? <LoadingState rows={10} /> : null}
      {list.data && rows.length === 0 ? <EmptyState says={state === 'open' ? w.none : w.noneElse} /> : null}
      {current ? (
        <div className="nol-reviews-two">
          <ReviewList
            rows={rows}
            total={list.data?.total ?? 0}
            current={current.id}
            done={deciding.done}
            address={address}
            onShow={show}
          />
          <div className="nol-review-side">
            <Shown id={current.id} next={rows[place + 1]?.id} />
            {may ? <DecideBar deciding={deciding} state={deciding.done.get(current.id) ? 'decided' : current.state} /> : null}
          </div>
        </div>
      ) : null}
    </div>
  );
}

/** The opened pair; the one after it is asked for as well, so that the next key finds it there. */
function Shown({ id, next }: { readonly id: string; readonly next: string | undefined }) {
  const answer = useAnswer(getReview, { params: { id } });
  useAnswer(getReview, { params: { id: next ?? '' } }, { when: next !== undefined });
  if (answer.error && !answer.data) return <ErrorState refused={answer.error} onRetry={() => void answer.refetch()} />;
  return answer.data ? <ReviewDetail review={answer.data} /> : <LoadingState rows={12} />;
}

/** The counts of the list with what was decided since it was asked for. */
function countsNow({ open, waiting, decided, gone }: ReviewsView['counts'], done: readonly Done[]): ReviewsView['counts'] {
  const sure = done.filter(({ answer }) => answer !== 'unsure').length;
  return { open: open - done.length, waiting: waiting + sure, decided: decided + done.length, gone };
}

type StateTabsProps = {
  readonly counts: Readonly<Record<(typeof reviewStates)[number], number>> | undefined;
  readonly state: (typeof reviewStates)[number];
  readonly onChange: (state: (typeof reviewStates)[number]) => void;
};

function StateTabs({ counts, state, onChange }: StateTabsProps) {
  const say = useSay();
  return (
    <div className="nol-review-tabs">
      {reviewStates.map((one) => (
        <Button key={one} type={one === state ? 'primary' : 'default'} aria-pressed={one === state} onClick={() => onChange(one)}>
          {say(stateWords[one])} {counts?.[one] ?? ''}
        </Button>
      ))}
    </div>
  );
}

function useFilters(): readonly Filter[] {
  const w = useWords(reviewWords);
  const say = useSay();
  return useMemo(
    () => [
      {
        key: 'kinds',
        says: w.kinds,
        kind: 'choice',
        options: comparedKinds.map((value) => ({ value, says: say(comparedKindWords[value]) })),
      },
      {
        key: 'likelihood',
        says: w.likelihood,
        kind: 'choice',
        options: likelihoods.map((value) => ({ value, says: say(likelihoodWords[value]) })),
      },
      { key: 'lapsed', says: w.lapsed, kind: 'choice', options: [{ value: 'true', says: w.lapsedOnly }] },
    ],
    [w, say],
  );
}
