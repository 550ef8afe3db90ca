import { lazy } from 'react';
import { opens, type StartCard } from '../../../ui/desk/page';
import type { ChildPanel } from '../../children/web/index';

export { checkPages } from './pages';

/** What the start page says of the month. */
export const checkCards: readonly StartCard[] = [
  { key: 'checks', order: 27, permissions: ['check.see'], component: opens(() => import('./check-card'), 'CheckCard') },
];

/** What the page of a child says of its differences. */
export const checkPanels: readonly ChildPanel[] = [
  {
    key: 'checks',
    order: 25,
    permissions: ['check.see'],
    component: lazy(async () => ({ default: (await import('./child-panel')).ChildCheckPanel })),
  },
];
