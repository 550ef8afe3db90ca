import { useCallback } from 'react';
import { useAction } from '../../../ui/desk/answers';
import { useTell } from '../../../ui/desk/tell';
import { momentWords } from '../../../ui/shared/dates';
import { useLanguage, useWords } from '../../../ui/shared/language';
import { isRefused } from '../../../ui/shared/refused';
import { useServer, useSignedIn, useToday } from '../../../ui/shared/server-context';
import type { RollPrint } from '../contract';
import { printRoll } from './calls';
import { rollWords } from './words';

/** Prints the page, once the server has noted who prints what. */
export function usePrint(what: RollPrint): () => void {
  const { run } = useAction(printRoll);
  const tell = useTell();
  return useCallback(() => {
    run({ body: what }).then(
      () => window.print(),
      (error: unknown) => {
        if (!isRefused(error)) throw error;
        tell.refused(error);
      },
    );
  }, [run, what, tell]);
}

/** On paper alone: who printed it and when. */
export function PrintLine() {
  const w = useWords(rollWords);
  const { language } = useLanguage();
  const { user } = useSignedIn();
  const [server, today] = [useServer(), useToday()];
  return (
    <p className="roll-print-line">
      {w.printed(user.name, user.unit, momentWords(server.momentAt(Date.now()), today, language))}
    </p>
  );
}
