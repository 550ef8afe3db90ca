import { useMemo } from 'react';
import { type StandingKey, standingState, standingStates } from '../../../kernel/standing';
import type { Address, ListAddress } from '../../../ui/desk/address';
import type { Answer } from '../../../ui/desk/answers';
import type { Column } from '../../../ui/desk/columns';
import { DataTable } from '../../../ui/desk/data-table';
import { hrefOf } from '../../../ui/desk/place';
import { useSay, useWords } from '../../../ui/shared/language';
import type { RollCallView } from '../contract';
import { countOf } from '../rules/counts';
import { CountDoor } from './count-door';
import { useChildrenHref } from './equation';
import { useGridName } from './grid-names';
import { rollCallPlace } from './places';
import { rollWords } from './words';

type Row = RollCallView['below'][number];
type GridsTableProps = {
  readonly view: RollCallView;
  readonly answer: Answer<RollCallView>;
  readonly address: Address<(typeof rollCallPlace)['search']>;
  readonly meeting: boolean;
  readonly onPrint: () => void;
};

/** Terms that are never left out, whatever their number. */
const always: ReadonlySet<StandingKey> = new Set(['in-school', 'to-verify', 'unplaced']);

/** The grids below with the same equation, one a row; each name goes down, each number opens to its children. */
export function GridsTable({ view, answer, address, meeting, onPrint }: GridsTableProps) {
  const w = useWords(rollWords);
  const nameOf = useGridName();
  const { sort } = address.search;
  const rows = useMemo(() => sorted(view.below, sort), [view.below, sort]);
  const list = { ...answer, data: { rows, total: rows.length } };
  return (
    <DataTable
      id="roll-call"
      says={w.table}
      columns={useColumnsOf(view, meeting)}
      answer={list}
      address={listAddress(address, rows.length)}
      keyOf={({ grid }) => grid.path}
      nameOf={({ grid }) => nameOf(grid, view.tree)}
      hrefOf={({ grid }) => hrefOf(rollCallPlace, {}, { ...address.search, tree: view.tree, grid: grid.path })}
      empty={{ says: w.nobody }}
      onPrint={onPrint}
    />
  );
}

function useColumnsOf(view: RollCallView, meeting: boolean): readonly Column<Row>[] {
  const w = useWords(rollWords);
  const say = useSay();
  const nameOf = useGridName();
  const href = useChildrenHref(view, meeting);
  const terms = standingStates.filter(({ inRoll }) => inRoll);
  const present = new Set(view.roll.terms.filter(({ count }) => count !== 0).map(({ state }) => state));
  return [
    { key: 'name', title: w.grid, cell: ({ grid }) => nameOf(grid, view.tree), width: 200 },
    {
      key: 'shouldBe',
      title: w.shouldBe,
      kind: 'number',
      width: 104,
      sorts: true,
      cell: ({ grid, counts }) => (
        <CountDoor count={countOf(counts, 'should-be')} says={w.shouldBe} href={href('should-be', grid.path)} meeting={meeting} />
      ),
    },
    ...terms.map(
      ({ key }): Column<Row> => ({
        key,
        title: say(standingState(key)),
        kind: 'number',
        width: 104,
        sorts: true,
        spare: !present.has(key) && !always.has(key),
        cell: ({ grid, counts }) => (
          <CountDoor count={countOf(counts, key)} says={say(standingState(key))} href={href(key, grid.path)} meeting={meeting} />
        ),
      }),
    ),
  ];
}

/** In the server's order, or by a number: the greatest at the top where `-` stands before it. */
function sorted(rows: readonly Row[], sort: string | undefined): readonly Row[] {
  if (sort === undefined) return rows;
  const key = sort.replace(/^-/, '');
  const part = key === 'shouldBe' ? 'should-be' : (key as StandingKey);
  const value = ({ counts }: Row) => countOf(counts, part);
  const sign = sort.startsWith('-') ? -1 : 1;
  return [...rows].sort((a, b) => sign * (value(a) - value(b)));
}

/** All grids of a level stand on one page. */
function listAddress(address: Address<(typeof rollCallPlace)['search']>, rows: number): ListAddress {
  return { search: { ...address.search, page: 1, size: Math.max(rows, 1) }, change: address.change };
}
