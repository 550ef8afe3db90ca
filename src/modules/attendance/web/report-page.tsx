import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useAddress } from '../../../ui/desk/address';
import { useAction, useAnswer } from '../../../ui/desk/answers';
import { Door } from '../../../ui/desk/door';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useDoing, useTell } from '../../../ui/desk/tell';
import { useSay, useWords } from '../../../ui/shared/language';
import { isRefused } from '../../../ui/shared/refused';
import { saveFile } from '../../../ui/shared/save-file';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import { childPlace } from '../../children/web/index';
import type { ReportView } from '../report-contract';
import { LetterSheet } from './letter';
import { reportPlace, reportsPlace } from './places';
import { ReceiptList } from './receipt-list';
import { getReport, getReports, printReport, receiveReport, takeLetter } from './report-calls';
import { kindSays, reportWords, unitSays } from './report-words';

/** One report: the letter as it was written, who has received it, and the button for whoever has not. */
export function ReportPage() {
  const w = useWords(reportWords);
  const address = useAddress(reportPlace);
  const { data, error, refetch } = useAnswer(getReport, { params: { id: address.params.id ?? '' } });
  const above = [{ says: w.title, href: hrefOf(reportsPlace) }];
  if (!data) {
    return (
      <>
        <PageHead title={w.title} above={above} />
        {error ? <ErrorState refused={error} onRetry={() => void refetch()} /> : <LoadingState />}
      </>
    );
  }
  return (
    <div className="absence-report-page">
      <Head view={data} above={above} />
      <div className="absence-report-columns">
        <LetterSheet letter={data.letter} />
        <aside className="absence-report-side">
          <ReceiptList view={data} />
          {data.mayReceive === null ? null : <ReceiveForm view={data} unit={data.mayReceive} />}
        </aside>
      </div>
      <PrintLine />
    </div>
  );
}

type HeadProps = { readonly view: ReportView; readonly above: readonly { readonly says: string; readonly href: string }[] };

function Head({ view, above }: HeadProps) {
  const w = useWords(reportWords);
  const say = useSay();
  const doing = useDoing();
  const letter = useAction(takeLetter);
  const print = useAction(printReport);
  const asked = { params: { id: view.reportId } };
  // Noted before the paper is shown.
  const onPrint = () =>
    doing(async () => {
      await print.run(asked);
      window.print();
    });
  const seesChild = holds(useSignedIn(), ['child.find']);
  return (
    <PageHead
      title={`${view.name} · ${say(kindSays[view.kind])}`}
      above={above}
      note={view.number}
      help={{ says: w.help, source: 'basis', clause: w.clause }}
      actions={
        <>
          {seesChild ? <Door href={hrefOf(childPlace, { id: view.childId })}>{w.child}</Door> : null}
          <Button loading={letter.busy} onClick={() => void doing(async () => saveFile(await letter.run(asked)))}>
            {w.docx}
          </Button>
          <Button loading={print.busy} onClick={() => void onPrint()}>
            {w.print}
          </Button>
        </>
      }
    />
  );
}

type ReceiveProps = { readonly view: ReportView; readonly unit: 'bureau' | 'township' };

function ReceiveForm({ view, unit }: ReceiveProps) {
  const w = useWords(reportWords);
  const say = useSay();
  const tell = useTell();
  const id = useId();
  const [words, setWords] = useState('');
  const { run, busy } = useAction(receiveReport, { renews: [getReport, getReports] });
  const receive = async () => {
    try {
      await run({ params: { id: view.reportId }, body: { words } });
      tell.done(w.receivedNow);
    } catch (error) {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    }
  };
  return (
    <>
      <label htmlFor={id}>{w.whatNow}</label>
      <Input.TextArea id={id} rows={3} maxLength={300} value={words} onChange={({ target }) => setWords(target.value)} />
      <Button type="primary" loading={busy} onClick={() => void receive()}>
        {w.receiveFor(say(unitSays[unit]))}
      </Button>
    </>
  );
}

/** On paper alone: who printed it, and on which day. */
function PrintLine() {
  const w = useWords(reportWords);
  const { user, today } = useSignedIn();
  return <p className="absence-report-printed">{w.printed(user.name, user.unit, today)}</p>;
}
