import { useSay, useWords } from '../../../ui/shared/language';
import { numberText } from '../../../ui/shared/numbers';
import { kinds } from '../rules/kinds';
import type { Sums } from '../rules/sheet';
import { kindSays } from '../said';
import { checkWords } from './words';

/** 在籍 and 实有, and how many differ in which way. */
export function SumsLine({ sums }: { readonly sums: Sums }) {
  const w = useWords(checkWords);
  const say = useSay();
  const figures = [
    { says: w.registered, count: sums.registered },
    { says: w.attending, count: sums.attending },
    ...kinds.filter((kind) => sums.kinds[kind] > 0).map((kind) => ({ says: say(kindSays[kind]), count: sums.kinds[kind] })),
  ];
  return (
    <dl className="nol-check-sums">
      {figures.map(({ says, count }) => (
        <div key={says}>
          <dt>{says}</dt>
          <dd>{numberText(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
