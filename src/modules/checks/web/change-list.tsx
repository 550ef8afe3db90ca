import { standingStates } from '../../../kernel/standing';
import { useSay, useWords } from '../../../ui/shared/language';
import type { AccountView } from '../contract';
import { reasons } from '../rules/kinds';
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
  const textOf = (what: Change['what'], value: Change['before']) => {
    if (typeof value === 'number') return String(value);
    if (what === 'state') return say(standingStates.find(({ key }) => key === value) ?? outside);
    const reason = reasons.find((one) => one === value);
    return reason === undefined ? '' : say(reasonSays[reason]);
  };
  return ({ className, what, name, kind, before, after }) => {
    const kindOf = kind === null ? '' : say(kindSays[kind]);
    const values = [textOf(what, before), textOf(what, after)] as const;
    const line = {
      'class-new': () => w['class-new'],
      'class-gone': () => w['class-gone'],
      registered: () => w.registered(...values),
      attending: () => w.attending(...values),
      came: () => w.came(name),
      left: () => w.left(name),
      new: () => w.new(name, kindOf, values[1]),
      gone: () => w.gone(name, kindOf),
      answer: () => w.answer(name, ...values),
      state: () => w.answer(name, ...values),
      detail: () => w.detail(name),
    }[what]();
    return `${className} ${line}`;
  };
}

/** Where whoever is not counted in 应在学 stands. */
const outside = { zh: '不在应在学范围', en: 'outside the roll' };
