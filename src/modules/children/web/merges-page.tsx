import { Button, Select } from 'antd';
import { useAddress } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import { Door } from '../../../ui/desk/door';
import { useKey } from '../../../ui/desk/keys';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { EmptyState, ErrorState, LoadingState } from '../../../ui/desk/states';
import { useSay, useWords } from '../../../ui/shared/language';
import { MarkChip } from '../../../ui/shared/mark';
import type { MergeView } from '../contract';
import { getMerges } from './calls';
import { mergeWords } from './change-words';
import { useNameOf } from './line';
import { MergeDetailPane } from './merge-detail';
import { mergeMarks } from './merge-marks';
import { mergeStates, mergesPlace } from './places';
import './child.css';
import './merges.css';

const onPage = 30;
const nextKey = { zh: '下一条', en: 'Next' };
const previousKey = { zh: '上一条', en: 'Previous' };

/** 合并: pairs of records at the left, the opened one with the rows behind both at the right. */
export function MergesPage() {
  const w = useWords(mergeWords);
  const { search, change } = useAddress(mergesPlace);
  const answer = useAnswer(getMerges, { query: { page: search.page, size: onPage, state: search.state } }, { keeps: true });
  const rows = answer.data?.rows ?? [];
  const step = (by: number) => () => {
    const next = rows[rows.findIndex(({ mergeId }) => mergeId === search.open) + by];
    if (next) change({ open: next.mergeId }, { replace: true });
  };
  useKey('j', nextKey, step(1));
  useKey('k', previousKey, step(-1), search.open !== undefined);
  const { data, error, refetch } = answer;
  return (
    <div className="merges">
      <PageHead title={w.title} help={{ says: w.help, source: 'basis', clause: w.clause }} />
      <StateFilter state={search.state} onChange={(state) => change({ state, page: 1, open: undefined })} />
      {error && !data ? <ErrorState refused={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingState /> : null}
      {data?.total === 0 ? <Nothing filtered={search.state !== undefined} onAll={() => change({ state: undefined })} /> : null}
      {data && data.total > 0 ? (
        <div className="merges-parts">
          <MergeList rows={rows} total={data.total} />
          <div className="merges-detail">
            {search.open === undefined ? <EmptyState says={w.choose} /> : <MergeDetailPane key={search.open} id={search.open} />}
          </div>
        </div>
      ) : null}
    </div>
  );
}

type State = MergeView['state'];

function StateFilter({
  state,
  onChange,
}: {
  readonly state: State | undefined;
  readonly onChange: (state: State | undefined) => void;
}) {
  const w = useWords(mergeWords);
  const say = useSay();
  const options = mergeStates.map((value) => ({ value, label: say(mergeMarks[value].says) }));
  return (
    <div className="merges-filter">
      <Select
        aria-label={w.state}
        placeholder={w.state}
        allowClear
        value={state ?? null}
        options={options}
        onChange={(value) => onChange(value ?? undefined)}
        style={{ width: 180 }}
      />
    </div>
  );
}

function Nothing({ filtered, onAll }: { readonly filtered: boolean; readonly onAll: () => void }) {
  const w = useWords(mergeWords);
  return filtered ? (
    <EmptyState says={w.emptyOf} next={<Button onClick={onAll}>{w.all}</Button>} />
  ) : (
    <EmptyState says={w.empty} />
  );
}

function MergeList({ rows, total }: { readonly rows: readonly MergeView[]; readonly total: number }) {
  const w = useWords(mergeWords);
  const { search, change } = useAddress(mergesPlace);
  return (
    <nav className="merges-list" aria-label={w.list}>
      <ul>
        {rows.map((merge) => (
          <li key={merge.mergeId}>
            <Door
              href={hrefOf(mergesPlace, {}, { ...search, open: merge.mergeId })}
              aria-current={merge.mergeId === search.open ? 'true' : undefined}
            >
              <Entry merge={merge} />
            </Door>
          </li>
        ))}
      </ul>
      <p className="child-pager">
        <span>{w.count(total)}</span>
        {search.page > 1 ? <Button onClick={() => change({ page: search.page - 1, open: undefined })}>{w.newer}</Button> : null}
        {search.page * onPage < total ? (
          <Button onClick={() => change({ page: search.page + 1, open: undefined })}>{w.older}</Button>
        ) : null}
      </p>
    </nav>
  );
}

function Entry({ merge }: { readonly merge: MergeView }) {
  const w = useWords(mergeWords);
  const nameOf = useNameOf();
  const [one, other] = [nameOf(merge.kept), nameOf(merge.other)];
  return (
    <>
      <span className="merges-names">{one === other ? one : `${one} / ${other}`}</span>
      <MarkChip mark={mergeMarks[merge.state]} />
      <span className="merges-note">
        {[merge.kept.birthYear, merge.kept.village || merge.other.village, merge.other.school || merge.kept.school]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
      <span className="merges-note">{merge.byProgram ? w.byProgram : w.byPerson(merge.askedBy)}</span>
    </>
  );
}
