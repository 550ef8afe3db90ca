import { useSay, useWords } from '../../../ui/shared/language';
import type { StepView } from '../contract';
import { followWords, stepSays } from './follow-words';
import './ladder.css';

/** The steps of the ladder with how far a child has come, each with what it rests on. */
export function LadderList({ ladder, days }: { readonly ladder: readonly StepView[]; readonly days: number }) {
  const w = useWords(followWords);
  const say = useSay();
  const whose = { clause: w.basis, county: w.county, suggested: w.ours } as const;
  return (
    <ol className="attendance-ladder" aria-label={w.ladder}>
      {ladder.map(({ key, from, label, confirmed, source }) => (
        <li key={key} className={days >= from ? 'attendance-step-come' : undefined}>
          <b>{w.ladderFrom(from)}</b> {say(stepSays[key])}
          <small>
            {whose[label]} · {say(source)}
            {confirmed ? '' : ` · ${w.unconfirmed}`}
          </small>
        </li>
      ))}
    </ol>
  );
}
