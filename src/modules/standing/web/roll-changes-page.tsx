import { useMemo } from 'react';
import { standingState, standingStates } from '../../../kernel/standing';
import { type Address, useAddress } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import type { Column } from '../../../ui/desk/columns';
import { DataTable } from '../../../ui/desk/data-table';
import { Door } from '../../../ui/desk/door';
import type { Filter } from '../../../ui/desk/filters';
import { ListPage } from '../../../ui/desk/list-page';
import { Missing } from '../../../ui/desk/missing';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { calendarWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { numberText } from '../../../ui/shared/numbers';
import { useToday } from '../../../ui/shared/server-context';
import { childPlace } from '../../children/web/index';
import type { RollChange, RollChangesView } from '../contract';
import { addDays } from '../rules/policy';
import { ruleWords } from '../words';
import { getRollChanges } from './calls';
import { homeColumn, nameCell, schoolingColumn } from './child-columns';
import { useGridName } from './grid-names';
import { rollCallPlace, rollChangesPlace } from './places';
import { StateChip } from './state-chip';
import { behindWords } from './words';
import './roll.css';

type ChangesAddress = Address<(typeof rollChangesPlace)['search']>;
type Side = RollChange['before'];

/** Days looked back where the address names none. */
const WEEK = 7;

/** What changed in a grid between two days: the kinds of changes, and the children of each. */
export function RollChangesPage() {
  const address = useAddress(rollChangesPlace);
  const { sort: _, open: _open, ...asked } = address.search;
  const today = useToday();
  const to = asked.to ?? today;
  const from = asked.from ?? addDays(to, -WEEK);
  const answer = useAnswer(getRollChanges, { query: { ...asked, from, to } }, { keeps: true });
  const w = useWords(behindWords);
  const view = answer.data;
  return (
    <ListPage
      head={
        <>
          <Head view={view} />
          {view ? <Kinds view={view} address={address} /> : null}
        </>
      }
    >
      <DataTable
        id="roll-changes"
        says={w.changes}
        columns={useColumns(today)}
        answer={answer}
        address={{ ...address, search: { ...address.search, from, to } }}
        filters={useFilters()}
        keyOf={({ childId }) => childId}
        nameOf={({ child }) => child?.name ?? w.moved}
        hrefOf={({ childId }) => hrefOf(childPlace, { id: childId })}
        empty={{ says: w.same }}
      />
    </ListPage>
  );
}

function Head({ view }: { readonly view: RollChangesView | undefined }) {
  const w = useWords(behindWords);
  const nameOf = useGridName();
  if (view === undefined) return <PageHead title={w.changes} />;
  const above = [...view.above, view.grid].map((one) => ({
    says: nameOf(one, view.tree),
    href: hrefOf(rollCallPlace, {}, { tree: view.tree, grid: one.path, day: view.day === view.today ? undefined : view.day }),
  }));
  return <PageHead title={w.changes} above={above} help={{ says: w.changesHelp, source: 'system' }} />;
}

/** Each kind of change with its number, the door to just these children. */
function Kinds({ view, address }: { readonly view: RollChangesView; readonly address: ChangesAddress }) {
  const w = useWords(behindWords);
  if (view.kinds.length === 0) return null;
  const chosen = (kind: RollChangesView['kinds'][number]) =>
    address.search.before === kind.before && address.search.after === kind.after;
  return (
    <ul className="roll-kinds" aria-label={w.kinds}>
      {view.kinds.map((kind) => (
        <li key={`${kind.before} ${kind.after}`} className={chosen(kind) ? 'roll-kind-chosen' : ''}>
          <SideChip side={kind.before} /> <span aria-hidden="true">→</span>
          <span className="nol-unseen">{w.becomes}</span> <SideChip side={kind.after} />{' '}
          <Door
            href={hrefOf(rollChangesPlace, {}, { ...address.search, page: 1, before: kind.before, after: kind.after })}
            aria-current={chosen(kind) ? 'true' : undefined}
          >
            {numberText(kind.count)}
          </Door>
        </li>
      ))}
    </ul>
  );
}

function SideChip({ side }: { readonly side: Side }) {
  const w = useWords(behindWords);
  return side === 'out' ? <span className="roll-nought">{w.out}</span> : <StateChip state={side} />;
}

function useFilters(): readonly Filter[] {
  const w = useWords(behindWords);
  const say = useSay();
  return useMemo(() => {
    const states = standingStates.map(({ key }) => ({ value: key as string, says: say(standingState(key)) }));
    const sides = [...states, { value: 'out', says: w.out }];
    return [
      { key: 'from', says: w.from, kind: 'day' },
      { key: 'to', says: w.to, kind: 'day' },
      { key: 'before', says: w.before, kind: 'choice', options: sides },
      { key: 'after', says: w.after, kind: 'choice', options: sides },
    ];
  }, [w, say]);
}

function useColumns(today: string): readonly Column<RollChange>[] {
  const w = useWords(behindWords);
  const say = useSay();
  const { language } = useLanguage();
  return useMemo(
    () => [
      { key: 'name', title: w.name, width: 104, cell: ({ child }) => nameCell(child, undefined, w.moved) },
      schoolingColumn(w.schooling, language, ({ child }) => child),
      homeColumn(w.home, ({ child }) => child),
      { key: 'before', title: w.before, width: 116, cell: ({ before }) => <SideChip side={before} /> },
      { key: 'after', title: w.after, width: 116, cell: ({ after }) => <SideChip side={after} /> },
      { key: 'on', title: w.on, width: 116, cell: ({ on }) => calendarWords(on, today, language) },
      { key: 'rule', title: w.rule, cell: ({ rule }) => (rule === null ? <Missing /> : say(ruleWords[rule])) },
    ],
    [w, say, language, today],
  );
}
