import type { ReactNode } from 'react';
import { Facts } from '../../../ui/desk/blocks';
import { Missing } from '../../../ui/desk/missing';
import { momentWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { useSignedIn } from '../../../ui/shared/server-context';
import type { LineView } from '../audit-contract';
import { LineObject, LineOutcome, LineWho } from './trail-table';
import { auditWords } from './words';

type Row = { readonly says: string; readonly value: ReactNode };

/** What one line says; `more` stands below it. */
export function LineFacts({ line, more = [] }: { readonly line: LineView; readonly more?: readonly Row[] }) {
  const w = useWords(auditWords);
  const say = useSay();
  const { language } = useLanguage();
  const { today } = useSignedIn();
  const { at, who, says, object, outcome, reason, source } = line;
  const rows: Row[] = [
    { says: w.time, value: momentWords(at, today, language) },
    { says: w.who, value: <LineWho line={line} /> },
    ...(who ? [{ says: w.login, value: who.login }] : []),
    ...(who ? [{ says: w.unit, value: who.unit }] : []),
    { says: w.act, value: say(says) },
    { says: w.what, value: <LineObject object={object} /> },
    { says: w.outcome, value: <LineOutcome outcome={outcome} /> },
    { says: w.reason, value: reason ? say(reason) : <Missing /> },
    { says: w.source, value: source },
  ];
  return <Facts rows={[...rows, ...more]} />;
}
