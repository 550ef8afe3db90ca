import { lazy } from 'react';
import { opensOnPhone, type PhonePage } from '../../../../ui/phone/page';

/** The door to 一月一核, with the classes that wait to be signed; loaded with the first page that has it. */
export const CheckDoor = lazy(async () => ({ default: (await import('./check-door')).CheckDoor }));

/** 一月一核 on the phone: the classes one signs, and one of them. */
export const checkPhonePages: readonly PhonePage[] = [
  {
    key: 'checks',
    path: '/m/checks',
    permissions: ['check.sign'],
    tab: { says: { zh: '月核', en: 'Check' }, order: 35 },
    component: opensOnPhone(() => import('./checks-screen'), 'ChecksScreen'),
  },
  {
    key: 'check-sheet',
    path: '/m/checks/:id',
    permissions: ['check.sign'],
    component: opensOnPhone(() => import('./sheet-screen'), 'SheetScreen'),
  },
];
