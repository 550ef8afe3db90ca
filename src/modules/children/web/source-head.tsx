import { calendarWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { useToday } from '../../../ui/shared/server-context';
import type { SourceView } from '../contract';
import { listWords } from '../words';
import { sourceWords } from './words';

/** Which row of which list a column is, and why it is this child. */
export function SourceHead({ row }: { readonly row: SourceView }) {
  const w = useWords(sourceWords);
  const say = useSay();
  const { language } = useLanguage();
  const today = useToday();
  return (
    <>
      <span className="child-source-name">{say(listWords[row.kind])}</span>
      <span className="child-source-note">
        {[row.unit || w.county, w.asOf(calendarWords(row.asOf, today, language)), w.row(row.rowNo)].join(' · ')}
      </span>
      {row.listed ? null : <span className="child-source-gone">{w.gone}</span>}
      <Why row={row} />
    </>
  );
}

function Why({ row }: { readonly row: SourceView }) {
  const w = useWords(sourceWords);
  const say = useSay();
  if (row.link === 'alone') return <span className="child-source-note">{w.alone}</span>;
  return (
    <details className="child-why">
      <summary>
        {w.why}：{w[row.link]}
      </summary>
      {row.evidence.length === 0 ? <p>{w.noEvidence}</p> : null}
      <ul>
        {row.evidence.map(({ says, against }) => (
          <li key={says.zh} className={against ? 'child-against' : undefined}>
            {say(says)}
          </li>
        ))}
      </ul>
    </details>
  );
}
