import { useCallback } from 'react';
import { useMemory } from '../../ui/outbox/context';
import { Button } from '../../ui/phone/button';
import { Sheet } from '../../ui/phone/sheet';
import { useWords } from '../../ui/shared/language';
import { useServer } from '../../ui/shared/server-context';
import type { Session, SignedIn } from '../../ui/shared/session';
import { useSignIn } from '../../ui/shared/use-sign-in';
import { SignInSteps } from './sign-in-steps';
import { phoneWords } from './words';

/** Over the page: who was signed in signs in again, or somebody else takes the phone over. */
export function SignInSheet({ owner }: { readonly owner: SignedIn }) {
  const server = useServer();
  const w = useWords(phoneWords);
  return (
    <Sheet open title={w.againTitle} closable={false} onClose={server.giveUp}>
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
  const phone = useMemory()?.phone;
  // Whoever takes the phone over sees nothing of what was kept for the one before; what that one has not sent stays sealed for her.
  const change = async () => {
    await phone?.vault.forget();
    location.reload();
  };
  const way = useSignIn(undefined, allowed);
  return (
    <>
      <p className="ph-note">{w.againWhy}</p>
      <SignInSteps way={way} filled={{ login: owner.user.login }} loginIsFixed />
      <Button kind="quiet" onClick={() => void change()}>
        {w.otherAccount}
      </Button>
    </>
  );
}
