import { Pagination } from 'antd';
import type { ReactNode } from 'react';
import { momentWords } from '../shared/dates';
import { useLanguage, useWords } from '../shared/language';
import { numberText } from '../shared/numbers';
import { useServer, useToday } from '../shared/server-context';
import { defineWords } from '../shared/words';
import type { ListAddress } from './address';

const words = defineWords({
  total: { zh: (rows: string) => `共 ${rows} 条`, en: (rows: string) => `${rows} in all` },
  more: { zh: (rows: string) => `${rows} 条以上`, en: (rows: string) => `more than ${rows}` },
  reach: {
    zh: (rows: string) => `能翻到前 ${rows} 条，后面的请加条件再看`,
    en: (rows: string) => `pages go to row ${rows}; narrow the list for the others`,
  },
  chosen: { zh: (rows: number) => `已选 ${rows} 条`, en: (rows: number) => `${rows} selected` },
  drop: { zh: '取消选择', en: 'Clear' },
  asOf: { zh: (moment: string) => `数据截至 ${moment}`, en: (moment: string) => `As of ${moment}` },
  refresh: { zh: '刷新', en: 'Refresh' },
});

const shortest = 20;
const sizes = [shortest, 50, 100, 200];

type TableFootProps = {
  readonly total: number;
  /** There are more than `total`. */
  readonly more: boolean;
  /** Rows that can be paged to. */
  readonly reach: number;
  readonly address: ListAddress;
  /** Milliseconds since 1970 of the answer that is shown. */
  readonly asOf: number;
  readonly onRefresh: () => void;
  readonly chosen: number;
  readonly onDrop: () => void;
  /** What can be done with the chosen rows. */
  readonly actions: ReactNode;
};

/** How many rows there are and are chosen, what can be done with those, and the pages. */
export function TableFoot({ total, more, reach, address, asOf, onRefresh, chosen, onDrop, actions }: TableFootProps) {
  const { language } = useLanguage();
  const w = useWords(words);
  const [server, today] = [useServer(), useToday()];
  const { page, size } = address.search;
  return (
    <div className="nol-table-foot">
      <div className="nol-table-count" role="status">
        <span>{more ? w.more(numberText(total)) : w.total(numberText(total))}</span>
        {reach < total || more ? <span>{w.reach(numberText(reach))}</span> : null}
        {chosen > 0 ? (
          <>
            <b>{w.chosen(chosen)}</b>
            <button type="button" className="nol-link" onClick={onDrop}>
              {w.drop}
            </button>
          </>
        ) : null}
      </div>
      {chosen > 0 ? <div className="nol-table-actions">{actions}</div> : null}
      <div className="nol-table-asof">
        {w.asOf(momentWords(server.momentAt(asOf), today, language))}
        <button type="button" className="nol-link" onClick={onRefresh}>
          {w.refresh}
        </button>
      </div>
      <Pagination
        size="small"
        current={page}
        pageSize={size}
        total={reach}
        // A list that is shown whole has no pages, and one that fits the shortest has nothing to choose.
        showSizeChanger={sizes.includes(size) && reach > shortest}
        pageSizeOptions={sizes}
        onChange={(next, nextSize) => address.change({ page: nextSize === size ? next : 1, size: nextSize })}
      />
    </div>
  );
}
