import { useAnswer } from '../../../ui/desk/answers';
import type { Column } from '../../../ui/desk/columns';
import { DataTable } from '../../../ui/desk/data-table';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { momentWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { ToneChip } from '../../../ui/shared/mark';
import { numberText } from '../../../ui/shared/numbers';
import { useToday } from '../../../ui/shared/server-context';
import type { ClassesView } from '../contract';
import type { Session } from '../rules/marks';
import { getClasses } from './calls';
import { classMonthPlace } from './places';
import type { DayAddress } from './schools-table';
import { attendanceWords, deskWords } from './words';

type Row = ClassesView['rows'][number];
type ClassesTableProps = { readonly address: DayAddress; readonly schoolId: string; readonly session: Session };

/** The classes of a school with what was called of each, in the order of grades; a class nobody has called is not known to be there. */
export function ClassesTable({ address, schoolId, session }: ClassesTableProps) {
  const d = useWords(deskWords);
  const say = useSay();
  const { day, only } = address.search;
  const answer = useAnswer(getClasses, { query: { day, school: schoolId } }, { keeps: true });
  const columns = useColumnsOf(session);
  const { data, error } = answer;
  if (error) return <ErrorState refused={error} onRetry={() => void answer.refetch()} />;
  if (!data) return <LoadingState />;
  const rows = data.rows.filter((row) => only === undefined || row[session] === null);
  return (
    <DataTable
      id="attendance-classes"
      says={d.classList}
      columns={columns}
      answer={{ ...answer, data: { rows, total: rows.length } }}
      address={{ search: { ...address.search, page: 1, size: Math.max(rows.length, 1) }, change: address.change }}
      keyOf={({ classId }) => classId}
      nameOf={({ name }) => say(name)}
      hrefOf={({ classId }) => hrefOf(classMonthPlace, { id: classId }, { month: data.day.slice(0, 7) })}
      empty={{ says: d.allCalled }}
    />
  );
}

function useColumnsOf(session: Session): readonly Column<Row>[] {
  const w = useWords(attendanceWords);
  const d = useWords(deskWords);
  const say = useSay();
  const { language } = useLanguage();
  const today = useToday();
  const number = (key: 'present' | 'absent' | 'leave', title: string): Column<Row> => ({
    ...{ key, title, kind: 'number', width: 100 },
    cell: ({ [session]: sum }) => (sum === null ? '—' : numberText(sum[key])),
  });
  return [
    { key: 'class', title: d.class, width: 160, cell: ({ name }) => say(name) },
    {
      key: 'state',
      title: d.state,
      width: 220,
      cell: ({ [session]: sum }) =>
        sum === null ? <ToneChip tone="watch">{w.notYet}</ToneChip> : w.by(sum.by, momentWords(sum.at, today, language)),
    },
    number('present', d.present),
    number('absent', d.absent),
    number('leave', d.leave),
    {
      key: 'late',
      title: d.late,
      cell: ({ [session]: sum }) => (sum !== null && sum.daysLate > 0 ? w.late(sum.daysLate) : null),
    },
  ];
}
