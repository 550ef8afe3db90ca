import type { Keeper } from '../../../../ui/outbox/start';
import { opensOnPhone, type PhonePage } from '../../../../ui/phone/page';

/** What the phone keeps of a class once its roll was taken; loaded when the first one was. */
export const rollKeepers: Readonly<Record<string, Keeper>> = {
  'class-roll': async (answer) => (await import('./taking')).keepTaken(answer),
};

/** 到校 on the phone: the classes one calls, and one of them. */
export const attendancePhonePages: readonly PhonePage[] = [
  {
    key: 'classes',
    path: '/m/classes',
    permissions: ['attendance.take'],
    tab: { says: { zh: '到校', en: 'Here' }, order: 5 },
    component: opensOnPhone(() => import('./classes-screen'), 'ClassesScreen'),
  },
  {
    key: 'class-roll',
    path: '/m/classes/:id',
    permissions: ['attendance.take'],
    component: opensOnPhone(() => import('./roll-screen'), 'RollScreen'),
  },
  {
    key: 'absences',
    path: '/m/absences',
    permissions: ['attendance.contact'],
    component: opensOnPhone(() => import('./absences-screen'), 'AbsencesScreen'),
  },
  {
    key: 'absence',
    path: '/m/absences/:id',
    permissions: ['attendance.contact'],
    component: opensOnPhone(() => import('./follow-screen'), 'FollowScreen'),
  },
  {
    key: 'absence-reports',
    path: '/m/reports',
    permissions: ['attendance.receive'],
    tab: { says: { zh: '缺课报告', en: 'Reports' }, order: 12 },
    component: opensOnPhone(() => import('./reports-screen'), 'ReportsScreen'),
  },
  {
    key: 'absence-report',
    path: '/m/reports/:id',
    permissions: ['attendance.receive'],
    component: opensOnPhone(() => import('./report-screen'), 'ReportScreen'),
  },
];
