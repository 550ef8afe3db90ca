import { dayWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { ToneChip } from '../../../ui/shared/mark';
import type { ObligationView } from '../contract';
import { dutySays, followWords, holderSays } from './follow-words';
import './ladder.css';

type DutyListProps = { readonly obligations: readonly ObligationView[]; readonly today: string };

/** What was and is due about a child, each with its day, in time or late, and with whom it lies. */
export function DutyList({ obligations, today }: DutyListProps) {
  const w = useWords(followWords);
  const say = useSay();
  const { language } = useLanguage();
  if (obligations.length === 0) return null;
  return (
    <section aria-label={w.obligations}>
      <h3 className="attendance-duties-title">{w.obligations}</h3>
      <ul className="attendance-duties">
        {obligations.map(({ duty, due, done, lifted, late, holder }) => (
          <li key={duty}>
            <b>{say(dutySays[duty])}</b>
            <span>
              {done === due ? '' : `${w.dueOn(dayWords(due, today, language))} · `}
              {done === null ? '' : w.doneOn(dayWords(done, today, language))}
              {lifted === null ? '' : w.liftedOn(dayWords(lifted, today, language))}
              {holder === null ? '' : w.withWhom(say(holderSays[holder]))}
            </span>
            {lifted !== null && late === 0 ? null : <LateChip late={late} open={holder !== null} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function LateChip({ late, open }: { readonly late: number; readonly open: boolean }) {
  const w = useWords(followWords);
  if (late > 0) return <ToneChip tone={open ? 'urgent' : 'watch'}>{w.lateBy(late)}</ToneChip>;
  return open ? <ToneChip tone="watch">{w.open}</ToneChip> : <ToneChip tone="calm">{w.inTime}</ToneChip>;
}
