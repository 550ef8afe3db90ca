import { useState } from 'react';
import { Screen } from '../../ui/phone/screen';
import { Step } from '../../ui/phone/way';
import { useWords } from '../../ui/shared/language';
import { useCall } from '../../ui/shared/server-context';
import { renewCodes } from '../accounts/web/calls';
import { ownWords } from '../accounts/web/own-words';
import { ConfirmStep } from './confirm-step';

/** Ten new recovery codes, shown once, for whoever gives the password. */
export function CodesPage() {
  const w = useWords(ownWords);
  const call = useCall();
  const [codes, setCodes] = useState<readonly string[]>();
  const renew = async (password: string) => setCodes((await call(renewCodes, { body: { password } })).codes);
  return (
    <Screen title={w.codes} note={w.codesWhy} above="/m/me">
      {codes ? (
        <>
          <ul className="ph-codes">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
          <Step href="/m/me" className="ph-button ph-button-main ph-link-button">
            {w.written}
          </Step>
        </>
      ) : (
        <ConfirmStep onSubmit={renew} />
      )}
    </Screen>
  );
}
