import type { z } from 'zod';
import { contract } from '../../../ui/shared/contract';
import type { Area, School } from '../../area/index';
import type {
  CalendarQuery,
  CalendarView,
  ExceptionRemoval,
  ExceptionView,
  HolidaysChange,
  HolidaysView,
  NewException,
  TermChange,
  TermView,
  YearSettingChange,
  YearSettingView,
} from '../contract';

type OfYear = { schoolYear: string };

export const getCalendar = contract<{ params: OfYear; query: CalendarQuery; answer: CalendarView }>(
  'GET',
  '/api/calendar/:schoolYear',
);
export const changeTerm = contract<{ params: OfYear & { number: string }; body: TermChange; answer: TermView }>(
  'PUT',
  '/api/calendar/:schoolYear/terms/:number',
);
export const changeYearSetting = contract<{ params: OfYear; body: YearSettingChange; answer: YearSettingView }>(
  'PUT',
  '/api/calendar/:schoolYear/setting',
);
export const getHolidays = contract<{ params: { year: string }; answer: HolidaysView }>('GET', '/api/public-holidays/:year');
export const changeHolidays = contract<{
  params: { year: string };
  body: z.input<typeof HolidaysChange>;
  answer: HolidaysView;
}>('PUT', '/api/public-holidays/:year');
export const addException = contract<{ body: NewException; answer: ExceptionView }>('POST', '/api/calendar-exceptions', {
  creates: true,
});
export const takeBackException = contract<{ params: { id: string }; body: ExceptionRemoval; answer: ExceptionView }>(
  'PUT',
  '/api/calendar-exceptions/:id/end',
);

/** Names of places and schools; the day is the server's. */
export const getAreas = contract<{ answer: { day: string; areas: readonly Area[] } }>('GET', '/api/areas');
export const getSchools = contract<{
  query: { size: number; state?: 'all' };
  answer: { rows: readonly School[]; total: number };
}>('GET', '/api/schools');
