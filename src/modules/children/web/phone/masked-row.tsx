import { type FormEvent, useEffect, useState } from 'react';
import { Button } from '../../../../ui/phone/button';
import { ChoiceChips } from '../../../../ui/phone/chip';
import { Field } from '../../../../ui/phone/field';
import { Row } from '../../../../ui/phone/row';
import { Sheet } from '../../../../ui/phone/sheet';
import { useSay, useWords } from '../../../../ui/shared/language';
import { useCall } from '../../../../ui/shared/server-context';
import { useSending } from '../../../../ui/shared/use-sending';
import type { MaskedField, MaskedName } from '../../contract';
import { fieldWords, revealReasons } from '../../words';
import { revealField } from '../calls';
import { childWords, reasonWords } from '../words';

type MaskedRowProps = {
  readonly childId: string;
  readonly name: string;
  readonly field: MaskedName;
  readonly value: MaskedField;
  readonly onRenew: () => void;
};

/** A masked field as a line; tapped it asks for a reason, then shows the value for five minutes, a telephone ready to be called. */
export function MaskedRow({ childId, name, field, value, onRenew }: MaskedRowProps) {
  const w = useWords(childWords);
  const says = useSay()(fieldWords[field]);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    if (value.secondsLeft === null) return;
    const timer = setTimeout(onRenew, value.secondsLeft * 1000);
    return () => clearTimeout(timer);
  }, [value, onRenew]);
  if (value.value !== null) {
    const shown =
      field === 'guardianPhone' ? <a href={`tel:${value.value.replace(/[^\d+]/g, '')}`}>{value.value}</a> : value.value;
    return <Row title={shown} note={`${says} · ${w.fiveMinutes}`} />;
  }
  if (!value.revealable) return <Row title={value.masked} note={says} />;
  return (
    <>
      <Row title={value.masked} note={says} beside={w.see} onClick={() => setAsking(true)} />
      <Sheet open={asking} title={w.revealTitle(says, name)} onClose={() => setAsking(false)}>
        <ReasonForm
          childId={childId}
          field={field}
          onShown={() => {
            setAsking(false);
            onRenew();
          }}
        />
      </Sheet>
    </>
  );
}

const ownWords = 'own';
/** The shortest reason in one's own words (design, PRV-07). */
const shortestReason = 6;

function ReasonForm({ childId, field, onShown }: Pick<MaskedRowProps, 'childId' | 'field'> & { readonly onShown: () => void }) {
  const w = useWords(childWords);
  const r = useWords(reasonWords);
  const say = useSay();
  const call = useCall();
  const [choice, setChoice] = useState<string>();
  const [own, setOwn] = useState('');
  const [fault, setFault] = useState<string>();
  const reason = choice === ownWords ? own.trim() : choice;
  const { send, busy, refused } = useSending(async () => {
    await call(revealField, { params: { id: childId }, body: { field, reason: reason ?? '' } });
    onShown();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason === undefined) return setFault(r.choose);
    if (choice === ownWords && Array.from(reason).length < shortestReason) return setFault(r.longer);
    setFault(undefined);
    void send(undefined);
  };
  const options = [
    ...Object.entries(revealReasons).map(([value, says]) => ({ value, says: say(says) })),
    { value: ownWords, says: r.own },
  ];
  return (
    <form onSubmit={submit}>
      <ChoiceChips
        label={r.why}
        options={options}
        value={choice}
        onChange={setChoice}
        fault={choice === ownWords ? undefined : fault}
      />
      {choice === ownWords ? <Field label={r.ownLabel} value={own} onChange={setOwn} maxLength={200} fault={fault} /> : null}
      <p className="ph-hint">{r.noted}</p>
      {refused ? (
        <p className="ph-refused" role="alert">
          {say(refused.says)}
        </p>
      ) : null}
      <Button kind="main" type="submit" busy={busy}>
        {w.revealSubmit}
      </Button>
    </form>
  );
}
