import { lazy } from 'react';
import { opens, type StartCard } from '../../../ui/desk/page';
import type { ChildPanel } from '../../children/web/index';

export { attendancePages } from './pages';

/** What the start page says of the day. */
export const attendanceCards: readonly StartCard[] = [
  { key: 'attendance', order: 25, permissions: ['attendance.see'], component: opens(() => import('./day-card'), 'DayCard') },
  {
    key: 'absence-reports',
    order: 26,
    permissions: ['attendance.receive'],
    component: opens(() => import('./report-card'), 'ReportCard'),
  },
];

/** What the page of a child says of its days. */
export const attendancePanels: readonly ChildPanel[] = [
  {
    key: 'attendance',
    order: 15,
    permissions: ['attendance.see'],
    component: lazy(async () => ({ default: (await import('./child-panel')).AttendancePanel })),
  },
];
