import { useSay, useWords } from '../../../ui/shared/language';
import type { ReviewView } from '../review-contract';
import { reviewWords } from './review-page-words';

type Evidence = ReviewView['evidence'][number];

/** From how many bits a reason is called strong or fair: odds of 64 and of 8. Our choice. */
const [strong, fair] = [6, 3];

/** Why the program takes two rows for one child, and what speaks against it, each with its weight in words; the weightiest first. */
export function EvidenceLists({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const w = useWords(reviewWords);
  return (
    <dl className="nol-evidence" title={w.weights}>
      <Reasons title={w.for} list={evidence.filter(({ weight }) => weight > 0)} />
      <Reasons title={w.against} list={evidence.filter(({ weight }) => weight < 0)} />
      <Reasons title={w.neutral} list={evidence.filter(({ weight }) => weight === 0)} />
    </dl>
  );
}

function Reasons({ title, list }: { readonly title: string; readonly list: readonly Evidence[] }) {
  const w = useWords(reviewWords);
  const say = useSay();
  if (list.length === 0) return null;
  const ordered = [...list].sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
  const strength = (weight: number) => (weight >= strong ? w.strong : weight >= fair ? w.fair : w.weak);
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {ordered.map(({ says, weight }) => (
          <span key={says.zh}>
            {say(says)}
            {weight === 0 ? null : <small> {strength(Math.abs(weight))}</small>}
          </span>
        ))}
      </dd>
    </div>
  );
}
