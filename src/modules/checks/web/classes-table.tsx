import { Button } from 'antd';
import { useAction, useAnswer } from '../../../ui/desk/answers';
import type { Column } from '../../../ui/desk/columns';
import { DataTable } from '../../../ui/desk/data-table';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useTell } from '../../../ui/desk/tell';
import { useSay, useWords } from '../../../ui/shared/language';
import { ToneChip } from '../../../ui/shared/mark';
import { numberText } from '../../../ui/shared/numbers';
import { isRefused } from '../../../ui/shared/refused';
import type { ClassesView } from '../contract';
import { getAccount, getClasses, getSchools, getSheet, judgeSchool } from './calls';
import type { ChecksAddress } from './checks-page';
import { useSignedWords } from './line-words';
import { sheetPlace } from './places';
import { SheetChip } from './sheet-chip';
import { checkWords, deskWords } from './words';

type Row = ClassesView['rows'][number];
type ClassesTableProps = { readonly address: ChecksAddress; readonly schoolId: string; readonly month: string };

/** The classes of a school with what each has signed, in the order of grades; the registrar checks those that are in order. */
export function ClassesTable({ address, schoolId, month }: ClassesTableProps) {
  const d = useWords(deskWords);
  const say = useSay();
  const { only } = address.search;
  const answer = useAnswer(getClasses, { query: { month, school: schoolId } }, { keeps: true });
  const columns = useColumnsOf(answer.data?.today ?? '');
  const { data, error } = answer;
  if (error) return <ErrorState refused={error} onRetry={() => void answer.refetch()} />;
  if (!data) return <LoadingState />;
  const rows = data.rows.filter(({ signed }) => only === undefined || signed === null || signed.state === 'returned');
  return (
    <>
      {data.mayJudge ? <Judge rows={data.rows} schoolId={schoolId} month={month} /> : null}
      <DataTable
        id="check-classes"
        says={d.classes}
        columns={columns}
        answer={{ ...answer, data: { rows, total: rows.length } }}
        address={{ search: { ...address.search, page: 1, size: Math.max(rows.length, 1) }, change: address.change }}
        keyOf={({ classId }) => classId}
        nameOf={({ name }) => say(name)}
        hrefOf={({ classId }) => hrefOf(sheetPlace, { id: classId }, { month: address.search.month })}
        empty={{ says: d.allSigned }}
      />
    </>
  );
}

/** All classes that were signed and not looked at, in one go. */
function Judge({ rows, schoolId, month }: { readonly rows: readonly Row[]; readonly schoolId: string; readonly month: string }) {
  const d = useWords(deskWords);
  const tell = useTell();
  const { run, busy } = useAction(judgeSchool, { renews: [getClasses, getSchools, getAccount, getSheet] });
  const sheets = rows.flatMap(({ classId, signed }) =>
    signed?.state === 'signed' ? [{ classId, version: signed.version }] : [],
  );
  if (sheets.length === 0) return null;
  const judge = async () => {
    try {
      const { checked } = await run({ params: { id: schoolId }, body: { month, sheets } });
      tell.done(d.judged(checked));
    } catch (error) {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    }
  };
  return (
    <p className="nol-check-judge">
      <Button type="primary" loading={busy} onClick={() => void judge()}>
        {d.judge(sheets.length)}
      </Button>{' '}
      {d.judgeHint}
    </p>
  );
}

function useColumnsOf(today: string): readonly Column<Row>[] {
  const w = useWords(checkWords);
  const d = useWords(deskWords);
  const say = useSay();
  const signedWords = useSignedWords();
  const number = (key: 'registered' | 'attending', title: string): Column<Row> => ({
    ...{ key, title, kind: 'number', width: 80 },
    cell: ({ sums }) => (sums === null ? '—' : numberText(sums[key])),
  });
  return [
    { key: 'class', title: d.class, width: 140, cell: ({ name }) => say(name) },
    { key: 'teacher', title: d.teacher, width: 100, cell: ({ teacher }) => teacher },
    { key: 'state', title: d.state, width: 120, cell: ({ signed }) => <SheetChip signed={signed} /> },
    number('registered', w.registered),
    number('attending', w.attending),
    {
      ...{ key: 'differences', title: w.differences, width: 120 },
      cell: ({ signed, differences }) =>
        signed === null ? '—' : differences > 0 ? <ToneChip tone="info">{w.differ(differences)}</ToneChip> : w.allAgree,
    },
    { key: 'by', title: w.signed, cell: ({ signed }) => (signed === null ? null : signedWords(signed, today)) },
  ];
}
