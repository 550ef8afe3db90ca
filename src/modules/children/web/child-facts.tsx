import type { ReactNode } from 'react';
import { Missing } from '../../../ui/desk/missing';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import type { ChildView } from '../contract';
import { maskedFields } from '../rules/masked-fields';
import { fieldWords, listWords, placeWords, schoolingWords } from '../words';
import { useNameOf } from './line';
import { MaskedValue } from './masked-value';
import { childWords } from './words';

type ChildFactsProps = {
  readonly child: ChildView;
  /** When the answer came (milliseconds): what is shown in full is counted from there. */
  readonly shownSince: number;
  /** A field may no longer be shown. */
  readonly onOver: () => void;
};
type Fact = { readonly key: string; readonly says: string; readonly value: ReactNode };

/** The record of a child: what is plain, and what is masked until somebody says why he has to see it. */
export function ChildFacts({ child, shownSince, onOver }: ChildFactsProps) {
  const w = useWords(childWords);
  const say = useSay();
  const { language } = useLanguage();
  const name = useNameOf()(child);
  const lists = child.lists.map((kind) => say(listWords[kind])).join('、');
  const facts: Fact[] = [
    { key: 'birthDay', says: w.birthDay, value: child.birthDay ?? <Missing kind="unknown" /> },
    { key: 'home', says: w.home, value: placeWords(child) || <Missing kind="unknown" /> },
    { key: 'schooling', says: w.school, value: schoolingWords(child, language) || <Missing /> },
    { key: 'lists', says: w.lists, value: lists || w.noList },
  ];
  if (child.formerName) facts.push({ key: 'formerName', says: say(fieldWords.formerName), value: child.formerName });
  for (const field of maskedFields) {
    const value = child.fields[field];
    if (value === undefined) continue;
    const asked = { childId: child.childId, name, field };
    facts.push({
      key: field,
      says: say(fieldWords[field]),
      value: <MaskedValue asked={asked} value={value} shownSince={shownSince} onOver={onOver} />,
    });
  }
  return (
    <dl className="child-facts">
      {facts.map(({ key, says, value }) => (
        <div key={key} className={key === 'address' ? 'child-fact-wide' : undefined}>
          <dt>{says}</dt>
          <dd>
            {value}
            {child.wonBy[key] === 'correction' ? <span className="child-corrected">{w.corrected}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
