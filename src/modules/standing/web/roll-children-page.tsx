import { useMemo } from 'react';
import { maskName } from '../../../kernel/mask';
import { standingState, standingStates } from '../../../kernel/standing';
import { useAddress } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import type { Column } from '../../../ui/desk/columns';
import { DataTable } from '../../../ui/desk/data-table';
import type { Filter } from '../../../ui/desk/filters';
import { ListPage } from '../../../ui/desk/list-page';
import { Missing } from '../../../ui/desk/missing';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { calendarWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { childPlace } from '../../children/web/index';
import type { RollChild, RollChildrenView, RollPart } from '../contract';
import { ruleIds } from '../rules/rule-book';
import { ruleWords } from '../words';
import { getRollChildren } from './calls';
import { homeColumn, nameCell, schoolingColumn } from './child-columns';
import { useGridName } from './grid-names';
import { rollCallPlace, rollChildrenPlace } from './places';
import { PrintLine, usePrint } from './print';
import { StateChip } from './state-chip';
import { behindWords, rollWords } from './words';
import './roll.css';

/** The children behind a number of the roll call: who, where it stands, why and since when. */
export function RollChildrenPage() {
  const address = useAddress(rollChildrenPlace);
  const { sort: _, open: _open, meeting, ...query } = address.search;
  const answer = useAnswer(getRollChildren, { query }, { keeps: true });
  const w = useWords(behindWords);
  const view = answer.data;
  const { tree = 'area', grid = '', part, day } = query;
  const print = usePrint({
    ...{ tree: view?.tree ?? tree, grid: view?.grid.path ?? grid, day: view?.day ?? day ?? null, part },
    rows: view?.rows.length ?? 0,
  });
  return (
    <ListPage
      head={
        <>
          <Head view={view} part={part} />
          <PrintLine />
        </>
      }
    >
      <DataTable
        id="roll-children"
        says={w.list}
        columns={useColumnsOf(view, meeting !== undefined)}
        answer={answer}
        address={address}
        filters={useFiltersOf(view)}
        keyOf={({ childId }) => childId}
        nameOf={({ child }) => child?.name ?? w.moved}
        hrefOf={({ childId }) => hrefOf(childPlace, { id: childId })}
        empty={{ says: w.nobody }}
        onPrint={print}
      />
    </ListPage>
  );
}

function Head({ view, part }: { readonly view: RollChildrenView | undefined; readonly part: RollPart }) {
  const roll = useWords(rollWords);
  const nameOf = useGridName();
  const { language } = useLanguage();
  const what = usePartName()(part);
  if (view === undefined) return <PageHead title={what} />;
  const day = view.day === view.today ? undefined : view.day;
  const gridHref = (path: string) => hrefOf(rollCallPlace, {}, { tree: view.tree, grid: path, day });
  const above = [...view.above, view.grid].map((one) => ({ says: nameOf(one, view.tree), href: gridHref(one.path) }));
  return (
    <PageHead
      title={what}
      above={above}
      help={{ says: roll.help, source: 'basis', clause: roll.clause }}
      note={calendarWords(view.day, view.today, language)}
    />
  );
}

function usePartName(): (part: RollPart) => string {
  const w = useWords(behindWords);
  const roll = useWords(rollWords);
  const say = useSay();
  return (part) => (part === 'all' ? w.all : part === 'should-be' ? roll.shouldBe : say(standingState(part)));
}

function useFiltersOf(view: RollChildrenView | undefined): readonly Filter[] {
  const w = useWords(behindWords);
  const roll = useWords(rollWords);
  const say = useSay();
  const partName = usePartName();
  const counts = view?.roll;
  return useMemo(() => {
    const states = new Map([...(counts?.terms ?? []), ...(counts?.outside ?? [])].map(({ state, count }) => [state, count]));
    const parts: readonly RollPart[] = ['should-be', 'all', ...standingStates.map(({ key }) => key)];
    const countOf = (part: RollPart) => {
      if (part === 'should-be') return counts?.shouldBe ?? 0;
      return part === 'all' ? (counts?.children ?? 0) : (states.get(part) ?? 0);
    };
    const options = parts
      .filter((part) => part === 'should-be' || countOf(part) > 0)
      .map((part) => ({ value: part, says: w.partWith(partName(part), countOf(part)) }));
    const rules = ruleIds.map((rule) => ({ value: rule, says: say(ruleWords[rule]) }));
    return [
      { key: 'part', says: w.part, kind: 'choice', options },
      { key: 'rule', says: w.rule, kind: 'choice', options: rules },
      { key: 'day', says: roll.day, kind: 'day' },
    ];
  }, [counts, w, roll, say, partName]);
}

function useColumnsOf(view: RollChildrenView | undefined, meeting: boolean): readonly Column<RollChild>[] {
  const w = useWords(behindWords);
  const say = useSay();
  const { language } = useLanguage();
  return useMemo(
    () => [
      {
        key: 'name',
        title: w.name,
        width: 104,
        cell: ({ child }) => nameCell(child, meeting ? maskName : undefined, w.moved),
      },
      {
        key: 'sex',
        title: w.sex,
        width: 64,
        spare: true,
        cell: ({ child }) => (child?.sex === '1' ? w.male : child?.sex === '2' ? w.female : <Missing />),
      },
      { key: 'born', title: w.born, width: 80, cell: ({ child }) => child?.birthYear || <Missing kind="unknown" /> },
      schoolingColumn(w.schooling, language, ({ child }) => child),
      homeColumn(w.home, ({ child }) => child),
      { key: 'state', title: w.part, width: 124, cell: ({ state }) => <StateChip state={state} /> },
      { key: 'rule', title: w.rule, cell: ({ rule }) => say(ruleWords[rule]) },
      {
        key: 'since',
        title: w.since,
        width: 120,
        cell: ({ since }) => (since === null ? w.always : calendarWords(since, view?.today ?? since, language)),
      },
    ],
    [w, say, language, meeting, view?.today],
  );
}
