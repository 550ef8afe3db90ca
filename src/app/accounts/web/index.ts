import { type DeskPage, opens } from '../../../ui/desk/page';
import { accountsPlace, batchPlace, grantsPlace, mePlace } from './places';

/** The pages of accounts and rights, and of one's own account. */
export const accountPages: readonly DeskPage[] = [
  {
    key: 'accounts',
    place: accountsPlace,
    says: { zh: '账号', en: 'Accounts' },
    permissions: ['account.see'],
    menu: { group: 'admin', order: 10 },
    component: opens(() => import('./accounts-page'), 'AccountsPage'),
  },
  {
    key: 'accounts-batch',
    place: batchPlace,
    says: { zh: '成批建账号', en: 'Accounts from a sheet' },
    permissions: ['account.change'],
    component: opens(() => import('./batch-page'), 'BatchPage'),
  },
  {
    key: 'grants',
    place: grantsPlace,
    says: { zh: '授权', en: 'Rights' },
    permissions: ['grant.see'],
    menu: { group: 'admin', order: 20 },
    component: opens(() => import('./grants-page'), 'GrantsPage'),
  },
  {
    key: 'me',
    place: mePlace,
    says: { zh: '我的账号', en: 'My account' },
    permissions: [],
    component: opens(() => import('./me-page'), 'MePage'),
  },
];
