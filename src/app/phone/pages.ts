import type { ComponentType } from 'react';
import { attendancePhonePages, rollKeepers } from '../../modules/attendance/web/phone';
import { CheckDoor, checkPhonePages } from '../../modules/checks/web/phone';
import { childPhonePages } from '../../modules/children/web/phone';
import { leavePhonePages } from '../../modules/leave/web/phone';
import { reportPhonePages } from '../../modules/reports/web/phone';
import { screeningPhonePages } from '../../modules/screening/web/phone';
import { standingPhonePages } from '../../modules/standing/web/phone';
import { verificationPhonePages } from '../../modules/verification/web/phone';
import type { Keeper } from '../../ui/outbox/start';
import { opensOnPhone, type PhonePage } from '../../ui/phone/page';

/** What modules keep of the server's answers to what came out of the box. */
export const keepers: Readonly<Record<string, Keeper>> = rollKeepers;

/** What waits for whoever begins the day with the classes. */
export const doors: readonly ComponentType[] = [CheckDoor];

/** Every phone page: those of the modules, and at the end our own. */
export const pages: readonly PhonePage[] = [
  ...attendancePhonePages,
  ...checkPhonePages,
  ...leavePhonePages,
  ...childPhonePages,
  ...standingPhonePages,
  ...verificationPhonePages,
  ...screeningPhonePages,
  ...reportPhonePages,
  {
    key: 'me-password',
    path: '/m/me/password',
    permissions: [],
    component: opensOnPhone(() => import('./password-page'), 'PasswordPage'),
  },
  {
    key: 'me-devices',
    path: '/m/me/devices',
    permissions: [],
    component: opensOnPhone(() => import('./devices-page'), 'DevicesPage'),
  },
  {
    key: 'me-authenticator',
    path: '/m/me/authenticator',
    permissions: [],
    component: opensOnPhone(() => import('./authenticator-page'), 'AuthenticatorPage'),
  },
  {
    key: 'me-codes',
    path: '/m/me/codes',
    permissions: [],
    component: opensOnPhone(() => import('./codes-page'), 'CodesPage'),
  },
  {
    key: 'outbox',
    path: '/m/outbox',
    permissions: [],
    component: opensOnPhone(() => import('./outbox-screen'), 'OutboxScreen'),
  },
  {
    key: 'me',
    path: '/m/me',
    permissions: [],
    tab: { says: { zh: '我的', en: 'Me' }, order: 99 },
    component: opensOnPhone(() => import('./me-page'), 'MePage'),
  },
];
