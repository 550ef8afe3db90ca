import { lazy } from 'react';
import { opensOnPhone, type PhonePage } from '../../../../ui/phone/page';

/** The door to 请假; loaded with the first page that has it, so that the phone’s entry stays small. */
export const LeaveDoor = lazy(async () => ({ default: (await import('./leave-door')).LeaveDoor }));

/** 请假 on the phone: the list, one of it, and what leads to a new one. */
export const leavePhonePages: readonly PhonePage[] = [
  {
    key: 'leave',
    path: '/m/leave',
    permissions: ['leave.decide'],
    tab: { says: { zh: '请假', en: 'Leave' }, order: 30 },
    component: opensOnPhone(() => import('./leave-screen'), 'LeaveScreen'),
  },
  {
    key: 'leave-new',
    path: '/m/leave/new',
    permissions: ['leave.ask'],
    component: opensOnPhone(() => import('./choose-screen'), 'ChooseScreen'),
  },
  {
    key: 'leave-ask',
    path: '/m/leave/ask/:id',
    permissions: ['leave.ask'],
    component: opensOnPhone(() => import('./ask-screen'), 'AskScreen'),
  },
  {
    key: 'leave-link',
    path: '/m/leave/link/:id',
    permissions: ['leave.ask'],
    component: opensOnPhone(() => import('./link-screen'), 'LinkScreen'),
  },
  {
    key: 'leave-one',
    path: '/m/leave/:id',
    permissions: ['leave.decide'],
    component: opensOnPhone(() => import('./one-screen'), 'OneScreen'),
  },
];

/** What the page of a link loads; it lies before the sign-in. */
export const loadGuardianPage = () => import('./guardian-page');
