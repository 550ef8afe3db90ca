import { lazy } from 'react';
import { type DeskPage, opens, type StartCard } from '../../../ui/desk/page';
import type { ChildPanel } from '../../children/web/index';
import { leavePlace } from './places';

const sees = ['leave.see'];

/** The desktop page of this module. */
export const leavePages: readonly DeskPage[] = [
  {
    key: 'leave',
    place: leavePlace,
    says: { zh: '请假', en: 'Leave' },
    permissions: sees,
    menu: { group: 'roll', order: 40 },
    component: opens(() => import('./leave-page'), 'LeavePage'),
  },
];

/** What waits for somebody, on the start page. */
export const leaveCards: readonly StartCard[] = [
  { key: 'leave', order: 27, permissions: sees, component: opens(() => import('./leave-card'), 'LeaveCard') },
];

/** The leaves of a child, on its page. */
export const leavePanels: readonly ChildPanel[] = [
  {
    key: 'leave',
    order: 16,
    permissions: sees,
    component: lazy(async () => ({ default: (await import('./child-panel')).ChildLeavePanel })),
  },
];
