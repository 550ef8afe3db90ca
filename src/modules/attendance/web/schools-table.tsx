import { useMemo } from 'react';
import type { Address } from '../../../ui/desk/address';
import type { Answer } from '../../../ui/desk/answers';
import type { Column } from '../../../ui/desk/columns';
import { DataTable } from '../../../ui/desk/data-table';
import { hrefOf } from '../../../ui/desk/place';
import { useWords } from '../../../ui/shared/language';
import { numberText } from '../../../ui/shared/numbers';
import type { SchoolsView } from '../contract';
import { dayPlace } from './places';
import { deskWords } from './words';

export type DayAddress = Address<(typeof dayPlace)['search']>;
type Row = SchoolsView['rows'][number];
type SchoolsTableProps = { readonly address: DayAddress; readonly answer: Answer<SchoolsView> };

/** Which schools have called their classes: those with the most still to call first. */
export function SchoolsTable({ address, answer }: SchoolsTableProps) {
  const d = useWords(deskWords);
  const { only } = address.search;
  const rows = useMemo(() => {
    const all = answer.data?.rows ?? [];
    const open = ({ classes, called }: Row) => classes - called;
    return all.filter((row) => only === undefined || open(row) > 0).sort((a, b) => open(b) - open(a));
  }, [answer.data, only]);
  const href = (row: Row) => hrefOf(dayPlace, {}, { ...address.search, school: row.schoolId });
  return (
    <DataTable
      id="attendance-schools"
      says={d.schools}
      columns={useColumnsOf()}
      answer={{ ...answer, data: { rows, total: rows.length } }}
      address={{ search: { ...address.search, page: 1, size: Math.max(rows.length, 1) }, change: address.change }}
      keyOf={({ schoolId }) => schoolId}
      nameOf={({ name }) => name}
      hrefOf={href}
      empty={{ says: d.allCalled }}
    />
  );
}

function useColumnsOf(): readonly Column<Row>[] {
  const d = useWords(deskWords);
  const number = (key: string, title: string, of: (row: Row) => number): Column<Row> => ({
    ...{ key, title, kind: 'number', width: 110 },
    cell: (row) => numberText(of(row)),
  });
  return [
    { key: 'school', title: d.school, width: 220, cell: ({ name }) => name },
    number('open', d.open, ({ classes, called }) => classes - called),
    number('classes', d.classes, ({ classes }) => classes),
    number('present', d.present, ({ present }) => present),
    number('absent', d.absent, ({ absent }) => absent),
    number('leave', d.leave, ({ leave }) => leave),
  ];
}
