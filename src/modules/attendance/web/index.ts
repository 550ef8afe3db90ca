import { lazy } from 'react';
import type { ChildPanel } from '../../children/web/index';

export { attendancePages } from './pages';

/** What the page of a child says of its days. */
export const attendancePanels: readonly ChildPanel[] = [
  {
    key: 'attendance',
    order: 15,
    permissions: ['attendance.see'],
    component: lazy(async () => ({ default: (await import('./child-panel')).AttendancePanel })),
  },
];
