import { momentWords } from '../../../ui/shared/dates';
import { useLanguage, useWords } from '../../../ui/shared/language';
import { useSignedIn, useToday } from '../../../ui/shared/server-context';
import type { RunView } from '../contract';
import { comparisonWords } from './words';

/** On paper: what this is, of which county and which comparison. */
export function PrintedHead({ run }: { readonly run: RunView }) {
  const w = useWords(comparisonWords);
  const { county, user } = useSignedIn();
  const { language } = useLanguage();
  const today = useToday();
  return (
    <header className="nol-printed">
      <p className="nol-printed-title">
        {county.name} {w.printTitle}
      </p>
      <p>
        {w.of(run.runNo, momentWords(run.endedAt, today, language))}
        {'　'}
        {w.printedBy(user.name, today)}
      </p>
    </header>
  );
}

/** On paper: who made it and who looked at it. */
export function PrintedFoot() {
  const w = useWords(comparisonWords);
  return <p className="nol-printed nol-printed-signs">{w.signs}</p>;
}
