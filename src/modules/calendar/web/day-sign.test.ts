import { expect, it } from 'vitest';
import { daysOfSchoolYear } from '../../area/index';
import type { CalendarView } from '../contract';
import { monthsOf } from './day-sign';

const says = { zh: '原因', en: 'why' };
const term: CalendarView['terms'][number] = {
  schoolDays: 0,
  term: {
    schoolYear: '2024-2025',
    number: 1,
    name: says,
    opensDay: '2024-09-01',
    firstDay: '2024-09-02',
    lastDay: '2025-01-10',
    confirmed: true,
    source: '县教育局校历',
    reason: '年度校历',
    version: 1,
    changedAt: '2024-08-20T00:00:00Z',
  },
};

/** A school year in which nothing is said but what is given: days taught, days with a note, exceptions. */
function year(given: {
  taught?: readonly string[];
  noted?: readonly string[];
  closed?: string;
  extra?: string;
  unknown?: boolean;
}) {
  const { first, last } = daysOfSchoolYear('2024-2025');
  const exception = { tree: 'county' as const, path: '211324/', grades: [], reason: '暴雪', version: 1 };
  const view: CalendarView = {
    schoolYear: '2024-2025',
    first,
    last,
    days: Array.from({ length: 365 }, (_, place) => {
      const day = new Date(Date.parse(first) + place * 86_400_000).toISOString().slice(0, 10);
      return given.unknown ? '?' : given.taught?.includes(day) ? '1' : '0';
    }).join(''),
    notes: (given.noted ?? []).map((day) => ({ day, taught: given.taught?.includes(day) ?? false, says })),
    terms: [term],
    setting: { schoolYear: '2024-2025', examDay: null, makeUpDaysTaught: true, source: '', reason: '', version: 0 },
    keyPeriods: [],
    exceptions: [
      ...(given.closed ? [{ ...exception, id: 'a', from: given.closed, until: given.closed, kind: 'closed' as const }] : []),
      ...(given.extra ? [{ ...exception, id: 'b', from: given.extra, until: given.extra, kind: 'taught' as const }] : []),
    ],
    open: [],
    holidaysUnknown: [],
  };
  return view;
}

function kindOn(view: CalendarView, day: string) {
  return monthsOf(view)
    .flatMap(({ days }) => days)
    .find((each) => each.day === day)?.kind;
}

it('draws twelve months from September to August, the first of September 2024 a Sunday', () => {
  const months = monthsOf(year({}));
  expect(months.map(({ month }) => month)).toEqual([9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(months[0]?.days[0]?.weekday).toBe(6);
  expect(months.flatMap(({ days }) => days)).toHaveLength(365);
});

it('tells a public holiday, a weekend taught instead, a closed day, an extra day and the day children come back apart', () => {
  const view = year({
    taught: ['2024-09-02', '2024-09-14', '2024-11-16'],
    noted: ['2024-09-01', '2024-09-14', '2024-10-01', '2024-11-15', '2024-11-16'],
    closed: '2024-11-15',
    extra: '2024-11-16',
  });
  const days = ['2024-09-01', '2024-09-02', '2024-09-14', '2024-10-01', '2024-11-15', '2024-11-16', '2024-11-17', '2025-02-03'];
  expect(days.map((day) => kindOn(view, day))).toEqual([
    'opening',
    'taught',
    'makeUp',
    'holiday',
    'closed',
    'extra',
    'weekend',
    'vacation',
  ]);
});

it('counts as school days of a month those on which children are taught, for whichever reason', () => {
  const view = year({ taught: ['2024-09-02', '2024-09-14'], noted: ['2024-09-14'] });
  expect(monthsOf(view)[0]?.taught).toBe(2);
});

it('never draws a day that is not known as one without lessons', () => {
  expect(kindOn(year({ unknown: true }), '2025-03-03')).toBe('unknown');
});
