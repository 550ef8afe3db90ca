import { lazy } from 'react';
import { type DeskPage, opens, type StartCard } from '../../../ui/desk/page';
import type { ChildPanel } from '../../children/web/index';
import { groupsPlace, listPlace } from './places';

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
  {
    key: 'group-list',
    place: listPlace,
    says: { zh: '导入民政名单', en: 'Take in a list of civil affairs' },
    permissions: ['group.mark'],
    component: opens(() => import('./list-page'), 'ListPage'),
  },
];

/** What runs out, on the start page. */
export const groupCards: readonly StartCard[] = [
  { key: 'groups', order: 60, permissions: ['group.list'], component: opens(() => import('./due-card'), 'DueCard') },
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
