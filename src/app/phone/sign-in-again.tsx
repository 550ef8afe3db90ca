import { useCallback } from 'react';
import { Sheet } from '../../ui/phone/sheet';
import { useWords } from '../../ui/shared/language';
import { useServer, useWatched } from '../../ui/shared/server-context';
import type { Session, SignedIn } from '../../ui/shared/session';
import { useSignIn } from '../../ui/shared/use-sign-in';
import { SignInSteps } from './sign-in-steps';
import { phoneWords } from './words';

/** Comes up over the page when the session has ended; what was typed below stays (UX-27). */
export function SignInAgain({ owner }: { readonly owner: SignedIn }) {
  const server = useServer();
  const asks = useWatched(server.asksAgain);
  const w = useWords(phoneWords);
  return (
    <Sheet open={asks} title={w.againTitle} closable={false} onClose={server.giveUp}>
      <Steps owner={owner} />
    </Sheet>
  );
}

function Steps({ owner }: { readonly owner: SignedIn }) {
  const w = useWords(phoneWords);
  const allowed = useCallback(
    (found: Session) => {
      const same = !found.signedIn || found.user.id === owner.user.id;
      if (!same) location.reload();
      return same;
    },
    [owner.user.id],
  );
  const way = useSignIn(undefined, allowed);
  return (
    <>
      <p className="ph-note">{w.againWhy}</p>
      <SignInSteps way={way} filled={{ login: owner.user.login }} loginIsFixed />
    </>
  );
}
