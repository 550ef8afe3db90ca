import { useState } from 'react';
import { useAnswer } from '../../../ui/desk/answers';
import { Card } from '../../../ui/desk/blocks';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useSay, useWords } from '../../../ui/shared/language';
import { useToday } from '../../../ui/shared/server-context';
import type { ChildDaysView } from '../contract';
import { type Mark, verdictOf } from '../rules/marks';
import { lastDayOf, weeksOf } from '../rules/month';
import { getChildDays, getFollowUp } from './calls';
import { ContactList } from './contact-list';
import { DutyList } from './duty-list';
import { LadderList } from './ladder-list';
import { MonthSwitch } from './month-switch';
import { getChildSigns } from './pattern-calls';
import { ReportDoors } from './report-doors';
import { SignList } from './sign-list';
import { markSays, monthWords } from './words';
import './attendance.css';

/** 考勤: how the days of a child went, a month at a time; a day on which its class was not called says nothing. */
export function AttendancePanel({ childId }: { readonly childId: string }) {
  const w = useWords(monthWords);
  const today = useToday();
  const [month, setMonth] = useState(today.slice(0, 7));
  const span = { from: `${month}-01`, to: lastDayOf(month) };
  const { data, error, refetch } = useAnswer(getChildDays, { params: { id: childId }, query: span }, { keeps: true });
  return (
    <Card title={w.title} beside={<MonthSwitch month={month} onMonth={setMonth} />}>
      {error ? <ErrorState refused={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingState rows={3} /> : null}
      {data ? <Month month={month} days={data.days} /> : null}
      <FollowUp childId={childId} />
    </Card>
  );
}

/** What was done about the child while it was away. */
function FollowUp({ childId }: { readonly childId: string }) {
  const { data } = useAnswer(getFollowUp, { params: { id: childId } });
  const signs = useAnswer(getChildSigns, { params: { id: childId } });
  if (!data) return null;
  return (
    <>
      {signs.data ? <SignList signs={signs.data.signs} /> : null}
      <DutyList obligations={data.obligations} today={data.today} />
      {data.absence ? <LadderList ladder={data.ladder} days={data.absence.days} closer={data.absence.closer} /> : null}
      <ReportDoors view={data} />
      <ContactList contacts={data.contacts} today={data.today} effects={signs.data?.effects} />
    </>
  );
}

type Days = ChildDaysView['days'];

function Month({ month, days }: { readonly month: string; readonly days: Days }) {
  const w = useWords(monthWords);
  const of = new Map<string, Days[number][]>();
  for (const day of days) of.set(day.day, [...(of.get(day.day) ?? []), day]);
  return (
    <>
      <table className="attendance-month">
        <thead>
          <tr>
            {w.weekdays.split(' ').map((weekday) => (
              <th key={weekday} scope="col">
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {week.map((day, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the seven places of a week
                <DayCell key={at} day={day} parts={day === null ? [] : (of.get(day) ?? [])} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>{sumOf(days, w)}</p>
    </>
  );
}

function DayCell({ day, parts }: { readonly day: string | null; readonly parts: Days }) {
  const w = useWords(monthWords);
  const say = useSay();
  if (day === null) return <td />;
  const marks = parts.flatMap(({ mark }): readonly Mark[] => (mark === null || mark === 'back' ? [] : [mark]));
  const [mark] = marks;
  const word = parts.length === 0 ? '' : mark === undefined ? w.here : say(markSays[mark]);
  return (
    <td className={parts.length === 0 ? undefined : `attendance-day-${mark ?? 'here'}`}>
      {Number(day.slice(8))}
      <span>{word}</span>
    </td>
  );
}

function sumOf(
  days: Days,
  w: { readonly none: string; readonly sum: (called: number, absent: number, leave: number) => string },
): string {
  if (days.length === 0) return w.none;
  const count = (verdict: string) => days.filter(({ mark }) => verdictOf(mark ?? undefined) === verdict).length;
  return w.sum(days.length, count('absent'), count('leave'));
}
