import { useMemo } from 'react';
import { useAddress } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import type { Column } from '../../../ui/desk/columns';
import { DataTable } from '../../../ui/desk/data-table';
import { Door } from '../../../ui/desk/door';
import type { Filter } from '../../../ui/desk/filters';
import { ListPage } from '../../../ui/desk/list-page';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { useSay, useWords } from '../../../ui/shared/language';
import type { GridsView, GridView } from '../contract';
import type { GridKind } from '../rules/grid-owner';
import { gridNames, ownerProblemNames } from '../words';
import { getGrids } from './calls';
import { OwnerPanel, type OwnersAddress } from './owner-panel';
import { OwnerProblemChip } from './owner-problem';
import { ownerWords } from './owner-words';
import { ownersPlace } from './places';
import { commonWords } from './words';

/** 责任人: every grid of the scope with who answers for it on a day, and one of them beside the list with its history. */
export function OwnersPage() {
  const address = useAddress(ownersPlace);
  const { page, size, q, kind, only, day, open, task } = address.search;
  const answer = useAnswer(getGrids, { query: { page, size, q, kind, only, day } }, { keeps: true });
  const w = useWords(ownerWords);
  const say = useSay();
  return (
    <ListPage
      head={
        <PageHead
          title={w.title}
          help={{ says: w.help, source: 'basis', clause: w.clause }}
          note={answer.data ? <Counted view={answer.data} address={address} /> : null}
        />
      }
    >
      <DataTable
        id="owners"
        says={w.list}
        columns={useColumns()}
        answer={answer}
        address={address}
        filters={useFilters()}
        keyOf={({ path }) => path}
        nameOf={({ name }) => say(name)}
        hrefOf={({ path }) => hrefOf(ownersPlace, {}, { ...address.search, open: path, task: undefined })}
        // While a form is open, J and K must not leave it for the next grid.
        openKey={task === undefined ? open : undefined}
        empty={{ says: w.none }}
      />
      <OwnerPanel address={address} />
    </ListPage>
  );
}

/** How many grids are not in order on the day, each number leading to them. */
function Counted({ view, address }: { readonly view: GridsView; readonly address: OwnersAddress }) {
  const w = useWords(ownerWords);
  const { gaps, overlaps } = view;
  const { day, size } = address.search;
  const to = (only: 'gap' | 'overlap') => hrefOf(ownersPlace, {}, { only, day, size });
  return (
    <>
      {day === undefined ? null : w.onDay(day)}
      {gaps + overlaps === 0 && view.total > 0 ? w.noProblems : null}
      {gaps > 0 ? <Door href={to('gap')}>{w.gaps(gaps)}</Door> : null}
      {gaps > 0 && overlaps > 0 ? '，' : null}
      {overlaps > 0 ? <Door href={to('overlap')}>{w.overlaps(overlaps)}</Door> : null}
    </>
  );
}

function useFilters(): readonly Filter[] {
  const w = useWords(ownerWords);
  const common = useWords(commonWords);
  const say = useSay();
  return useMemo(() => {
    const kinds = (Object.keys(gridNames) as GridKind[]).map((value) => ({ value, says: say(gridNames[value]) }));
    const problems = (['gap', 'overlap'] as const).map((value) => ({ value, says: say(ownerProblemNames[value]) }));
    return [
      { key: 'q', says: w.q, kind: 'text' },
      { key: 'kind', says: w.kind, kind: 'choice', options: kinds },
      { key: 'only', says: w.only, kind: 'choice', options: problems },
      { key: 'day', says: common.day, kind: 'day' },
    ];
  }, [say, w, common]);
}

function useColumns(): readonly Column<GridView>[] {
  const w = useWords(ownerWords);
  const say = useSay();
  return useMemo(
    () => [
      { key: 'grid', title: w.grid, cell: ({ name }) => say(name), width: 260 },
      { key: 'kind', title: w.kind, cell: ({ kind }) => say(gridNames[kind]), width: 128 },
      { key: 'owner', title: w.owner, cell: (grid) => <OwnersOf grid={grid} />, width: 220 },
      { key: 'duty', title: w.duty, cell: ({ owners }) => owners.map(({ duty }) => duty).join('、'), width: 140 },
      { key: 'since', title: w.since, cell: ({ owners }) => owners.map(({ from }) => from).join('、') },
    ],
    [say, w],
  );
}

function OwnersOf({ grid: { owners, problem } }: { readonly grid: GridView }) {
  return (
    <>
      {owners.map(({ name }) => name).join('、')} {problem === null ? null : <OwnerProblemChip problem={problem} />}
    </>
  );
}
