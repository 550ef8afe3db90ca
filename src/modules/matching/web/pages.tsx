import { lazy } from 'react';
import { type DeskPage, opens } from '../../../ui/desk/page';
import { comparisonPlace, findingsPlace, reviewsPlace, runsPlace } from './places';
import { useOpenReviews } from './use-open-reviews';
import type { VerifyHref } from './verify-href';

const seeing = ['comparison.see'];

/** The desktop pages of this module; where children are sent to be verified is for a later module to say. */
export function matchingPages({ verifyHref }: { readonly verifyHref: VerifyHref }): readonly DeskPage[] {
  return [
    {
      key: 'comparison-runs',
      place: runsPlace,
      says: { zh: '历次比对', en: 'All comparisons' },
      permissions: seeing,
      component: opens(() => import('./runs-page'), 'RunsPage'),
    },
    {
      key: 'findings',
      place: findingsPlace,
      says: { zh: '比对发现', en: 'Findings' },
      permissions: seeing,
      component: lazy(async () => {
        const { FindingsPage } = await import('./findings-page');
        return { default: () => <FindingsPage verifyHref={verifyHref} /> };
      }),
    },
    {
      key: 'reviews',
      place: reviewsPlace,
      says: { zh: '认人', en: 'Who is who' },
      permissions: ['review.see'],
      menu: { group: 'matching', order: 20 },
      useCount: useOpenReviews,
      component: opens(() => import('./reviews-page'), 'ReviewsPage'),
    },
    {
      key: 'comparison',
      place: comparisonPlace,
      says: { zh: '比对', en: 'Comparison' },
      permissions: seeing,
      menu: { group: 'matching', order: 10 },
      component: opens(() => import('./comparison-page'), 'ComparisonPage'),
    },
  ];
}
