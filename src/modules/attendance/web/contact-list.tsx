import { dayWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import type { ContactView } from '../contract';
import type { ChildSignsView } from '../pattern-contract';
import { followWords, promiseSays, reachedSays, reasonSays, waySays } from './follow-words';
import { effectSays, patternWords } from './pattern-words';

type ContactListProps = {
  readonly contacts: readonly ContactView[];
  readonly today: string;
  /** what came after them, where that is known */ readonly effects?: ChildSignsView['effects'] | undefined;
};

/** What was done about a child, newest first, each in a line. */
export function ContactList({ contacts, today, effects = [] }: ContactListProps) {
  const p = useWords(patternWords);
  const w = useWords(followWords);
  const say = useSay();
  const { language } = useLanguage();
  if (contacts.length === 0) return null;
  const promised = ({ promise, backDay }: ContactView) =>
    backDay === null ? say(promiseSays[promise]) : w.back(dayWords(backDay, today, language));
  return (
    <section aria-label={w.before}>
      <h3>{w.before}</h3>
      <ul className="attendance-contacts">
        {contacts.map((one) => (
          <li key={one.contactId}>
            {dayWords(one.day, today, language)} · {one.by} · {say(waySays[one.way])} · {say(reachedSays[one.reached])}
            {one.reason ? ` · ${say(reasonSays[one.reason])}` : ''} · {promised(one)}
            {one.note === '' ? null : <p>{one.note}</p>}
            {effects
              .filter(({ contactId, kind }) => contactId === one.contactId && kind !== 'open')
              .map(({ kind }) => (
                <p key={kind}>{p.after(say(effectSays[kind]))}</p>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
