import { useState } from 'react';
import { Button } from '../../../../ui/phone/button';
import { useSay, useWords } from '../../../../ui/shared/language';
import { isRefused, type Refused } from '../../../../ui/shared/refused';
import { phoneTaskWords } from './words';

type ContactProps = {
  readonly hasPhone: boolean;
  readonly onAsk: (purpose: 'call' | 'visit') => Promise<{ readonly phone: string; readonly address: string }>;
};

/** Telephone and address, each told when it is tapped for: the number is dialled without being shown. */
export function ContactRows({ hasPhone, onAsk }: ContactProps) {
  const w = useWords(phoneTaskWords);
  const say = useSay();
  const [address, setAddress] = useState<string>();
  const [refused, setRefused] = useState<Refused>();
  const ask = async (purpose: 'call' | 'visit') => {
    setRefused(undefined);
    try {
      const contact = await onAsk(purpose);
      if (purpose === 'call') window.location.href = `tel:${contact.phone}`;
      else setAddress(contact.address);
    } catch (error) {
      if (!isRefused(error)) throw error;
      setRefused(error);
    }
  };
  return (
    <section className="ph-contact">
      <Button disabled={!hasPhone} onClick={() => void ask('call')}>
        {hasPhone ? w.call : w.noPhone}
      </Button>
      {address === undefined ? (
        <Button onClick={() => void ask('visit')}>{w.visit}</Button>
      ) : (
        <p className="ph-address">{address}</p>
      )}
      <p className="ph-hint">{w.logged}</p>
      {refused ? (
        <p className="ph-refused" role="alert">
          {say(refused.says)}
        </p>
      ) : null}
    </section>
  );
}
