import { useSay, useWords } from '../../../ui/shared/language';
import type { AccountView } from '../contract';
import type { Reason } from '../rules/kinds';
import { kindSays, reasonSays } from '../said';
import { changeWords } from './words';

type Change = AccountView['changed'][number];

/** What is otherwise in one account than in another, a line each. */
export function ChangeList({ says, changes }: { readonly says: string; readonly changes: readonly Change[] }) {
  const said = useChangeWords();
  return (
    <section className="nol-check-changes">
      <h3>{says}</h3>
      <ul>
        {changes.map((change) => (
          <li key={`${change.className} ${change.what} ${change.name}`}>{said(change)}</li>
        ))}
      </ul>
    </section>
  );
}

function useChangeWords(): (change: Change) => string {
  const w = useWords(changeWords);
  const say = useSay();
  const textOf = (value: number | Reason | null) =>
    value === null ? '' : typeof value === 'number' ? String(value) : say(reasonSays[value]);
  return ({ className, what, name, kind, before, after }) => {
    const kindOf = kind === null ? '' : say(kindSays[kind]);
    const values = [textOf(before), textOf(after)] as const;
    const line = {
      'class-new': () => w['class-new'],
      'class-gone': () => w['class-gone'],
      registered: () => w.registered(...values),
      attending: () => w.attending(...values),
      new: () => w.new(name, kindOf, values[1]),
      gone: () => w.gone(name, kindOf),
      answer: () => w.answer(name, ...values),
    }[what]();
    return `${className} ${line}`;
  };
}
