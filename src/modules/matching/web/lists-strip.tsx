import { SourceLabel } from '../../../ui/desk/source-label';
import { calendarWords, dayWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { ToneChip } from '../../../ui/shared/mark';
import { numberText } from '../../../ui/shared/numbers';
import { useToday } from '../../../ui/shared/server-context';
import type { ComparisonView, RunView } from '../contract';
import { comparisonWords, kindWords } from './words';

const kinds = ['household', 'enrolment', 'attending', 'poverty', 'disability'] as const;

/** The lists a comparison was made of, with their days. */
export function ListsThen({ run }: { readonly run: RunView }) {
  const w = useWords(comparisonWords);
  const say = useSay();
  const { language } = useLanguage();
  const today = useToday();
  return (
    <section className="nol-lists" aria-label={w.inputs}>
      <h2>
        {w.inputs} <small>{w.asOf(calendarWords(run.asOf, today, language))}</small>
      </h2>
      <dl>
        {kinds.map((kind) => {
          const own = run.inputs.filter((input) => input.kind === kind);
          return (
            <div key={kind}>
              <dt>{say(kindWords[kind])}</dt>
              <dd>{own.length === 0 ? w.missing : saysOf(own)}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );

  function saysOf(own: RunView['inputs']) {
    const rows = own.reduce((sum, input) => sum + input.rows, 0);
    const days = [...new Set(own.map(({ asOf }) => asOf))].sort();
    const [first = '', last = ''] = [days[0], days[days.length - 1]];
    const span =
      first === last
        ? dayWords(first, today, language)
        : `${dayWords(first, today, language)}—${dayWords(last, today, language)}`;
    return `${span} · ${numberText(rows)} ${w.rows}`;
  }
}

type ListsNowProps = { readonly data: ComparisonView; readonly title: string };

/** Lists of today that are missing or too old to say much; nothing where all is well. */
export function ListsNow({ data, title }: ListsNowProps) {
  const w = useWords(comparisonWords);
  const say = useSay();
  const old = data.lists.filter((list) => list.old);
  if (old.length + data.missing.length === 0) return null;
  return (
    <section className="nol-lists nol-lists-now" aria-label={title}>
      <h2>{title}</h2>
      <ul className="nol-comparison-lines">
        {data.missing.map((kind) => (
          <li key={kind}>
            {say(kindWords[kind])}{' '}
            <ToneChip tone="watch" shape="triangle">
              {w.missing}
            </ToneChip>
          </li>
        ))}
        {old.map((list) => (
          <li key={`${list.kind} ${list.unit ?? ''}`}>
            {say(kindWords[list.kind])} {list.unit ?? w.county} {w.days(list.days)}{' '}
            <ToneChip tone="watch" shape="triangle">
              {w.old(data.oldAfterDays)}
            </ToneChip>{' '}
            <SourceLabel source="system" />
          </li>
        ))}
      </ul>
    </section>
  );
}
