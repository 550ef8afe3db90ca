import { lazy } from 'react';
import { type DeskPage, opens, type StartCard } from '../../../ui/desk/page';
import type { ChildPanel } from '../../children/web/index';
import { ledgerWords } from '../words';
import { exportsPlace, ledgerPlaces, leftPlace } from './places';
import { useOpenExports } from './use-open-exports';

const seeing = ['ledger.see'];
const concerned = ['export.see'];
const keeping = ['export.register'];
const group = 'reports';

/** The desktop pages of this module. */
export const reportPages: readonly DeskPage[] = [
  {
    key: 'ledger-school-age',
    place: ledgerPlaces['school-age'],
    says: { zh: ledgerWords['school-age'].zh, en: 'School-age children' },
    permissions: seeing,
    menu: { group, order: 10 },
    component: opens(() => import('./ledger-page'), 'SchoolAgePage'),
  },
  {
    key: 'ledger-suspected',
    place: ledgerPlaces.suspected,
    says: { zh: '疑似辍学台账', en: 'Suspected dropouts' },
    permissions: seeing,
    menu: { group, order: 20 },
    component: opens(() => import('./ledger-page'), 'SuspectedPage'),
  },
  {
    key: 'ledger-dropout',
    place: ledgerPlaces.dropout,
    says: { zh: '辍学台账', en: 'Dropouts' },
    permissions: seeing,
    menu: { group, order: 30 },
    component: opens(() => import('./ledger-page'), 'DropoutPage'),
  },
  {
    key: 'exports',
    place: exportsPlace,
    says: { zh: '导出与审批', en: 'Exports' },
    permissions: concerned,
    menu: { group, order: 40 },
    useCount: useOpenExports,
    component: opens(() => import('./exports-page'), 'ExportsPage'),
  },
  {
    key: 'data-register',
    place: leftPlace,
    says: { zh: '数据出局登记', en: 'What left the house' },
    permissions: keeping,
    menu: { group, order: 50 },
    component: opens(() => import('./left-page'), 'LeftPage'),
  },
];

/** What waits for somebody's word or can be taken, on the start page. */
export const reportCards: readonly StartCard[] = [
  { key: 'exports', order: 40, permissions: concerned, component: opens(() => import('./exports-card'), 'ExportsCard') },
];

/** Who got the data of a child, on its page. */
export const reportPanels: readonly ChildPanel[] = [
  {
    key: 'received',
    order: 90,
    permissions: keeping,
    component: lazy(async () => ({ default: (await import('./received-panel')).ReceivedPanel })),
  },
];
