import type { StartCard } from '../../../ui/desk/page';
import { opens } from '../../../ui/desk/page';

export { matchingPages } from './pages';
export type { VerifyHref } from './verify-href';

/** The cards of the start page. */
export const matchingCards: readonly StartCard[] = [
  {
    key: 'reviews',
    order: 30,
    permissions: ['review.decide'],
    component: opens(() => import('./reviews-card'), 'ReviewsCard'),
  },
];
