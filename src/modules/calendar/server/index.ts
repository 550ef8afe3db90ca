export { permissions } from '../permissions';
export { seedCalendar } from './actions';
export { type CalendarBook, calendarFrom, loadSchoolCalendar, readBook } from './book';
export { routes } from './routes';
