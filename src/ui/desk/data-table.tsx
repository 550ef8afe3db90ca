import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language';
import { defineWords } from '../shared/words';
import { type ListAddress, useGo } from './address';
import type { Answer } from './answers';
import { type Column, useColumns } from './columns';
import { FilterBar } from './filter-bar';
import { activeFilters, type Filter, without } from './filters';
import { useKey } from './keys';
import { EmptyState, ErrorState } from './states';
import { ComingRows, type RowFacts, type Selection, TableRow } from './table-body';
import { TableFoot } from './table-foot';
import { TableHead } from './table-head';
import { keepOneStop, walkTable } from './table-keys';
import { TableTools } from './table-tools';
import './table.css';

const words = defineWords({
  noResult: { zh: '没有符合条件的。', en: 'Nothing fits these filters.' },
  noResultWhy: { zh: '去掉一个条件再看：', en: 'Drop one of them:' },
});
const nextKey = { zh: '下一行', en: 'Next row' };
const previousKey = { zh: '上一行', en: 'Previous row' };

type Rows<Row> = {
  readonly rows: readonly Row[];
  readonly total: number;
  /** There are more than `total`, and nobody has counted how many. */
  readonly more?: boolean;
  /** Rows that can be paged to, where those behind them cannot. */
  readonly reach?: number;
};

/** What a table needs of an answer, so that a list of another form can be handed over as one. */
type ListAnswer<Row> = Pick<Answer<Rows<Row>>, 'data' | 'error' | 'isFetching' | 'dataUpdatedAt'> & {
  readonly refetch: () => Promise<unknown>;
};

type DataTableProps<Row> = RowFacts<Row> & {
  /** Its name in the memory of the browser, for the chosen columns. */
  readonly id: string;
  /** Read out: what the table holds. */
  readonly says: string;
  /** The first column is the name: it stays in view, and leads to the row. */
  readonly columns: readonly Column<Row>[];
  readonly answer: ListAnswer<Row>;
  readonly address: ListAddress;
  readonly filters?: readonly Filter[];
  /** Why there is nothing at all yet, and what to do first. */
  readonly empty: { readonly says: string; readonly next?: ReactNode };
  readonly selection?: Selection & { readonly actions: ReactNode };
  /** In the place of the count and the pages, for a list that is not counted. */
  readonly foot?: ReactNode;
  readonly onExport?: () => void;
  readonly onPrint?: () => void;
};

/** A list: filters in one row, the table with its head always in view, the count and the pages at the foot. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { id, columns, answer, address, filters = [], selection, foot, onExport, onPrint } = props;
  const chosen = useColumns(id, columns);
  const { data } = answer;
  const drop = () => selection?.onChange(new Set());
  return (
    <div className="nol-list">
      <div className="nol-list-top">
        {filters.length > 0 ? <FilterBar filters={filters} address={address} /> : <span className="nol-filters" />}
        <TableTools columns={columns} isShown={chosen.isShown} onShow={chosen.show} onExport={onExport} onPrint={onPrint} />
      </div>
      <TablePart {...props} columns={chosen.shown} />
      {data && data.total > 0 && foot}
      {data && data.total > 0 && foot === undefined ? (
        <TableFoot
          total={data.total}
          more={data.more ?? false}
          reach={data.reach ?? data.total}
          address={address}
          asOf={answer.dataUpdatedAt}
          onRefresh={() => void answer.refetch()}
          chosen={selection?.keys.size ?? 0}
          onDrop={drop}
          actions={selection?.actions}
        />
      ) : null}
    </div>
  );
}

/** The table, or the sentence that stands in its place. */
function TablePart<Row>(props: DataTableProps<Row>) {
  const { answer, address, filters = [], empty } = props;
  const { data, error, refetch } = answer;
  if (error && !data) return <ErrorState refused={error} onRetry={() => void refetch()} />;
  if (data?.total === 0) {
    const set = activeFilters(filters, address.search);
    return set.length === 0 ? <EmptyState says={empty.says} next={empty.next} /> : <NoResult set={set} address={address} />;
  }
  return <Table {...props} />;
}

function NoResult({ set, address }: { readonly set: ReturnType<typeof activeFilters>; readonly address: ListAddress }) {
  const w = useWords(words);
  const next = set.map((one) => (
    <Button key={one.key} onClick={() => address.change(without([one.key]))}>
      {one.says}：{one.value} ×
    </Button>
  ));
  return <EmptyState says={w.noResult} why={w.noResultWhy} next={next} />;
}

function Table<Row>(props: DataTableProps<Row>) {
  const { says, columns, answer, address, selection, keyOf, nameOf, hrefOf, openKey } = props;
  const rows = answer.data?.rows ?? [];
  const { page, size, sort } = address.search;
  const go = useGo();
  const open = (key: string) => {
    const row = rows.find((each) => keyOf(each) === key);
    if (row && hrefOf) go(hrefOf(row));
  };
  useOpenNeighbour(props, rows);
  return (
    <div className="nol-table-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked with the arrow keys is a grid */}
      <table className="nol-table" role="grid" aria-label={says} aria-busy={answer.isFetching}>
        <TableHead
          columns={columns}
          sort={sort}
          onSort={(next) => address.change({ sort: next, page: 1 })}
          selection={selection}
          keys={rows.map(keyOf)}
        />
        <tbody onKeyDown={(event) => walkTable(event, open)} onFocus={keepOneStop}>
          {answer.data ? null : <ComingRows cells={columns.length + (selection ? 2 : 1)} />}
          {rows.map((row, place) => (
            <TableRow
              key={keyOf(row)}
              row={row}
              number={(page - 1) * size + place + 1}
              first={place === 0}
              {...{ columns, selection, keyOf, nameOf, hrefOf, openKey }}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** With a row opened beside the list, J and K open the next and the previous one. */
function useOpenNeighbour<Row>({ keyOf, hrefOf, openKey }: DataTableProps<Row>, rows: readonly Row[]): void {
  const go = useGo();
  const step = (by: number) => () => {
    const row = rows[rows.findIndex((each) => keyOf(each) === openKey) + by];
    if (row && hrefOf) go(hrefOf(row));
  };
  const active = openKey !== undefined && hrefOf !== undefined;
  useKey('j', nextKey, step(1), active);
  useKey('k', previousKey, step(-1), active);
}
