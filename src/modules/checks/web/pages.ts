import { type DeskPage, opens } from '../../../ui/desk/page';
import { accountPlace, checksPlace, itemsPlace, sheetPlace } from './places';

/** The desktop pages of this module. */
export const checkPages: readonly DeskPage[] = [
  {
    key: 'checks',
    place: checksPlace,
    says: { zh: '一月一核', en: 'Monthly check' },
    permissions: ['check.see'],
    menu: { group: 'roll', order: 40 },
    component: opens(() => import('./checks-page'), 'ChecksPage'),
  },
  {
    key: 'check-items',
    place: itemsPlace,
    says: { zh: '差异单', en: 'Differences' },
    permissions: ['check.see'],
    menu: { group: 'roll', order: 41 },
    component: opens(() => import('./items-page'), 'ItemsPage'),
  },
  {
    key: 'check-sheet',
    place: sheetPlace,
    says: { zh: '班级月核', en: 'Check of a class' },
    permissions: ['check.see'],
    component: opens(() => import('./sheet-page'), 'SheetPage'),
  },
  {
    key: 'check-account',
    place: accountPlace,
    says: { zh: '月核账单', en: 'Account and list' },
    permissions: ['check.school'],
    component: opens(() => import('./account-page'), 'AccountPage'),
  },
];
