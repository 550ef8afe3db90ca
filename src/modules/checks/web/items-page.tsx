import { useMemo } from 'react';
import { useAddress } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import type { Column } from '../../../ui/desk/columns';
import { DataTable } from '../../../ui/desk/data-table';
import type { Filter } from '../../../ui/desk/filters';
import { ListPage } from '../../../ui/desk/list-page';
import { Missing } from '../../../ui/desk/missing';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { dueWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { useToday } from '../../../ui/shared/server-context';
import type { Item } from '../contract';
import { kinds } from '../rules/kinds';
import { kindSays, ownerSays, reasonSays } from '../said';
import { getItems, getSchools } from './calls';
import { ItemChip } from './item-chip';
import { ItemPanel } from './item-panel';
import { itemWords } from './item-words';
import { useMonthWords } from './line-words';
import { checksPlace, itemsPlace } from './places';
import { checkWords } from './words';

/** 差异单: what checks have found, the earliest due first, with one of them beside the list. */
export function ItemsPage() {
  const w = useWords(itemWords);
  const c = useWords(checkWords);
  const address = useAddress(itemsPlace);
  const { open, sort: _, ...query } = address.search;
  const answer = useAnswer(getItems, { query }, { keeps: true });
  return (
    <ListPage
      head={
        <PageHead
          title={w.title}
          above={[{ says: c.title, href: hrefOf(checksPlace) }]}
          help={{ says: w.help, source: 'basis', clause: c.clause }}
        />
      }
    >
      <DataTable
        id="check-items"
        says={w.title}
        columns={useItemColumns()}
        answer={answer}
        address={address}
        filters={useItemFilters()}
        keyOf={({ itemId }) => itemId}
        nameOf={({ name }) => name}
        hrefOf={({ itemId }) => hrefOf(itemsPlace, {}, { ...address.search, open: itemId })}
        openKey={open}
        empty={{ says: w.none }}
      />
      <ItemPanel open={open} onClose={() => address.change({ open: undefined })} />
    </ListPage>
  );
}

function useItemFilters(): readonly Filter[] {
  const w = useWords(itemWords);
  const say = useSay();
  const monthOf = useMonthWords();
  const { data } = useAnswer(getSchools, { query: {} });
  const ranges = { open: w.open, due: w.overdue, late: w.late, closed: w.closed, all: w.all } as const;
  const filters: readonly Filter[] = [
    {
      key: 'only',
      says: w.only,
      kind: 'choice',
      options: (['open', 'due', 'late', 'closed', 'all'] as const).map((value) => ({ value, says: ranges[value] })),
    },
    {
      key: 'kind',
      says: w.kind,
      kind: 'choice',
      options: kinds.map((value) => ({ value, says: say(kindSays[value]) })),
    },
    {
      key: 'month',
      says: w.month,
      kind: 'choice',
      options: (data?.months ?? []).map(({ month }) => ({ value: month, says: monthOf(month) })),
    },
  ];
  const schools = data?.rows ?? [];
  if (schools.length < 2) return filters;
  const options = schools.map(({ schoolId, name }) => ({ value: schoolId, says: name }));
  return [...filters, { key: 'school', says: w.school, kind: 'choice', options }];
}

function useItemColumns(): readonly Column<Item>[] {
  const w = useWords(itemWords);
  const say = useSay();
  const today = useToday();
  const { language } = useLanguage();
  return useMemo(
    () => [
      { key: 'name', title: w.name, width: 100, cell: ({ name }) => name },
      { key: 'school', title: w.school, width: 200, cell: ({ school, className }) => `${school} ${className}`.trim() },
      { key: 'kind', title: w.kind, width: 110, cell: ({ kind }) => say(kindSays[kind]) },
      { key: 'reason', title: w.reason, width: 140, cell: ({ reason }) => say(reasonSays[reason]) },
      { key: 'state', title: w.state, width: 130, cell: (item) => <ItemChip item={item} /> },
      { key: 'owner', title: w.owner, width: 80, cell: ({ owner }) => say(ownerSays[owner]) },
      {
        key: 'due',
        title: w.due,
        width: 140,
        cell: ({ dueDay, closedDay }) => (closedDay === null ? dueWords(dueDay, today, language) : w.closedOn(closedDay)),
      },
      { key: 'first', title: w.first, width: 100, cell: ({ firstMonth }) => firstMonth },
      { key: 'elsewhere', title: w.elsewhere, width: 200, cell: ({ elsewhere }) => elsewhere || <Missing /> },
    ],
    [w, say, today, language],
  );
}
