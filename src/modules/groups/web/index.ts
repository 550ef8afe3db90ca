import { lazy } from 'react';
import { type DeskPage, opens } from '../../../ui/desk/page';
import type { ChildPanel } from '../../children/web/index';
import { groupsPlace } from './places';

/** The desktop page of this module. */
export const groupPages: readonly DeskPage[] = [
  {
    key: 'groups',
    place: groupsPlace,
    says: { zh: '重点人群', en: 'Marked groups' },
    permissions: ['group.list'],
    menu: { group: 'children', order: 20 },
    component: opens(() => import('./groups-page'), 'GroupsPage'),
  },
];

/** The marks of a child, on its page. */
export const groupPanels: readonly ChildPanel[] = [
  {
    key: 'groups',
    order: 12,
    permissions: ['group.flag'],
    component: lazy(async () => ({ default: (await import('./child-panel')).ChildGroupsPanel })),
  },
];
