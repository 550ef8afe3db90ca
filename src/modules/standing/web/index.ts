import { lazy } from 'react';
import { type DeskPage, opens, type StartCard } from '../../../ui/desk/page';
import type { ChildPanel, FactSays } from '../../children/web/index';
import { factText } from '../fact-words';
import { rollCallPlace, rollChangesPlace, rollChildrenPlace } from './places';

/** The desktop pages of this module. */
export const standingPages: readonly DeskPage[] = [
  {
    key: 'roll-call',
    place: rollCallPlace,
    says: { zh: '全县点名', en: 'Roll call' },
    permissions: ['roll.see'],
    menu: { group: 'roll', order: 10 },
    component: opens(() => import('./roll-call-page'), 'RollCallPage'),
  },
  {
    key: 'roll-children',
    place: rollChildrenPlace,
    says: { zh: '数字背后的儿童', en: 'Children behind a number' },
    permissions: ['roll.children'],
    component: opens(() => import('./roll-children-page'), 'RollChildrenPage'),
  },
  {
    key: 'roll-changes',
    place: rollChangesPlace,
    says: { zh: '两天之间的变化', en: 'What changed between two days' },
    permissions: ['roll.children'],
    component: opens(() => import('./roll-changes-page'), 'RollChangesPage'),
  },
];

export { StateChip } from './state-chip';

/** What the start page says of the roll call. */
export const standingCards: readonly StartCard[] = [
  { key: 'roll-call', order: 20, permissions: ['roll.see'], component: opens(() => import('./roll-card'), 'RollCard') },
];

/** What the page of a child says of where it stands. */
export const standingPanels: readonly ChildPanel[] = [
  {
    key: 'standing',
    order: 10,
    permissions: ['roll.children'],
    component: lazy(async () => ({ default: (await import('./standing-panel')).StandingPanel })),
  },
];

/** A recorded fact in a sentence, for the timeline of a child. */
export const factSays: FactSays = (fact, language) => factText(fact, language);
