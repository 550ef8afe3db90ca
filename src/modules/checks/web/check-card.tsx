import { useAnswer } from '../../../ui/desk/answers';
import { Card } from '../../../ui/desk/blocks';
import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useWords } from '../../../ui/shared/language';
import { numberText } from '../../../ui/shared/numbers';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import { getSchools } from './calls';
import { useMonthWords } from './line-words';
import { checksPlace, itemsPlace } from './places';
import { cardWords, checkWords, deskWords } from './words';

/** 一月一核 on the start page: what is not signed yet, and the differences that nobody has closed. */
export function CheckCard() {
  const w = useWords(checkWords);
  const d = useWords(deskWords);
  const c = useWords(cardWords);
  const monthOf = useMonthWords();
  const ofSchools = holds(useSignedIn(), ['check.school']);
  const { data, error, refetch } = useAnswer(getSchools, { query: {} });
  if (error) return <ErrorState refused={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={2} />;
  const { month, rows } = data;
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  const schools = rows.filter(({ account }) => account.version > 0).length;
  const lines = [
    { says: c.classes, count: month ? sum(({ classes, signed }) => classes - signed) : 0, href: hrefOf(checksPlace) },
    {
      says: c.schools,
      count: month && ofSchools ? rows.length - schools : 0,
      href: hrefOf(checksPlace, {}, rows.length > 1 ? { only: 'unsigned' } : {}),
    },
    { says: c.open, count: sum(({ open }) => open), href: hrefOf(itemsPlace) },
    {
      says: c.overdue,
      count: sum(({ overdue }) => overdue),
      href: hrefOf(itemsPlace, {}, { only: rows.length > 1 ? 'late' : 'due' }),
    },
  ].filter(({ count }) => count > 0);
  return (
    <Card
      title={month ? `${w.title} · ${monthOf(month.month)}` : w.title}
      beside={
        month ? (
          <Door href={hrefOf(checksPlace)}>
            {rows.length > 1
              ? d.schoolsSigned(schools, rows.length)
              : d.classesSigned(
                  sum(({ signed }) => signed),
                  sum(({ classes }) => classes),
                )}
          </Door>
        ) : null
      }
    >
      {month ? null : <p>{w.noMonth}</p>}
      {month && lines.length === 0 ? <p>{c.done}</p> : null}
      <ul className="nol-card-lines">
        {lines.map(({ says, count, href }) => (
          <li key={says}>
            {says} <Door href={href}>{numberText(count)}</Door>
          </li>
        ))}
      </ul>
    </Card>
  );
}
