import { momentWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import type { LeaveView, StepView } from '../contract';
import { actSays, leaveWords } from './leave-words';

/** What was done about a leave, oldest first. */
export function StepList({ leave }: { readonly leave: Pick<LeaveView, 'steps' | 'today'> }) {
  const w = useWords(leaveWords);
  return (
    <>
      <h3>{w.steps}</h3>
      <ul className="nol-card-lines">
        {leave.steps.map((step) => (
          <li key={step.step}>
            <StepWords step={step} today={leave.today} />
          </li>
        ))}
      </ul>
    </>
  );
}

function StepWords({ step, today }: { readonly step: StepView; readonly today: string }) {
  const w = useWords(leaveWords);
  const say = useSay();
  const { language } = useLanguage();
  const { act, by, byRoll, at, note } = step;
  const roll = !byRoll ? [] : [act === 'reopen' ? w.rollCorrected : w.byRoll];
  return [
    momentWords(at, today, language),
    by === '' ? w.guardian : by,
    say(actSays[act]),
    ...roll,
    ...(note ? [note] : []),
  ].join(' · ');
}
