import type { ReactNode } from 'react';
import { Facts } from '../../../ui/desk/blocks';
import { Missing } from '../../../ui/desk/missing';
import { PageHead } from '../../../ui/desk/page-head';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { type ChildView, maskedFields } from '../contract';
import { fieldWords, listWords, schoolingWords } from '../words';
import { MaskedValue } from './masked-value';
import { childWords } from './words';

type ChildFactsProps = {
  readonly child: ChildView;
  /** When the answer came (milliseconds): what is shown in full is counted from there. */
  readonly shownSince: number;
  /** A field may no longer be shown. */
  readonly onOver: () => void;
};

/** The head of the page and the record itself. The head never says poverty, illness or ethnicity. */
export function ChildFacts({ child, shownSince, onOver }: ChildFactsProps) {
  const w = useWords(childWords);
  const say = useSay();
  const { language } = useLanguage();
  const rows: { says: string; value: ReactNode }[] = [
    { says: w.birthDay, value: child.birthDay ?? <Missing kind="unknown" /> },
    { says: w.home, value: `${child.township}${child.village}` || <Missing kind="unknown" /> },
  ];
  if (child.formerName) rows.push({ says: say(fieldWords.formerName), value: child.formerName });
  for (const field of maskedFields) {
    const value = child.fields[field];
    if (value === undefined) continue;
    rows.push({
      says: say(fieldWords[field]),
      value: <MaskedValue child={child} field={field} value={value} shownSince={shownSince} onOver={onOver} />,
    });
  }
  const lists = child.lists.map((kind) => say(listWords[kind])).join('、');
  rows.push({ says: w.lists, value: lists || w.noList });
  return (
    <section>
      <PageHead title={child.name || w.title} note={<HeadNote child={child} schooling={schoolingWords(child, language)} />} />
      <Facts rows={rows} />
    </section>
  );
}

function HeadNote({ child, schooling }: { readonly child: ChildView; readonly schooling: string }) {
  const w = useWords(childWords);
  const sex = child.sex === '1' ? w.male : child.sex === '2' ? w.female : '';
  const born = child.birthYear ? w.born(child.birthYear) : '';
  return (
    <span className="child-note">
      {[sex, born, schooling || w.noSchool]
        .filter((part) => part !== '')
        .map((part) => (
          <span key={part}>{part}</span>
        ))}
    </span>
  );
}
