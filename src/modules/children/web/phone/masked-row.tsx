import { useEffect, useState } from 'react';
import { ReasonForm } from '../../../../ui/phone/reason-form';
import { Row } from '../../../../ui/phone/row';
import { Sheet } from '../../../../ui/phone/sheet';
import { useSay, useWords } from '../../../../ui/shared/language';
import { useCall } from '../../../../ui/shared/server-context';
import type { MaskedField, MaskedName } from '../../contract';
import { fieldWords, revealReasons } from '../../words';
import { revealField } from '../calls';
import { childWords } from '../words';

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
  const call = useCall();
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
          label={w.revealWhy}
          reasons={Object.entries(revealReasons).map(([reason, said]) => ({ value: reason, says: said }))}
          submit={w.revealSubmit}
          onReason={async (reason) => {
            await call(revealField, { params: { id: childId }, body: { field, reason } });
            setAsking(false);
            onRenew();
          }}
        />
      </Sheet>
    </>
  );
}
