import { useState } from 'react';
import { usePhoneAnswer } from '../../../../ui/phone/answers';
import { Button } from '../../../../ui/phone/button';
import { Field } from '../../../../ui/phone/field';
import type { PhonePageProps } from '../../../../ui/phone/page';
import { Screen } from '../../../../ui/phone/screen';
import { Fault, Loading } from '../../../../ui/phone/states';
import { useSay, useWords } from '../../../../ui/shared/language';
import { useCall } from '../../../../ui/shared/server-context';
import { useSending } from '../../../../ui/shared/use-sending';
import type { ReportView } from '../../report-contract';
import { LetterSheet } from '../letter';
import { ReceiptList } from '../receipt-list';
import { getReport, receiveReport } from '../report-calls';
import { kindSays, reportWords, unitSays } from '../report-words';

/** One report on the phone: what the school writes, who has it, and the one button for whoever has not said so. */
export function ReportScreen({ params }: PhonePageProps) {
  const w = useWords(reportWords);
  const { data, refused, again } = usePhoneAnswer(getReport, { params: { id: params.id ?? '' } });
  const [changed, setChanged] = useState<ReportView>();
  const view = changed ?? data;
  if (view) return <OneReport view={view} isChanged={changed !== undefined} onChanged={setChanged} />;
  return (
    <Screen title={w.title} above="/m/reports">
      {refused ? <Fault refused={refused} onRetry={again} /> : <Loading />}
    </Screen>
  );
}

type OneProps = { readonly view: ReportView; readonly isChanged: boolean; readonly onChanged: (view: ReportView) => void };

function OneReport({ view, isChanged, onChanged }: OneProps) {
  const w = useWords(reportWords);
  const say = useSay();
  const call = useCall();
  const [words, setWords] = useState('');
  const { send, busy, refused } = useSending(async () =>
    onChanged(await call(receiveReport, { params: { id: view.reportId }, body: { words } })),
  );
  const { mayReceive } = view;
  const action =
    mayReceive === null ? undefined : (
      <Button kind="main" busy={busy} onClick={() => void send(undefined)}>
        {w.receiveFor(say(unitSays[mayReceive]))}
      </Button>
    );
  return (
    <Screen
      title={`${view.name} · ${say(kindSays[view.kind])}`}
      kind={w.title}
      note={view.number}
      above="/m/reports"
      action={action}
    >
      {refused ? <Fault refused={refused} /> : null}
      {isChanged ? <p role="status">{w.receivedNow}</p> : null}
      {mayReceive === null ? null : <Field label={w.whatNow} value={words} maxLength={300} onChange={setWords} />}
      <ReceiptList view={view} />
      <LetterSheet letter={view.letter} />
    </Screen>
  );
}
