import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useAddress, useGo } from '../../../ui/desk/address';
import { useAction, useAnswer } from '../../../ui/desk/answers';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useTell } from '../../../ui/desk/tell';
import { useWords } from '../../../ui/shared/language';
import { isRefused } from '../../../ui/shared/refused';
import { getAbsences, getFollowUp } from './calls';
import { LetterSheet } from './letter';
import { absencesPlace, reportPlace, writeReportPlace } from './places';
import { getReportDraft, getReports, writeReport } from './report-calls';
import { reportWords } from './report-words';

/** The report about a child as it would be sent now; the school may add a sentence, everything else comes from what was recorded. */
export function WriteReportPage() {
  const w = useWords(reportWords);
  const address = useAddress(writeReportPlace);
  const { kind } = address.search;
  const id = address.params.id ?? '';
  const { data, error, refetch } = useAnswer(getReportDraft, { params: { id }, query: { kind } });
  const [words, setWords] = useState('');
  const title = kind === 'proposal' ? w.writeProposal : w.writeReport;
  return (
    <div className="absence-report-page">
      <PageHead
        title={data ? `${data.name} · ${title}` : title}
        above={[{ says: w.away, href: hrefOf(absencesPlace) }]}
        help={{ says: w.help, source: 'basis', clause: w.clause }}
      />
      {error && !data ? <ErrorState refused={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingState /> : null}
      {data ? (
        <div className="absence-report-columns">
          <LetterSheet letter={data.letter} words={words} />
          <SendForm id={id} kind={kind} words={words} onWords={setWords} />
        </div>
      ) : null}
    </div>
  );
}

type SendFormProps = {
  readonly id: string;
  readonly kind: 'report' | 'proposal';
  readonly words: string;
  readonly onWords: (words: string) => void;
};

function SendForm({ id, kind, words, onWords }: SendFormProps) {
  const w = useWords(reportWords);
  const tell = useTell();
  const go = useGo();
  const field = useId();
  const { run, busy } = useAction(writeReport, { renews: [getReports, getAbsences, getFollowUp] });
  const send = async () => {
    try {
      const { reportId, number } = await run({ params: { id }, body: { kind, words } });
      tell.done(w.sent(number));
      go(hrefOf(reportPlace, { id: reportId }));
    } catch (error) {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    }
  };
  return (
    <aside className="absence-report-side">
      <label htmlFor={field}>{w.words}</label>
      <Input.TextArea id={field} rows={5} maxLength={300} value={words} onChange={({ target }) => onWords(target.value)} />
      <p className="absence-report-hint">{w.wordsHint}</p>
      <Button type="primary" loading={busy} onClick={() => void send()}>
        {w.submit}
      </Button>
      <p className="absence-report-hint">{w.preview}</p>
    </aside>
  );
}
