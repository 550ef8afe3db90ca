import { useSay, useWords } from '../../../ui/shared/language';
import { type CareReason, careWords } from '../../groups/index';
import type { StepView } from '../contract';
import { followWords, stepSays } from './follow-words';
import './ladder.css';

type LadderListProps = {
  readonly ladder: readonly StepView[];
  readonly days: number;
  /** why the steps of this child come sooner, as far as the asker is told */ readonly closer: readonly CareReason[];
};

/** The steps of the ladder with how far a child has come, each with what it rests on. */
export function LadderList({ ladder, days, closer }: LadderListProps) {
  const w = useWords(followWords);
  const say = useSay();
  const whose = { clause: w.basis, county: w.county, suggested: w.ours } as const;
  return (
    <>
      {closer.length > 0 ? (
        <p className="attendance-closer">{w.closerWhy(closer.map((one) => say(careWords[one])).join('、'))}</p>
      ) : null}
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
    </>
  );
}
