import { type ReactNode, useState } from 'react';
import { Button } from '../../../../ui/phone/button';
import { ChoiceChips } from '../../../../ui/phone/chip';
import { Field } from '../../../../ui/phone/field';
import { Screen } from '../../../../ui/phone/screen';
import { Fault } from '../../../../ui/phone/states';
import { useSay, useWords } from '../../../../ui/shared/language';
import { useCall } from '../../../../ui/shared/server-context';
import { useSending } from '../../../../ui/shared/use-sending';
import type { FollowUpView, NoteRequest } from '../../contract';
import { isReached, type Reached, type Reason, reachedKinds, reasons, type Way, ways } from '../../rules/contact';
import { noteContact } from '../calls';
import { followWords, promiseSays, reachedSays, reasonSays, waySays } from '../follow-words';
import { dayAfter } from './day-after';

type When = 'today' | 'tomorrow' | 'other' | 'none' | 'refused';
type ContactFormProps = {
  readonly view: FollowUpView;
  readonly note: string;
  readonly onSaved: (view: FollowUpView) => void;
  readonly children: ReactNode;
};

/** A contact in four taps and no letter: how, who, why, when back. */
export function ContactForm({ view, note, onSaved, children }: ContactFormProps) {
  const w = useWords(followWords);
  const say = useSay();
  const call = useCall();
  const [way, setWay] = useState<Way>('phone');
  const [reached, setReached] = useState<Reached>();
  const [reason, setReason] = useState<Reason>();
  const [when, setWhen] = useState<When>();
  const [other, setOther] = useState(view.today);
  const [words, setWords] = useState('');
  const spoken = reached !== undefined && isReached(reached);
  const body = (): NoteRequest => {
    const backDay = !spoken
      ? null
      : when === 'today'
        ? view.today
        : when === 'tomorrow'
          ? dayAfter(view.today)
          : when === 'other'
            ? other
            : null;
    const promise = backDay !== null ? 'day' : when === 'refused' && spoken ? 'refused' : 'none';
    return {
      day: view.today,
      way,
      reached: reached ?? 'nobody',
      reason: spoken ? (reason ?? null) : null,
      promise,
      backDay,
      note: words,
    };
  };
  const { send, busy, refused } = useSending(async (said: NoteRequest) =>
    onSaved(await call(noteContact, { params: { id: view.childId }, body: said })),
  );
  const whens: readonly { readonly value: When; readonly says: string }[] = [
    { value: 'today', says: w.today },
    { value: 'tomorrow', says: w.tomorrow },
    { value: 'other', says: w.otherDay },
    { value: 'none', says: say(promiseSays.none) },
    { value: 'refused', says: say(promiseSays.refused) },
  ];
  const action = (
    <Button kind="main" busy={busy} disabled={reached === undefined} onClick={() => void send(body())}>
      {w.save}
    </Button>
  );
  return (
    <Screen title={view.name} kind={w.title} note={note} above="/m/absences" action={action}>
      {refused ? <Fault refused={refused} /> : null}
      <ChoiceChips
        label={w.way}
        options={ways.map((value) => ({ value, says: say(waySays[value]) }))}
        value={way}
        onChange={setWay}
      />
      <ChoiceChips
        label={w.reached}
        options={reachedKinds.map((value) => ({ value, says: say(reachedSays[value]) }))}
        value={reached}
        onChange={setReached}
      />
      {spoken ? (
        <>
          <ChoiceChips
            label={w.reason}
            options={reasons.map((value) => ({ value, says: say(reasonSays[value]) }))}
            value={reason}
            onChange={setReason}
          />
          <ChoiceChips label={w.whenBack} options={whens} value={when} onChange={setWhen} />
          {when === 'other' ? <Field label={w.otherDay} type="date" value={other} onChange={setOther} /> : null}
        </>
      ) : null}
      <Field label={w.note} value={words} maxLength={500} onChange={setWords} />
      {children}
    </Screen>
  );
}
