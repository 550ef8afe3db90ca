import { type ReactNode, useEffect, useState } from 'react';
import { Fault, Loading } from '../../ui/phone/states';
import { useWords } from '../../ui/shared/language';
import { isRefused, type Refused } from '../../ui/shared/refused';
import type { ShownEnrolment } from '../../ui/shared/session';
import type { SignInWay } from '../../ui/shared/use-sign-in';
import { phoneWords } from './words';

/** Sets up an authenticator on this very phone: nothing to scan, a link that opens it and the characters to type. */
export function Enrolment({ begin, code }: { readonly begin: SignInWay['beginEnrolment']; readonly code: ReactNode }) {
  const w = useWords(phoneWords);
  const [given, setGiven] = useState<ShownEnrolment>();
  const [refused, setRefused] = useState<Refused>();
  useEffect(() => {
    begin().then(setGiven, (error: unknown) => {
      if (!isRefused(error)) throw error;
      setRefused(error);
    });
  }, [begin]);
  if (refused) return <Fault refused={refused} />;
  if (!given) return <Loading />;
  return <ShownAuthenticator given={given} why={w.enrolWhy} code={code} />;
}

type ShownProps = { readonly given: ShownEnrolment; readonly why: string; readonly code: ReactNode };

/** An authenticator as it is shown once, with the recovery codes, and below it the field for its first digits. */
export function ShownAuthenticator({ given, why, code }: ShownProps) {
  const w = useWords(phoneWords);
  return (
    <>
      <p className="ph-note">{why}</p>
      <p className="ph-secret">{(given.secret.match(/.{1,4}/g) ?? []).join(' ')}</p>
      <p>
        <a className="ph-button ph-button-plain ph-link-button" href={given.uri}>
          {w.openAuthenticator}
        </a>
      </p>
      <p className="ph-note">{w.recovery}</p>
      <ul className="ph-codes">
        {given.recoveryCodes.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {code}
    </>
  );
}
