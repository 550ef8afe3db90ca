import { Modal } from 'antd';
import { useCallback } from 'react';
import { useWords } from '../../ui/shared/language';
import { useServer, useSignedIn, useWatched } from '../../ui/shared/server-context';
import type { Session } from '../../ui/shared/session';
import { useSignIn } from '../../ui/shared/use-sign-in';
import { SignInSteps } from './sign-in-steps';
import { signInWords } from './sign-in-words';
import './sign-in.css';

/** Stands over the page when the session has ended; what was typed below stays, and the waiting requests go on afterwards (UX-27). */
export function SignInAgain() {
  const asks = useWatched(useServer().asksAgain);
  const w = useWords(signInWords);
  return (
    <Modal
      open={asks}
      title={w.againTitle}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={null}
      width={400}
      // Nobody who passes by reads the page of somebody who has left.
      rootClassName="nol-sign-in-again"
      destroyOnHidden
    >
      <SignInAgainSteps />
    </Modal>
  );
}

function SignInAgainSteps() {
  const { user } = useSignedIn();
  const w = useWords(signInWords);
  const allowed = useCallback(
    (found: Session) => {
      const same = !found.signedIn || found.user.id === user.id;
      if (!same) location.reload();
      return same;
    },
    [user.id],
  );
  const way = useSignIn(undefined, allowed);
  return (
    <>
      <p className="nol-sign-in-why">{w.againWhy}</p>
      <SignInSteps way={way} filled={{ login: user.login }} loginIsFixed />
    </>
  );
}
