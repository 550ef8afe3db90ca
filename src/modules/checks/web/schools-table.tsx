import { useMemo } from 'react';
import type { Answer } from '../../../ui/desk/answers';
import type { Column } from '../../../ui/desk/columns';
import { DataTable } from '../../../ui/desk/data-table';
import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { chinaDay, dueWords, momentWords } from '../../../ui/shared/dates';
import { useLanguage, useWords } from '../../../ui/shared/language';
import { ToneChip } from '../../../ui/shared/mark';
import { numberText } from '../../../ui/shared/numbers';
import { useToday } from '../../../ui/shared/server-context';
import type { ItemsQuery, MonthView, SchoolsView } from '../contract';
import type { ChecksAddress } from './checks-page';
import { checksPlace, itemsPlace } from './places';
import { checkWords, deskWords } from './words';

type Row = SchoolsView['rows'][number];
type SchoolsTableProps = {
  readonly address: ChecksAddress;
  readonly answer: Answer<SchoolsView>;
  readonly month: MonthView;
};

/** How far each school has come: those that have not signed first, the furthest from it before the others. */
export function SchoolsTable({ address, answer, month }: SchoolsTableProps) {
  const d = useWords(deskWords);
  const { only } = address.search;
  const rows = useMemo(() => {
    const rank = ({ account, classes, checked }: Row) => (account.version > 0 ? 0 : 1000 + classes - checked);
    return (answer.data?.rows ?? [])
      .filter(({ account }) => only === undefined || account.version === 0)
      .sort((a, b) => rank(b) - rank(a));
  }, [answer.data, only]);
  return (
    <DataTable
      id="check-schools"
      says={d.schools}
      columns={useColumnsOf(month)}
      answer={{ ...answer, data: { rows, total: rows.length } }}
      address={{ search: { ...address.search, page: 1, size: Math.max(rows.length, 1) }, change: address.change }}
      keyOf={({ schoolId }) => schoolId}
      nameOf={({ name }) => name}
      hrefOf={({ schoolId }) => hrefOf(checksPlace, {}, { month: address.search.month, school: schoolId })}
      empty={{ says: d.allSigned }}
    />
  );
}

function useColumnsOf(month: MonthView): readonly Column<Row>[] {
  const w = useWords(checkWords);
  const d = useWords(deskWords);
  const number = (key: 'classes' | 'signed' | 'checked', title: string): Column<Row> => ({
    ...{ key, title, kind: 'number', width: 78 },
    cell: (row) => numberText(row[key]),
  });
  const door = (
    count: number,
    search: { readonly only: ItemsQuery['only']; readonly school: string; readonly month?: string },
  ) => (count === 0 ? numberText(0) : <Door href={hrefOf(itemsPlace, {}, search)}>{numberText(count)}</Door>);
  return [
    { key: 'school', title: d.school, width: 180, cell: ({ name }) => name },
    { key: 'account', title: d.account, width: 290, cell: (row) => <AccountCell row={row} month={month} /> },
    number('classes', d.ofClasses),
    number('signed', d.signedClasses),
    number('checked', d.checkedClasses),
    {
      ...{ key: 'differences', title: w.differences, kind: 'number', width: 78 },
      cell: ({ differences, schoolId }) => door(differences, { only: 'all', school: schoolId, month: month.month }),
    },
    {
      ...{ key: 'open', title: d.open, kind: 'number', width: 78 },
      cell: ({ open, schoolId }) => door(open, { only: 'open', school: schoolId }),
    },
    {
      ...{ key: 'overdue', title: d.overdue, kind: 'number', width: 70 },
      cell: ({ overdue, schoolId }) => door(overdue, { only: 'late', school: schoolId }),
    },
  ];
}

/** The number and the moment of the signature; where there is none, how late that is. */
function AccountCell({ row, month }: { readonly row: Row; readonly month: MonthView }) {
  const w = useWords(checkWords);
  const d = useWords(deskWords);
  const { language } = useLanguage();
  const today = useToday();
  const { account } = row;
  if (account.at !== null) {
    const said = d.accountAt(account.number, momentWords(account.at, today, language));
    return (
      <>
        {said} {account.missing > 0 ? <ToneChip tone="watch">{d.missing(account.missing)}</ToneChip> : null}
        {chinaDay(Date.parse(account.at)) > month.dueDay ? <ToneChip tone="watch">{d.signedLate}</ToneChip> : null}
      </>
    );
  }
  if (!month.open) return w.opensOn(month.openDay);
  const late = month.dueDay < today;
  return (
    <ToneChip tone={late ? 'urgent' : 'watch'} shape={late ? 'bang' : 'clock'}>
      {`${w.unsigned} · ${dueWords(month.dueDay, today, language)}`}
    </ToneChip>
  );
}
