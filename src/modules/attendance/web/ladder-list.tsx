import { useSay, useWords } from '../../../ui/shared/language';
import { ladder } from '../rules/ladder';
import { followWords } from './follow-words';
import './ladder.css';

/** The steps of the ladder with how far a child has come, each with what it rests on. */
export function LadderList({ days }: { readonly days: number }) {
  const w = useWords(followWords);
  const say = useSay();
  return (
    <ol className="attendance-ladder" aria-label={w.ladder}>
      {ladder.map((step) => (
        <li key={step.key} className={days >= step.from ? 'attendance-step-come' : undefined} title={say(step.source)}>
          <b>{w.ladderFrom(step.from)}</b> {say(step.says)}
          <small>
            {step.label === 'clause' ? w.basis : w.ours} · {say(step.source)}
          </small>
        </li>
      ))}
    </ol>
  );
}
