import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { dayWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import type { FollowUpView } from '../contract';
import { reportPlace, writeReportPlace } from './places';
import { kindSays, reportWords, unitSays } from './report-words';

type ReportDoorsProps = { readonly view: Pick<FollowUpView, 'childId' | 'reports' | 'mayWrite' | 'today'> };

/** The reports about a child with who has received them, and the door to the one that is due. */
export function ReportDoors({ view: { childId, reports, mayWrite, today } }: ReportDoorsProps) {
  const w = useWords(reportWords);
  const say = useSay();
  const { language } = useLanguage();
  const reads = holds(useSignedIn(), ['attendance.reports']);
  if (reports.length === 0 && mayWrite.length === 0) return null;
  const receipt = (unit: 'bureau' | 'township', day: string | null) =>
    day === null
      ? `${say(unitSays[unit])}${w.notReceived}`
      : `${say(unitSays[unit])}${w.received(dayWords(day, today, language))}`;
  return (
    <section aria-label={w.title}>
      <h3>{w.title}</h3>
      <ul className="nol-card-lines">
        {reports.map(({ reportId, number, received, township }) => (
          <li key={reportId}>
            {reads ? <Door href={hrefOf(reportPlace, { id: reportId })}>{number}</Door> : number} ·{' '}
            {receipt('bureau', received.bureau)}
            {township === '' ? '' : ` · ${receipt('township', received.township)}`}
          </li>
        ))}
        {mayWrite.map((kind) => (
          <li key={kind}>
            <Door href={hrefOf(writeReportPlace, { id: childId }, { kind })}>
              {kind === 'report' ? w.writeReport : say(kindSays.proposal)}
            </Door>
          </li>
        ))}
      </ul>
    </section>
  );
}
