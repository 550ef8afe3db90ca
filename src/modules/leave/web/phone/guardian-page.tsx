import { useEffect, useState } from 'react';
import { Button } from '../../../../ui/phone/button';
import { ChoiceChips } from '../../../../ui/phone/chip';
import { Field } from '../../../../ui/phone/field';
import { Screen } from '../../../../ui/phone/screen';
import { Fault, Loading } from '../../../../ui/phone/states';
import { useSay, useWords } from '../../../../ui/shared/language';
import { isRefused, type Refused } from '../../../../ui/shared/refused';
import { useCall } from '../../../../ui/shared/server-context';
import { useSending } from '../../../../ui/shared/use-sending';
import type { CheckQuery, GuardianAsk, GuardianForm } from '../../contract';
import { type Kind, kinds } from '../../rules/states';
import { kindSays } from '../../said';
import { askByLink, lookAtLink } from '../calls';
import { SpanFields, wholeDay } from './span-fields';
import { phoneWords } from './words';

/** Where a guardian comes with a link: a form without an account, and nothing of the child on it. */
export function GuardianPage() {
  const p = useWords(phoneWords);
  const call = useCall();
  // The token stays in the address until it was used, so that a page which the phone has put to sleep can be loaded anew.
  const [token] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const [form, setForm] = useState<GuardianForm>();
  const [refused, setRefused] = useState<Refused>();
  useEffect(() => {
    call(lookAtLink, { body: { token: token === '' ? '-' : token } }).then(setForm, (error: unknown) => {
      if (!isRefused(error)) throw error;
      setRefused(error);
    });
  }, [call, token]);
  return (
    <div className="ph-page">
      {form ? (
        <LeaveForm form={form} token={token} />
      ) : (
        <Screen title={p.guardianTitle}>{refused ? <Fault refused={refused} /> : <Loading />}</Screen>
      )}
    </div>
  );
}

function LeaveForm({ form, token }: { readonly form: GuardianForm; readonly token: string }) {
  const p = useWords(phoneWords);
  const say = useSay();
  const call = useCall();
  const [kind, setKind] = useState<Kind>();
  const [span, setSpan] = useState<CheckQuery>(wholeDay(form.today));
  const [reason, setReason] = useState('');
  const [guardian, setGuardian] = useState('');
  const [done, setDone] = useState(false);
  const { send, busy, refused } = useSending(async (body: GuardianAsk) => {
    await call(askByLink, { body });
    history.replaceState(history.state, '', location.pathname);
    setDone(true);
  });
  if (done) {
    return (
      <Screen title={form.school} note={p.guardianTitle}>
        <p role="status">{p.guardianDone}</p>
        <p>{p.guardianNext}</p>
      </Screen>
    );
  }
  const ready = kind !== undefined && guardian.trim() !== '';
  const action = (
    <Button
      kind="main"
      busy={busy}
      disabled={!ready}
      onClick={() => (kind ? void send({ token, kind, ...span, reason, guardian }) : undefined)}
    >
      {ready ? p.guardianSend : p.guardianFirst}
    </Button>
  );
  return (
    <Screen title={form.school} note={p.guardianTitle} action={action}>
      {refused ? <Fault refused={refused} /> : null}
      <p>{p.guardianNote}</p>
      <ChoiceChips
        label={p.kind}
        options={kinds.map((value) => ({ value, says: say(kindSays[value]) }))}
        value={kind}
        onChange={setKind}
      />
      <SpanFields today={form.today} value={span} onChange={setSpan} />
      <Field label={p.reason} value={reason} maxLength={300} hint={p.guardianReasonHint} onChange={setReason} />
      <Field label={p.guardianName} value={guardian} maxLength={30} autoComplete="name" onChange={setGuardian} />
    </Screen>
  );
}
