import { useState } from 'react';
import { usePhoneAnswer } from '../../../../ui/phone/answers';
import { Button } from '../../../../ui/phone/button';
import { ChoiceChips } from '../../../../ui/phone/chip';
import { Field } from '../../../../ui/phone/field';
import type { PhonePageProps } from '../../../../ui/phone/page';
import { Row, RowList } from '../../../../ui/phone/row';
import { Screen } from '../../../../ui/phone/screen';
import { Fault } from '../../../../ui/phone/states';
import { useLanguage, useSay, useWords } from '../../../../ui/shared/language';
import { useCall, useToday } from '../../../../ui/shared/server-context';
import { useSending } from '../../../../ui/shared/use-sending';
import type { AskRequest, CheckQuery, LeaveView } from '../../contract';
import { type Kind, kinds } from '../../rules/states';
import { kindSays } from '../../said';
import { askLeave, getCheck, getChildLeaves } from '../calls';
import { leaveWords, spanWords, watchWords } from '../leave-words';
import { LeaveRow } from './leave-row';
import { SpanFields, wholeDay } from './span-fields';
import { phoneWords } from './words';

/** A leave on behalf of a guardian: kind, days, done. What it comes to and who decides stands there before it is sent. */
export function AskScreen({ params }: PhonePageProps) {
  const p = useWords(phoneWords);
  const say = useSay();
  const call = useCall();
  const today = useToday();
  const childId = params.id ?? '';
  const [kind, setKind] = useState<Kind>();
  const [span, setSpan] = useState<CheckQuery>(wholeDay(today));
  const [reason, setReason] = useState('');
  const [saved, setSaved] = useState<LeaveView>();
  const check = usePhoneAnswer(getCheck, { params: { id: childId }, query: span });
  const { send, busy, refused } = useSending(async (body: AskRequest) => setSaved(await call(askLeave, { body })));
  if (saved) return <Saved leave={saved} />;
  const { data } = check;
  const says = !kind ? p.chooseKind : !data ? '…' : data.settles ? p.settles(data.days) : p.sends(data.days);
  const ready = kind !== undefined && data !== undefined && data.fault === null;
  const action = (
    <Button
      kind="main"
      busy={busy}
      disabled={!ready}
      onClick={() => (kind ? void send({ childId, kind, ...span, reason }) : undefined)}
    >
      {data?.fault ? p.ask : says}
    </Button>
  );
  return (
    <Screen title={p.ask} note={<ChildNote id={childId} />} above="/m/leave/new" action={action}>
      {refused ? <Fault refused={refused} /> : null}
      {check.refused ? <Fault refused={check.refused} onRetry={check.again} /> : null}
      <ChoiceChips
        label={p.kind}
        options={kinds.map((value) => ({ value, says: say(kindSays[value]) }))}
        value={kind}
        onChange={setKind}
      />
      <SpanFields today={today} value={span} onChange={setSpan} />
      {data?.fault ? (
        <p className="ph-fault" role="alert">
          {say(data.fault)}
        </p>
      ) : null}
      <Field label={p.reason} value={reason} maxLength={300} hint={p.reasonHint} onChange={setReason} />
      <RowList>
        <Row title={p.byLink} href={`/m/leave/link/${childId}`} />
      </RowList>
    </Screen>
  );
}

/** What the child's leaves of the term come to, where they are many. */
function ChildNote({ id }: { readonly id: string }) {
  const w = useWords(leaveWords);
  const { language } = useLanguage();
  const { data } = usePhoneAnswer(getChildLeaves, { params: { id } });
  if (!data) return null;
  const name = data.name;
  return data.watch.length === 0 ? name : `${name} · ${w.watch}：${watchWords(data.watch, language)}`;
}

function Saved({ leave }: { readonly leave: LeaveView }) {
  const p = useWords(phoneWords);
  const { language } = useLanguage();
  return (
    <Screen title={leave.name} kind={p.ask} note={spanWords(leave, language)} above="/m/leave">
      <p role="status">{leave.phase === 'asked' ? p.sent : p.granted}</p>
      <RowList>
        <LeaveRow leave={leave} />
      </RowList>
    </Screen>
  );
}
