import { useState } from 'react';
import { useTell } from '../../../ui/desk/tell';
import { isRefused } from '../../../ui/shared/refused';

/** Does something, and tells what came of it. */
export function useAttempt() {
  const tell = useTell();
  const [busy, setBusy] = useState(false);
  const attempt = async (act: () => Promise<unknown>, done?: string) => {
    setBusy(true);
    try {
      await act();
      if (done !== undefined) tell.done(done);
    } catch (error) {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    } finally {
      setBusy(false);
    }
  };
  return { attempt, busy };
}
