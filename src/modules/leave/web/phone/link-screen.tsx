import { useState } from 'react';
import { Button } from '../../../../ui/phone/button';
import { Field } from '../../../../ui/phone/field';
import type { PhonePageProps } from '../../../../ui/phone/page';
import { Screen } from '../../../../ui/phone/screen';
import { Fault } from '../../../../ui/phone/states';
import { momentWords } from '../../../../ui/shared/dates';
import { useLanguage, useWords } from '../../../../ui/shared/language';
import { useCall, useToday } from '../../../../ui/shared/server-context';
import { useSending } from '../../../../ui/shared/use-sending';
import type { LinkView } from '../../contract';
import { makeLink } from '../calls';
import { phoneWords } from './words';
import './link.css';

/** A link for the guardian of one child, as a picture and as text; it is shown once and kept nowhere. */
export function LinkScreen({ params }: PhonePageProps) {
  const p = useWords(phoneWords);
  const call = useCall();
  const id = params.id ?? '';
  const [made, setMade] = useState<LinkView>();
  const { send, busy, refused } = useSending(async () =>
    setMade(await call(makeLink, { params: { id }, body: { origin: location.origin } })),
  );
  return (
    <Screen
      title={p.linkTitle}
      note={made ? p.linkFor(made.name) : undefined}
      above={`/m/leave/ask/${id}`}
      action={
        <Button kind={made ? 'plain' : 'main'} busy={busy} onClick={() => void send(undefined)}>
          {made ? p.linkAgain : p.linkMake}
        </Button>
      }
    >
      {refused ? <Fault refused={refused} /> : null}
      <p>{p.linkWhy}</p>
      {made ? <Made made={made} /> : null}
    </Screen>
  );
}

function Made({ made }: { readonly made: LinkView }) {
  const p = useWords(phoneWords);
  const { language } = useLanguage();
  const today = useToday();
  const [copied, setCopied] = useState<boolean>();
  const copy = () =>
    copyText(made.link).then(
      () => setCopied(true),
      // A browser may forbid it, and on plain http there is no clipboard: the person is told how to copy by hand.
      () => setCopied(false),
    );
  return (
    <>
      <img className="ph-leave-qr" src={`data:image/svg+xml,${encodeURIComponent(made.qr)}`} alt={p.linkQr} />
      <p className="ph-hint">{p.linkUntil(momentWords(made.expiresAt, today, language))}</p>
      <Field label={p.linkText} value={made.link} readOnly onChange={() => undefined} />
      <Button onClick={() => void copy()}>{p.linkCopy}</Button>
      {copied === undefined ? null : <p role="status">{copied ? p.linkCopied : p.linkNotCopied}</p>}
    </>
  );
}

async function copyText(text: string): Promise<void> {
  if (!navigator.clipboard) throw new Error('no clipboard without a secure address');
  await navigator.clipboard.writeText(text);
}
