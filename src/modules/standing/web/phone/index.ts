import { opensOnPhone, type PhonePage } from '../../../../ui/phone/page';

export { outcomeWords } from '../../outcome-words';
export { type Outcome, outcomeRule, outcomes, type ProofKind, proofKinds } from '../../rules/outcomes';
export { missingWords } from '../../words';

/** The phone pages of this module. */
export const standingPhonePages: readonly PhonePage[] = [
  {
    key: 'roll-call',
    path: '/m/roll-call',
    permissions: ['roll.see'],
    tab: { says: { zh: '点名', en: 'Roll' }, order: 40 },
    component: opensOnPhone(() => import('./roll-call-screen'), 'RollCallScreen'),
  },
  {
    key: 'roll-children',
    path: '/m/roll-call/children',
    permissions: ['roll.children'],
    component: opensOnPhone(() => import('./roll-children-screen'), 'RollChildrenScreen'),
  },
];
