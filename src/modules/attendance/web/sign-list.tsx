import { useWords } from '../../../ui/shared/language';
import type { SignView } from '../pattern-contract';
import { patternWords, signReasons } from './pattern-words';

/** So many days of a sign are named; the latest say most. */
const shown = 5;

/** What was seen of a child, each in a line with its days: 3/10, 3/17. */
export function SignList({ signs }: { readonly signs: readonly SignView[] }) {
  const reasons = useWords(signReasons);
  const w = useWords(patternWords);
  if (signs.length === 0) return null;
  return (
    <ul className="attendance-signs">
      {signs.map(({ key, days, times }) => (
        <li key={key}>
          {reasons[key](times)}
          {w.dates(`${days.length > shown ? '… ' : ''}${days.slice(-shown).map(dateOf).join('、')}`)}
        </li>
      ))}
    </ul>
  );
}

function dateOf(day: string): string {
  return `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;
}
