import { Button } from 'antd';
import { useAddress, useGo } from '../../../ui/desk/address';
import { useAction, useAnswer } from '../../../ui/desk/answers';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { EmptyState, ErrorState, LoadingState } from '../../../ui/desk/states';
import { useDoing } from '../../../ui/desk/tell';
import { useSay, useWords } from '../../../ui/shared/language';
import { saveFile } from '../../../ui/shared/save-file';
import { useSignedIn } from '../../../ui/shared/server-context';
import type { MonthView } from '../month-contract';
import { getMonth, printMonth, takeMonthSheet } from './month-calls';
import { MonthChild } from './month-child';
import { Legend, MonthGrid } from './month-grid';
import { MonthSwitch } from './month-switch';
import { sheetWords } from './month-words';
import { classMonthPlace, dayPlace, importPlace } from './places';
import { attendanceWords, deskWords, monthWords } from './words';
import './month.css';

/** 班级考勤表: a class on the days of a month, on the screen, on paper and as a workbook; beside it one of its children. */
export function MonthPage() {
  const address = useAddress(classMonthPlace);
  const { month, open } = address.search;
  const id = address.params.id ?? '';
  const { data, error, refetch } = useAnswer(getMonth, { params: { id }, query: { month } }, { keeps: true });
  const w = useWords(attendanceWords);
  const s = useWords(sheetWords);
  if (!data) {
    return (
      <>
        <PageHead title={w.title} above={[{ says: w.title, href: hrefOf(dayPlace) }]} />
        {error ? <ErrorState refused={error} onRetry={() => void refetch()} /> : <LoadingState />}
      </>
    );
  }
  const row = data.rows.find(({ childId }) => childId !== null && childId === open);
  return (
    <div className="class-month-page">
      <Head view={data} />
      <div className="class-month-tools">
        <MonthSwitch month={data.month} onMonth={(next) => address.change({ month: next, open: undefined })} />
        {data.rows.length > 0 ? <Legend /> : null}
      </div>
      {data.rows.length === 0 ? (
        <EmptyState says={s.empty} why={s.emptyWhy} />
      ) : (
        <MonthGrid view={data} hrefOf={(childId) => hrefOf(classMonthPlace, { id }, { month, open: childId })} />
      )}
      {row ? <MonthChild view={data} row={row} onClose={() => address.change({ open: undefined })} /> : null}
    </div>
  );
}

function Head({ view }: { readonly view: MonthView }) {
  const w = useWords(attendanceWords);
  const d = useWords(deskWords);
  const s = useWords(sheetWords);
  const m = useWords(monthWords);
  const say = useSay();
  const school = view.days.filter(({ day, noSchool }) => noSchool === null && day <= view.today);
  const called = school.filter(({ am, pm }) => am !== null || pm !== null).length;
  const month = m.month(Number(view.month.slice(0, 4)), Number(view.month.slice(5)));
  return (
    <>
      <PageHead
        title={s.title(`${view.school} ${say(view.name)}`)}
        above={[
          { says: w.title, href: hrefOf(dayPlace) },
          { says: view.school, href: hrefOf(dayPlace, {}, { school: view.schoolId }) },
        ]}
        note={s.note(month, view.teacher, called, school.length)}
        help={{ says: s.help, source: 'basis', clause: d.clause }}
        actions={<Actions view={view} />}
      />
      <PrintLine />
    </>
  );
}

function Actions({ view }: { readonly view: MonthView }) {
  const s = useWords(sheetWords);
  const doing = useDoing();
  const go = useGo();
  const print = useAction(printMonth);
  const sheet = useAction(takeMonthSheet);
  const asked = { params: { id: view.classId }, body: { month: view.month } };
  // Noted before the paper is shown.
  const onPrint = () =>
    doing(async () => {
      await print.run(asked);
      window.print();
    });
  const onSheet = () => doing(async () => saveFile(await sheet.run(asked)));
  return (
    <>
      {view.mayTake ? (
        <>
          <Button href={`/m/classes/${encodeURIComponent(view.classId)}`}>{s.call}</Button>
          <Button onClick={() => go(hrefOf(importPlace, { id: view.classId }, { month: view.month }))}>{s.take}</Button>
        </>
      ) : null}
      {view.maySheet ? (
        <>
          <Button loading={print.busy} onClick={() => void onPrint()}>
            {s.print}
          </Button>
          <Button loading={sheet.busy} onClick={() => void onSheet()}>
            {s.sheet}
          </Button>
        </>
      ) : null}
    </>
  );
}

/** On paper alone: who printed it, and on which day. */
function PrintLine() {
  const s = useWords(sheetWords);
  const { user, today } = useSignedIn();
  return <p className="class-month-printed">{s.printed(user.name, user.unit, today)}</p>;
}
