import { type KeyboardEvent, useMemo, useState } from 'react';
import { type Day, formatDay, parseDay } from '../../../kernel/day';
import { calendarWords as dayInWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import type { CalendarView } from '../contract';
import type { CalendarAddress } from './calendar-page';
import { type DayKind, isTaught, monthsOf, type YearDay, type YearMonth } from './day-sign';
import { calendarWords, weekdays } from './words';

/** Days that an arrow key goes on. */
const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
  PageUp: -28,
  PageDown: 28,
};

type YearMonthsProps = { readonly view: CalendarView; readonly address: CalendarAddress; readonly today: Day };

/** A school year as twelve months. One day is reached by Tab, the others from it by the arrow keys; Enter opens one. */
export function YearMonths({ view, address, today }: YearMonthsProps) {
  const w = useWords(calendarWords);
  const months = useMemo(() => monthsOf(view), [view]);
  const [at, setAt] = useState<Day>();
  const inYear = (day: Day | undefined) => day !== undefined && day >= view.first && day <= view.last;
  const stop = [at, address.search.day, today].find(inYear) ?? view.first;
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key];
    const from = event.target instanceof HTMLElement ? parseDay(event.target.dataset.day ?? '') : undefined;
    if (step === undefined || from === undefined) return;
    event.preventDefault();
    const day = formatDay(from + step);
    if (!inYear(day)) return;
    setAt(day);
    event.currentTarget.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  };
  return (
    <section aria-label={w.months} className="cal-year">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the days within, which are buttons */}
      <div className="cal-months" onKeyDown={walk}>
        {months.map((month) => (
          <Month
            key={month.month}
            month={month}
            today={today}
            stop={stop}
            opened={address.search.day}
            onOpen={(day) => {
              setAt(day);
              address.change({ day, task: undefined });
            }}
          />
        ))}
      </div>
      <Legend />
    </section>
  );
}

type MonthProps = {
  readonly month: YearMonth;
  readonly today: Day;
  readonly stop: Day;
  readonly opened: Day | undefined;
  readonly onOpen: (day: Day) => void;
};

function Month({ month, today, stop, opened, onOpen }: MonthProps) {
  const w = useWords(calendarWords);
  const { language } = useLanguage();
  const [first] = month.days;
  const before = first ? Array.from({ length: first.weekday }, (_, place) => weekdays.zh[place]) : [];
  const weeks = [0, 1, 2, 3, 4, 5].map((week) =>
    month.days.filter(({ date }) => Math.floor((date - 1 + before.length) / 7) === week),
  );
  const title = w.month(month.year, month.month);
  return (
    <table className="cal-month" aria-label={title}>
      <caption>
        <b>{title}</b> <span>{w.monthDays(month.taught)}</span>
      </caption>
      <thead>
        <tr>
          {weekdays[language].map((name, place) => (
            <th key={weekdays.zh[place]} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((days, week) => {
          const [start] = days;
          return start ? (
            <tr key={start.day}>
              {week === 0 ? before.map((name) => <td key={name} />) : null}
              {days.map((day) => (
                <DayCell key={day.day} day={day} {...{ today, stop, opened, onOpen }} />
              ))}
            </tr>
          ) : null;
        })}
      </tbody>
    </table>
  );
}

type DayCellProps = Omit<MonthProps, 'month'> & { readonly day: YearDay };

function DayCell({ day, today, stop, opened, onOpen }: DayCellProps) {
  const { language } = useLanguage();
  const sign = useSigns()[day.kind];
  const says = useDaySays();
  const label = `${dayInWords(day.day, today, language)} ${says(day)}`;
  const classes = ['cal-day', `cal-${day.kind}`, day.day === today ? 'cal-today' : '', day.day === opened ? 'cal-opened' : ''];
  return (
    <td>
      <button
        type="button"
        data-day={day.day}
        data-sign={sign}
        className={classes.filter(Boolean).join(' ')}
        tabIndex={day.day === stop ? 0 : -1}
        aria-label={label}
        aria-current={day.day === today ? 'date' : undefined}
        title={label}
        onClick={() => onOpen(day.day)}
      >
        {day.date}
      </button>
    </td>
  );
}

/** The sign at the corner of a day, in the language of the page; a day that is as usual has none. */
function useSigns(): Partial<Record<DayKind, string>> {
  const w = useWords(calendarWords);
  return {
    holiday: w.signHoliday,
    makeUp: w.signMakeUp,
    closed: w.signClosed,
    extra: w.signExtra,
    opening: w.signOpening,
  };
}

/** A day in words: the reason that the server gives, else what kind of day it is. */
export function useDaySays(): (day: YearDay) => string {
  const w = useWords(calendarWords);
  const say = useSay();
  const usual: Partial<Record<DayKind, string>> = { weekend: w.weekend, vacation: w.vacation, unknown: w.unknown };
  return ({ kind, says }) => {
    const reason = says ? say(says) : usual[kind];
    if (kind === 'unknown') return w.unknown;
    const what = isTaught(kind) ? w.taught : w.free;
    return reason === undefined ? what : `${what}，${reason}`;
  };
}

function Legend() {
  const w = useWords(calendarWords);
  const signs = useSigns();
  const kinds = [
    ['holiday', w.legendHoliday],
    ['makeUp', w.legendMakeUp],
    ['closed', w.legendClosed],
    ['extra', w.legendExtra],
    ['opening', w.legendOpening],
    ['unknown', w.legendUnknown],
  ] as const;
  return (
    <ul className="cal-legend" aria-label={w.legend}>
      {kinds.map(([kind, says]) => (
        <li key={kind}>
          <span className={`cal-day cal-${kind}`} data-sign={signs[kind]} aria-hidden="true" />
          {says}
        </li>
      ))}
    </ul>
  );
}
