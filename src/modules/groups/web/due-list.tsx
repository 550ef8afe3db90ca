import { useAnswer } from '../../../ui/desk/answers';
import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState } from '../../../ui/desk/states';
import { calendarWords } from '../../../ui/shared/dates';
import { useLanguage, useWords } from '../../../ui/shared/language';
import { schoolingWords } from '../../children/index';
import { childPlace } from '../../children/web/index';
import type { DueView } from '../contract';
import { getDue } from './calls';
import { groupsWords } from './words';

/** Whose mark or paper runs out, above the counts; nothing where nobody's does. */
export function DueList() {
  const w = useWords(groupsWords);
  const { data, error, refetch } = useAnswer(getDue, {});
  if (error) return <ErrorState refused={error} onRetry={() => void refetch()} />;
  if (!data || data.rows.length === 0) return null;
  return (
    <section className="groups-due" aria-label={w.due}>
      <h2>{w.due}</h2>
      <p>{w.dueNote}</p>
      <ul className="nol-card-lines">
        {data.rows.map((row) => (
          <li key={`${row.childId} ${row.kind} ${row.lastDay}`}>
            <DueLine row={row} today={data.today} />
          </li>
        ))}
      </ul>
      {data.more ? <p>{w.dueMore}</p> : null}
    </section>
  );
}

function DueLine({ row, today }: { readonly row: DueView['rows'][number]; readonly today: string }) {
  const w = useWords(groupsWords);
  const { language } = useLanguage();
  const says = { mark: w.dueMark, suspended: w.dueSuspended, deferred: w.dueDeferred }[row.kind];
  const day = calendarWords(row.lastDay, today, language);
  return (
    <>
      <Door href={hrefOf(childPlace, { id: row.childId })}>{row.name}</Door> · {schoolingWords(row, language)} · {says} ·{' '}
      {row.over ? w.dueOver(day) : w.dueOn(day)}
    </>
  );
}
