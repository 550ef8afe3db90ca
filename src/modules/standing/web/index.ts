import { lazy } from 'react';
import { opens, type StartCard } from '../../../ui/desk/page';
import type { ChildPanel, FactSays } from '../../children/web/index';
import { factText } from '../fact-words';

export type { OtherNumber } from './other-numbers';
export { standingPages } from './pages';
export { StateChip } from './state-chip';
export { useUnsettled } from './use-unsettled';

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
