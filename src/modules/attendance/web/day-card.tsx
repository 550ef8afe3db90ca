import { useAnswer } from '../../../ui/desk/answers';
import { Card } from '../../../ui/desk/blocks';
import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useSay, useWords } from '../../../ui/shared/language';
import { numberText } from '../../../ui/shared/numbers';
import { getAbsences, getSchools } from './calls';
import { followWords } from './follow-words';
import { absencesPlace, dayPlace } from './places';
import { attendanceWords, deskWords } from './words';

/** 今天到校 on the start page: the classes that nobody has called yet, and the children who are away. */
export function DayCard() {
  const w = useWords(attendanceWords);
  const d = useWords(deskWords);
  const f = useWords(followWords);
  const say = useSay();
  const day = useAnswer(getSchools, { query: {} });
  const away = useAnswer(getAbsences, { query: {} });
  const refused = day.error ?? away.error;
  if (refused) return <ErrorState refused={refused} onRetry={() => void Promise.all([day.refetch(), away.refetch()])} />;
  if (!day.data || !away.data) return <LoadingState rows={2} />;
  const classes = day.data.rows.reduce((sum, row) => sum + row.classes, 0);
  const called = day.data.rows.reduce((sum, row) => sum + row.called, 0);
  const lines = [
    { says: d.open, count: classes - called, href: hrefOf(dayPlace, {}, { only: 'open' }) },
    { says: f.title, count: away.data.rows.length, href: hrefOf(absencesPlace) },
    { says: f.toDo, count: away.data.due, href: hrefOf(absencesPlace, {}, { mine: 'yes' }) },
  ];
  return (
    <Card title={w.title} beside={<Door href={hrefOf(dayPlace)}>{d.called(called, classes)}</Door>}>
      {day.data.noSchool ? <p>{w.noSchool(say(day.data.noSchool))}</p> : null}
      {classes === 0 ? <p>{d.noClasses}</p> : null}
      <ul className="nol-card-lines">
        {lines
          .filter(({ count }, at) => count > 0 && (at > 0 || !day.data?.noSchool))
          .map(({ says, count, href }) => (
            <li key={says}>
              {says} <Door href={href}>{numberText(count)}</Door>
            </li>
          ))}
      </ul>
    </Card>
  );
}
