import { Pagination } from 'antd';
import { useEffect, useRef } from 'react';
import type { ListAddress } from '../../../ui/desk/address';
import { useSay, useWords } from '../../../ui/shared/language';
import type { ReviewLine } from '../review-contract';
import { answerWords } from '../review-words';
import { comparedKindWords, likelihoodWords, reviewWords } from './review-page-words';
import type { Done } from './use-deciding';

type ReviewListProps = {
  readonly rows: readonly ReviewLine[];
  readonly total: number;
  readonly current: string;
  readonly done: ReadonlyMap<string, Done>;
  readonly address: ListAddress;
  readonly onShow: (id: string) => void;
};

/** The pairs of the page, the surest first; what was decided on this page stays where it was, with its answer. */
export function ReviewList({ rows, total, current, done, address, onShow }: ReviewListProps) {
  const w = useWords(reviewWords);
  const { page, size } = address.search;
  return (
    <div className="nol-review-list">
      <ul className="nol-pairs" aria-label={w.list}>
        {rows.map((row) => (
          <Line key={row.id} row={row} open={row.id === current} done={done.get(row.id)} onShow={onShow} />
        ))}
      </ul>
      {total > size ? (
        <Pagination
          simple
          showSizeChanger={false}
          size="small"
          current={page}
          pageSize={size}
          total={total}
          onChange={(next) => address.change({ page: next, open: undefined })}
        />
      ) : null}
    </div>
  );
}

type LineProps = {
  readonly row: ReviewLine;
  readonly open: boolean;
  readonly done: Done | undefined;
  readonly onShow: (id: string) => void;
};

function Line({ row, open, done, onShow }: LineProps) {
  const w = useWords(reviewWords);
  const say = useSay();
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) line.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const answer = done?.answer ?? (row.state === 'open' ? undefined : row.decided?.answer);
  return (
    <li ref={line}>
      <button
        type="button"
        className={open ? 'nol-pair nol-pair-open' : 'nol-pair'}
        aria-current={open}
        onClick={() => onShow(row.id)}
      >
        <span className="nol-pair-names">
          {row.leftName === row.rightName ? row.leftName : `${row.leftName} ／ ${row.rightName}`}
          <span className="nol-pair-born">{row.birthDay}</span>
        </span>
        <span className="nol-pair-says">
          {say(comparedKindWords[row.kinds])} · {say(likelihoodWords[row.likelihood])}
          {row.decided?.lapsed && row.state === 'open' ? ` · ${w.lapsed}` : ''}
        </span>
        {answer ? (
          <span className="nol-pair-answer">
            {say(answerWords[answer])}
            {!done && row.state === 'decided' && answer !== 'unsure' ? ` · ${row.followed ? w.followed : w.next}` : ''}
          </span>
        ) : null}
      </button>
    </li>
  );
}
