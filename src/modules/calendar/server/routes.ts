import { absent } from '../../../kernel/refusal';
import { type ReadTrx, readAs } from '../../../platform/db';
import type { House } from '../../../platform/house';
import { type RouteFacts, routesOf } from '../../../platform/http';
import { pathOfCode, yearOfBegin } from '../../area/index';
import { findSchool } from '../../area/server';
import {
  CalendarParams,
  CalendarQuery,
  CalendarView,
  ExceptionParams,
  ExceptionRemoval,
  ExceptionView,
  HolidayParams,
  HolidaysChange,
  HolidaysView,
  NewException,
  TermChange,
  TermParams,
  TermView,
  YearSettingChange,
  YearSettingView,
} from '../contract';
import { permissions } from '../permissions';
import type { CalendarOf } from '../rules/exception';
import { things } from '../words';
import { addException, changeHolidays, changeTerm, changeYearSetting, takeBackException } from './actions';
import { readBook, shippedHolidays } from './book';
import { listHolidayYears } from './store';
import { calendarView, holidaysView } from './views';

const route = routesOf<House>();
const changing = permissions['calendar.change'];

/** The school calendar, which everybody reads and the bureau keeps. */
export const routes: readonly RouteFacts<House>[] = [
  route({
    method: 'GET',
    url: '/api/calendar/:schoolYear',
    says: { zh: '查看校历', en: 'See the school calendar' },
    who: 'signed-in',
    params: CalendarParams,
    query: CalendarQuery,
    response: CalendarView,
    handle: ({ db, context, params: { schoolYear }, query }) =>
      readAs(db, context, async (trx) => {
        if (yearOfBegin(schoolYear) === undefined) throw absent(things.schoolYear);
        return calendarView(schoolYear, await readBook(trx), await placeOf(trx, query));
      }),
  }),
  route({
    method: 'PUT',
    url: '/api/calendar/:schoolYear/terms/:number',
    says: { zh: '设定学期', en: 'Set a term' },
    who: changing,
    params: TermParams,
    body: TermChange,
    response: TermView,
    handle: ({ db, context, params, body }) => changeTerm(db, context, params.schoolYear, params.number === '1' ? 1 : 2, body),
  }),
  route({
    method: 'PUT',
    url: '/api/calendar/:schoolYear/setting',
    says: { zh: '设定中考日期和调休上课', en: 'Set the day of the 中考 and lessons on working weekends' },
    who: changing,
    params: CalendarParams,
    body: YearSettingChange,
    response: YearSettingView,
    handle: ({ db, context, params, body }) => changeYearSetting(db, context, params.schoolYear, body),
  }),
  route({
    method: 'GET',
    url: '/api/public-holidays/:year',
    says: { zh: '查看一年的放假安排', en: 'See the public holidays of a year' },
    who: 'signed-in',
    params: HolidayParams,
    response: HolidaysView,
    handle: ({ db, context, params: { year } }) =>
      readAs(db, context, async (trx) => {
        const own = (await listHolidayYears(trx)).find((one) => one.year === year);
        return holidaysView(
          year,
          own,
          shippedHolidays().find((one) => one.year === year),
        );
      }),
  }),
  route({
    method: 'PUT',
    url: '/api/public-holidays/:year',
    says: { zh: '录入一年的放假安排', en: 'Enter the public holidays of a year' },
    who: changing,
    params: HolidayParams,
    body: HolidaysChange,
    response: HolidaysView,
    handle: ({ db, context, params, body }) => changeHolidays(db, context, params.year, body),
  }),
  route({
    method: 'POST',
    url: '/api/calendar-exceptions',
    says: { zh: '登记停课或补课', en: 'Say that days are closed or taught' },
    who: changing,
    creates: true,
    body: NewException,
    response: ExceptionView,
    handle: ({ db, context, body }) => addException(db, context, body),
  }),
  route({
    method: 'PUT',
    url: '/api/calendar-exceptions/:id/end',
    says: { zh: '撤销停课或补课', en: 'Take back that days are closed or taught' },
    who: changing,
    params: ExceptionParams,
    body: ExceptionRemoval,
    response: ExceptionView,
    handle: ({ db, context, params, body }) => takeBackException(db, context, params.id, body),
  }),
];

/** A school stands in its township, whose exceptions hold for it too; names of schools are public. */
async function placeOf(trx: ReadTrx, { area, school: id, grade }: CalendarQuery): Promise<CalendarOf> {
  if (id === undefined) return { area: area === undefined ? undefined : pathOfCode(area), grade };
  const school = await findSchool(trx, { county: true, areas: [], schools: [] }, id);
  if (school === undefined) throw absent(things.place);
  return { area: school.areaPath, school: school.path, grade };
}
