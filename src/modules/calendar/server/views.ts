import { formatDay } from '../../../kernel/day';
import type { Sentence } from '../../../kernel/refusal';
import { daysOfSchoolYear } from '../../area/index';
import type { CalendarView, HolidaysView, TermView, YearSettingView } from '../contract';
import { numberOf } from '../rules/day-kind';
import type { CalendarOf } from '../rules/exception';
import { exceptionsFor } from '../rules/exception';
import type { HolidayYear } from '../rules/holidays';
import { keyPeriodsOf } from '../rules/key-periods';
import type { SchoolCalendar } from '../rules/school-calendar';
import { termName } from '../rules/term';
import { examUnknown, toBeConfirmed } from '../words';
import { type CalendarBook, calendarFrom, MAKE_UP_DAYS_TAUGHT } from './book';
import type { StoredHolidays, StoredTerm, YearSetting } from './store';

/** A term as it goes over the wire. */
export function termView({ changedAt, ...term }: StoredTerm): TermView {
  return { ...term, name: termName(term), changedAt: changedAt.toISOString() };
}

/** The setting of a school year, or the usual where nothing was set. */
export function settingView(schoolYear: string, setting: YearSetting | undefined): YearSettingView {
  return (
    setting ?? {
      schoolYear,
      examDay: null,
      makeUpDaysTaught: MAKE_UP_DAYS_TAUGHT,
      source: toBeConfirmed.zh,
      reason: toBeConfirmed.zh,
      version: 0,
    }
  );
}

/** The public holidays of a year: the county's own, else the package's. */
export function holidaysView(year: number, own: StoredHolidays | undefined, shipped: HolidayYear | undefined): HolidaysView {
  if (own) return { year, from: 'county', days: own.days, source: own.source, version: own.version };
  const days = (shipped?.days ?? []).map(({ day, name, off }) => ({ day, name: name.zh, off }));
  const sorted = days.sort((a, b) => (a.day < b.day ? -1 : 1));
  return { year, from: shipped ? 'package' : 'none', days: sorted, source: shipped ? 'chinese-days' : '', version: 0 };
}

/** One school year of a place, day by day, with what still has to be done about it. */
export function calendarView(schoolYear: string, book: CalendarBook, whose: CalendarOf): CalendarView {
  const { first, last } = daysOfSchoolYear(schoolYear);
  const calendar = calendarFrom(book, whose);
  const terms = book.terms.filter((term) => term.schoolYear === schoolYear);
  const setting = book.settings.find((one) => one.schoolYear === schoolYear);
  const exceptions = exceptionsFor(book.exceptions, whose).filter(({ from, until }) => from <= last && until >= first);
  return {
    schoolYear,
    first,
    last,
    ...dayByDay(first, last, calendar),
    terms: terms.map((term) => ({ term: termView(term), schoolDays: calendar.schoolDaysBetween(term.firstDay, term.lastDay) })),
    setting: settingView(schoolYear, setting),
    keyPeriods: keyPeriodsOf(schoolYear, terms, setting?.examDay ?? undefined).map(({ kind, name, days }) => ({
      kind,
      name,
      days: days ?? null,
    })),
    exceptions: book.exceptions.filter(({ id }) => exceptions.some((one) => one.id === id)),
    open: openPoints(schoolYear, terms, setting, calendar),
    holidaysUnknown: calendar.holidaysUnknown.filter((year) => terms.some((term) => spans(term, year))),
  };
}

function dayByDay(first: string, last: string, calendar: SchoolCalendar) {
  let days = '';
  const notes: CalendarView['notes'][number][] = [];
  for (let number = numberOf(first); number <= numberOf(last); number++) {
    const day = formatDay(number);
    const taught = calendar.isSchoolDay(day);
    const known = calendar.doubtAbout(day, day)?.code !== 'term-unknown';
    days += taught ? '1' : known ? '0' : '?';
    const says = calendar.noteOn(day);
    if (says) notes.push({ day, taught, says });
  }
  return { days, notes };
}

/** What the county has to do before anybody may rely on the calendar. */
function openPoints(
  schoolYear: string,
  terms: readonly StoredTerm[],
  setting: YearSetting | undefined,
  calendar: SchoolCalendar,
): readonly Sentence[] {
  const missing = ([1, 2] as const).filter((number) => !terms.some((term) => term.number === number));
  const { first, last } = daysOfSchoolYear(schoolYear);
  const doubt = missing.length > 0 ? undefined : calendar.doubtAbout(first, last);
  return [
    ...missing.map((number) => lacking(termName({ schoolYear, number }))),
    ...terms.filter(({ confirmed }) => !confirmed).map((term) => unconfirmed(termName(term))),
    ...(setting?.examDay ? [] : [examUnknown]),
    ...(doubt ? [doubt.says] : []),
  ];
}

function lacking({ zh, en }: Sentence): Sentence {
  return { zh: `还没有录入${zh}，这段时间不知道上不上课。`, en: `The ${en} is not entered, so its days are not known.` };
}

function unconfirmed({ zh, en }: Sentence): Sentence {
  return { zh: `${zh}的日期是占位，${toBeConfirmed.zh}。`, en: `The days of the ${en} are a proposal, ${toBeConfirmed.en}.` };
}

function spans({ firstDay, lastDay }: StoredTerm, year: number): boolean {
  return Number(firstDay.slice(0, 4)) <= year && year <= Number(lastDay.slice(0, 4));
}
