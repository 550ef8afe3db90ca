import { useState } from 'react';
import { useBox, useMemory } from '../../ui/outbox/context';
import { Button } from '../../ui/phone/button';
import { Sheet } from '../../ui/phone/sheet';
import { useWay } from '../../ui/phone/way';
import { useWords } from '../../ui/shared/language';
import { useSignedIn, useSignOut } from '../../ui/shared/server-context';
import { outboxWords } from './outbox-words';
import { dropShell } from './shell';
import { phoneWords } from './words';

type LeaveProps = { readonly attempt: (work: Promise<void>) => void };

/** The way out: not while something waits to be sent, unless the person says so; then the phone is wiped before anything else. */
export function Leave({ attempt }: LeaveProps) {
  const w = useWords(phoneWords);
  const o = useWords(outboxWords);
  const phone = useMemory()?.phone;
  const { entries, sending } = useBox();
  const { user } = useSignedIn();
  const { go } = useWay();
  const signOut = useSignOut();
  const [held, setHeld] = useState(false);
  const leave = async () => {
    await phone?.vault.wipe(user.id);
    await phone?.outbox.read();
    await dropShell();
    await signOut();
  };
  const begin = async () => {
    await phone?.outbox.read();
    if (phone && phone.outbox.box.get().entries.length > 0) setHeld(true);
    else await leave();
  };
  return (
    <>
      <Button onClick={() => attempt(begin())}>{w.leave}</Button>
      <Sheet open={held && entries.length > 0} title={o.leaveTitle(entries.length)} onClose={() => setHeld(false)}>
        <p>{o.leaveWhy}</p>
        <Button kind="main" busy={sending !== undefined} onClick={() => phone?.outbox.wake()}>
          {o.sendNow}
        </Button>
        <Button onClick={() => go('/m/outbox')}>{o.look}</Button>
        <Button kind="quiet" onClick={() => attempt(leave())}>
          {o.leaveAnyway}
        </Button>
      </Sheet>
    </>
  );
}
