import { lazy } from 'react';
import { type DeskPage, opens, type StartCard } from '../../../ui/desk/page';
import type { ChildPanel } from '../../children/web/index';
import { sendPlace, tasksPlace, unitsPlace } from './places';

export { sendPlace } from './places';

const seeing = ['verification.see'];
const deciding = ['verification.decide'];

/** The desktop pages of this module. */
export const verificationPages: readonly DeskPage[] = [
  {
    key: 'verification',
    place: tasksPlace,
    says: { zh: '核查任务', en: 'Questions' },
    permissions: seeing,
    menu: { group: 'matching', order: 50 },
    component: opens(() => import('./tasks-page'), 'TasksPage'),
  },
  {
    key: 'verification-units',
    place: unitsPlace,
    says: { zh: '各单位进度', en: 'By office' },
    permissions: deciding,
    component: opens(() => import('./units-page'), 'UnitsPage'),
  },
  {
    key: 'verification-send',
    place: sendPlace,
    says: { zh: '下发核查', en: 'Send questions' },
    permissions: ['verification.send'],
    component: opens(() => import('./send-page'), 'SendPage'),
  },
];

/** What waits for somebody, on the start page. */
export const verificationCards: readonly StartCard[] = [
  { key: 'verification', order: 20, permissions: seeing, component: opens(() => import('./start-card'), 'VerificationCard') },
];

/** What was asked about a child, on its page. */
export const verificationPanels: readonly ChildPanel[] = [
  {
    key: 'verification',
    order: 20,
    permissions: deciding,
    component: lazy(async () => ({ default: (await import('./child-panel')).VerificationPanel })),
  },
];
