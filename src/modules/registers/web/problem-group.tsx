import { Button } from 'antd';
import { useId, useState } from 'react';
import { useAddress } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useSay, useWords } from '../../../ui/shared/language';
import { ToneChip } from '../../../ui/shared/mark';
import type { PreviewView } from '../contract';
import { getProblems } from './calls';
import { batchPlace } from './places';
import { checkStepWords } from './step-words';
import '../../../ui/desk/table.css';

type Group = PreviewView['groups'][number];
type GroupProps = { readonly batchId: string; readonly group: Group };

/** One sort of problem in one column: what it is and how to mend it, and, opened, where it is. */
export function ProblemGroup({ batchId, group }: GroupProps) {
  const w = useWords(checkStepWords);
  const say = useSay();
  const id = useId();
  const { search, change } = useAddress(batchPlace);
  const open = search.group === group.group;
  const error = group.severity === 'error';
  return (
    <section className="nol-problem">
      <h3>
        <button
          type="button"
          className="nol-problem-head"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => change({ group: open ? undefined : group.group, page: 1 }, { replace: true })}
        >
          <span className={`nol-problem-turn${open ? ' nol-problem-open' : ''}`} aria-hidden="true" />
          <ToneChip tone={error ? 'urgent' : 'watch'} shape={error ? 'bang' : 'triangle'}>
            {error ? w.error : w.notice}
          </ToneChip>
          <b>{group.column === '' ? w.wholeRow : group.column}</b>
          <span className="nol-problem-says">{say(group.says)}</span>
          <span className="nol-problem-count">{w.places(group.count)}</span>
        </button>
      </h3>
      <div id={id} hidden={!open}>
        {open ? <Places batchId={batchId} group={group} /> : null}
      </div>
    </section>
  );
}

/** The first places, which came with the group; all of them, page by page, once they are asked for. */
function Places({ batchId, group }: GroupProps) {
  const w = useWords(checkStepWords);
  const { search } = useAddress(batchPlace);
  const complete = group.first.length >= group.count;
  const [all, setAll] = useState(search.page > 1);
  if (all && !complete) return <PagedPlaces batchId={batchId} group={group} />;
  return (
    <>
      <PlaceTable group={group} rows={group.first} />
      {complete ? null : (
        <p className="nol-problem-more">
          {w.first(group.first.length, group.count)}
          <button type="button" className="nol-link" onClick={() => setAll(true)}>
            {w.showAll(group.count)}
          </button>
        </p>
      )}
    </>
  );
}

function PagedPlaces({ batchId, group }: GroupProps) {
  const w = useWords(checkStepWords);
  const { search, change } = useAddress(batchPlace);
  const query = { group: group.group, page: search.page };
  const answer = useAnswer(getProblems, { params: { id: batchId }, query }, { keeps: true });
  if (answer.error) return <ErrorState refused={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <LoadingState rows={4} />;
  const { rows, total, page, size } = answer.data;
  const pages = Math.max(1, Math.ceil(total / size));
  return (
    <>
      <PlaceTable group={group} rows={rows} />
      <p className="nol-problem-more">
        <Button size="small" disabled={page <= 1} onClick={() => change({ page: page - 1 }, { replace: true })}>
          {w.previous}
        </Button>
        <span role="status">{w.pageOf(page, pages)}</span>
        <Button size="small" disabled={page >= pages} onClick={() => change({ page: page + 1 }, { replace: true })}>
          {w.nextPage}
        </Button>
      </p>
    </>
  );
}

function PlaceTable({ group, rows }: { readonly group: Group; readonly rows: Group['first'] }) {
  const w = useWords(checkStepWords);
  const say = useSay();
  return (
    <div className="nol-import-scroll">
      <table className="nol-table">
        <thead>
          <tr>
            <th scope="col">{w.row}</th>
            <th scope="col">{w.column}</th>
            <th scope="col">{w.value}</th>
            <th scope="col">{w.should}</th>
            <th scope="col">{w.file}</th>
            <th scope="col">{w.sheet}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ file, sheet, row, value }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: places have no other name, and do not move
            <tr key={at}>
              <td>{row === 0 ? w.sheetWide : row}</td>
              <td>{group.column === '' ? w.wholeRow : group.column}</td>
              <td className="nol-cell-mono">{value === '' ? '—' : value}</td>
              <td>{say(group.expected) || '—'}</td>
              <td>{file}</td>
              <td>{sheet || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
