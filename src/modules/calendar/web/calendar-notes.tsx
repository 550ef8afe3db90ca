import { Button } from 'antd';
import type { ReactNode } from 'react';
import { SourceLabel } from '../../../ui/desk/source-label';
import { calendarWords as dayInWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import type { CalendarView, TermView } from '../contract';
import type { CalendarAddress } from './calendar-page';
import { useExceptionSays } from './exception-says';
import type { WhoseList } from './use-whose';
import { calendarWords } from './words';

type NotesProps = { readonly view: CalendarView; readonly address: CalendarAddress; readonly whose: WhoseList };

/** What the year rests on, and what the bureau still has to do about it. */
export function CalendarNotes({ view, address, whose }: NotesProps) {
  const may = holds(useSignedIn(), ['calendar.change']);
  return (
    <aside className="cal-notes">
      <OpenPoints view={view} address={address} may={may} />
      <Terms view={view} address={address} may={may} />
      <Setting view={view} address={address} may={may} />
      <KeyPeriods view={view} today={whose.today} />
      <Holidays view={view} address={address} may={may} />
      <Exceptions view={view} address={address} whose={whose} may={may} />
    </aside>
  );
}

type PartProps = { readonly view: CalendarView; readonly address: CalendarAddress; readonly may: boolean };

function Part({ title, tool, children }: { readonly title: string; readonly tool?: ReactNode; readonly children: ReactNode }) {
  return (
    <section>
      <h2>
        {title}
        {tool}
      </h2>
      {children}
    </section>
  );
}

/** Opens the form of one thing; absent for whoever only reads. */
function SetButton({ address, task, says, may }: Omit<PartProps, 'view'> & { readonly task: string; readonly says: string }) {
  const w = useWords(calendarWords);
  if (!may) return null;
  return (
    <Button size="small" aria-label={`${w.setTerm} ${says}`} onClick={() => address.change({ task, day: undefined })}>
      {w.setTerm}
    </Button>
  );
}

function OpenPoints({ view, address, may }: PartProps) {
  const w = useWords(calendarWords);
  const say = useSay();
  if (view.open.length === 0 && view.holidaysUnknown.length === 0) return null;
  return (
    <section className="cal-open">
      <h2>{w.openPoints}</h2>
      <ul>
        {view.open.map((point) => (
          <li key={point.en}>{say(point)}</li>
        ))}
        {view.holidaysUnknown.map((year) => (
          <li key={year}>
            {w.holidaysUnknown(year)}{' '}
            {may ? (
              <button
                type="button"
                className="nol-link"
                onClick={() => address.change({ task: `holidays-${year}`, day: undefined })}
              >
                {w.enterHolidays(year)}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Terms({ view, address, may }: PartProps) {
  const w = useWords(calendarWords);
  return (
    <Part title={w.terms}>
      <ul>
        {([1, 2] as const).map((number) => {
          const found = view.terms.find(({ term }) => term.number === number);
          return (
            <li key={number}>
              <div className="cal-line">
                <b>{w.termNumber(number)}</b>
                <SetButton address={address} may={may} task={`term-${number}`} says={w.termNumber(number)} />
              </div>
              {found ? <TermSays term={found.term} schoolDays={found.schoolDays} /> : <div className="cal-quiet">{w.noTerm}</div>}
            </li>
          );
        })}
      </ul>
    </Part>
  );
}

function TermSays({ term, schoolDays }: { readonly term: TermView; readonly schoolDays: number }) {
  const w = useWords(calendarWords);
  return (
    <>
      <div>{w.termDays(term.firstDay, term.lastDay)}</div>
      <div className="cal-line cal-quiet">
        {w.schoolDays(schoolDays)}
        <SourceLabel source={term.confirmed ? 'county' : 'unconfirmed'} />
      </div>
    </>
  );
}

function Setting({ view, address, may }: PartProps) {
  const w = useWords(calendarWords);
  const { examDay, makeUpDaysTaught, version } = view.setting;
  return (
    <Part title={w.setting} tool={<SetButton address={address} may={may} task="setting" says={w.setting} />}>
      <ul>
        <li className="cal-line">
          <span>
            {w.exam} {examDay ?? ''}
          </span>
          {examDay === null ? <SourceLabel source="unconfirmed" /> : <SourceLabel source="county" />}
        </li>
        <li className="cal-line">
          <span>
            {w.makeUp}：{makeUpDaysTaught ? w.yes : w.no}
          </span>
          <SourceLabel source={version === 0 ? 'system' : 'county'} />
        </li>
      </ul>
    </Part>
  );
}

function KeyPeriods({ view, today }: { readonly view: CalendarView; readonly today: string }) {
  const w = useWords(calendarWords);
  const say = useSay();
  const { language } = useLanguage();
  const said = (day: string) => dayInWords(day, today, language);
  return (
    <Part title={w.keyPeriods} tool={<SourceLabel source="basis" />}>
      <ul>
        {view.keyPeriods.map(({ kind, name, days }) => (
          <li key={`${kind} ${days?.first}`}>
            <div>{say(name)}</div>
            <div className="cal-quiet">{days ? w.termDays(said(days.first), said(days.last)) : w.noDays}</div>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Holidays({ view, address, may }: PartProps) {
  const w = useWords(calendarWords);
  const years = [Number(view.first.slice(0, 4)), Number(view.last.slice(0, 4))];
  return (
    <Part title={w.holidays}>
      <ul>
        {years.map((year) => (
          <li key={year} className="cal-line">
            <button
              type="button"
              className="nol-link"
              onClick={() => address.change({ task: `holidays-${year}`, day: undefined })}
            >
              {w.holidaysOf(year)}
            </button>
            {view.holidaysUnknown.includes(year) && may ? <SourceLabel source="unconfirmed" /> : null}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Exceptions({ view, address, whose, may }: NotesProps & { readonly may: boolean }) {
  const w = useWords(calendarWords);
  const saysOf = useExceptionSays(whose);
  return (
    <Part title={w.exceptions}>
      {view.exceptions.length === 0 ? <div className="cal-quiet">{w.noExceptions}</div> : null}
      <ul>
        {view.exceptions.map((exception) => (
          <li key={exception.id}>
            <button type="button" className="nol-link" onClick={() => address.change({ day: exception.from, task: undefined })}>
              {saysOf(exception)}
            </button>
            <div className="cal-quiet">{exception.reason}</div>
          </li>
        ))}
      </ul>
      {may ? <div className="cal-quiet">{w.exceptionsHint}</div> : null}
    </Part>
  );
}
