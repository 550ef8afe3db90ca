import { lazy } from 'react';
import { type DeskPage, opens } from '../../../ui/desk/page';
import type { OtherNumber } from './other-numbers';
import { policyPlace, rollCallPlace, rollChangesPlace, rollChildrenPlace } from './places';

/** What the pages of this module are given by later ones. */
type StandingPageNeeds = { /** numbers of theirs, listed beside ours */ readonly otherNumbers: readonly OtherNumber[] };

/** The desktop pages of this module. */
export function standingPages({ otherNumbers }: StandingPageNeeds): readonly DeskPage[] {
  return [
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
    {
      key: 'policy',
      place: policyPlace,
      says: { zh: '判定口径', en: 'How standings are judged' },
      permissions: ['roll.see'],
      menu: { group: 'settings', order: 30 },
      component: lazy(async () => {
        const { PolicyPage } = await import('./policy-page');
        return { default: () => <PolicyPage others={otherNumbers} /> };
      }),
    },
  ];
}
