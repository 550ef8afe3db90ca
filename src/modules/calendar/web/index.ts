import { type DeskPage, opens } from '../../../ui/desk/page';
import { calendarPlace } from './places';

/** The page of the school calendar. */
export const calendarPages: readonly DeskPage[] = [
  {
    key: 'calendar',
    place: calendarPlace,
    says: { zh: '校历', en: 'School calendar' },
    permissions: [],
    menu: { group: 'settings', order: 20 },
    component: opens(() => import('./calendar-page'), 'CalendarPage'),
  },
];
