import { QRCode } from 'antd';
import { useEffect, useState } from 'react';
import { ErrorState, LoadingState } from '../../ui/desk/states';
import { useWords } from '../../ui/shared/language';
import { isRefused, type Refused } from '../../ui/shared/refused';
import type { ShownEnrolment } from '../../ui/shared/session';
import type { SignInWay } from '../../ui/shared/use-sign-in';
import { CodeForm } from './sign-in-forms';
import { signInWords } from './sign-in-words';
import './sign-in.css';

/** Sets up an authenticator: the code to scan, the same as text, and the digits that prove it worked. */
export function Enrolment({ way }: { readonly way: SignInWay }) {
  const w = useWords(signInWords);
  const { enrolment, refused, retry } = useEnrolment(way.beginEnrolment);
  if (refused) return <ErrorState refused={refused} onRetry={retry} />;
  if (!enrolment) return <LoadingState rows={4} />;
  return <ShownAuthenticator enrolment={enrolment} why={w.enrolWhy} onCode={way.enterCode} />;
}

type ShownProps = {
  readonly enrolment: ShownEnrolment;
  /** Why it is set up. */
  readonly why: string;
  readonly onCode: (code: string) => Promise<void>;
};

/** An authenticator as it is shown once: to scan, as text, the recovery codes, and the field for its first digits. */
export function ShownAuthenticator({ enrolment, why, onCode }: ShownProps) {
  const w = useWords(signInWords);
  return (
    <div className="nol-enrolment">
      <div>
        <p className="nol-sign-in-why">{why}</p>
        {/* The same stands below it as text. */}
        <div className="nol-enrolment-code" aria-hidden="true">
          <QRCode value={enrolment.uri} type="svg" size={176} bordered={false} color="black" bgColor="white" />
        </div>
        <p className="nol-sign-in-why">{w.secret}</p>
        <p className="nol-enrolment-secret">{(enrolment.secret.match(/.{1,4}/g) ?? []).join(' ')}</p>
      </div>
      <div>
        <p className="nol-sign-in-why">{w.recovery}</p>
        <RecoveryCodes codes={enrolment.recoveryCodes} />
        <CodeForm onSubmit={onCode} />
      </div>
    </div>
  );
}

/** The codes for the day on which the authenticator is not at hand. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  return (
    <ul className="nol-recovery-codes">
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ul>
  );
}

function useEnrolment(begin: SignInWay['beginEnrolment']) {
  const [enrolment, setEnrolment] = useState<ShownEnrolment>();
  const [refused, setRefused] = useState<Refused>();
  const [attempt, setAttempt] = useState(0);
  // Each attempt asks once; the attempt is what the effect depends on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt asks anew
  useEffect(() => {
    let left = false;
    begin().then(
      (found) => left || setEnrolment(found),
      (error: unknown) => {
        if (!isRefused(error)) throw error;
        if (!left) setRefused(error);
      },
    );
    return () => {
      left = true;
    };
  }, [begin, attempt]);
  const retry = () => {
    setRefused(undefined);
    setAttempt(attempt + 1);
  };
  return { enrolment, refused, retry };
}
