import type { z } from 'zod';
import { contract } from '../../../ui/shared/contract';
import type { Area, School } from '../../area/index';
import type {
  ComparisonView,
  FindingsQuery,
  FindingsView,
  RunCancelled,
  RunningView,
  RunsQuery,
  RunsView,
  RunView,
} from '../contract';
import type {
  AlikeDecision,
  AlikeView,
  Decision,
  GroupView,
  ReviewsQuery,
  ReviewsView,
  ReviewView,
  TakeBack,
} from '../review-contract';

type ById = { id: string };

export const getComparison = contract<{ answer: ComparisonView }>('GET', '/api/comparison');
export const getRuns = contract<{ query: z.input<typeof RunsQuery>; answer: RunsView }>('GET', '/api/comparison-runs');
export const getRun = contract<{ params: { run: string }; answer: RunView }>('GET', '/api/comparison-runs/:run');
export const startRun = contract<{ body: Record<string, never>; answer: RunningView }>('POST', '/api/comparison-runs', {
  creates: true,
});
export const cancelRun = contract<{ params: { job: string }; answer: z.infer<typeof RunCancelled> }>(
  'PUT',
  '/api/comparison-jobs/:job/cancel',
);
export const getFindings = contract<{ query: FindingsQuery; answer: FindingsView }>('GET', '/api/comparison-findings');

export const getReviews = contract<{ query: z.input<typeof ReviewsQuery>; answer: ReviewsView }>(
  'GET',
  '/api/comparison-reviews',
);
export type ReviewsAsked = z.input<typeof ReviewsQuery>;
export const getReview = contract<{ params: ById; answer: ReviewView }>('GET', '/api/comparison-reviews/:id');
export const decideReview = contract<{ params: ById; body: Decision; answer: ReviewView }>(
  'PUT',
  '/api/comparison-reviews/:id/decision',
);
export const takeReviewBack = contract<{ params: ById; body: TakeBack; answer: ReviewView }>(
  'PUT',
  '/api/comparison-reviews/:id/take-back',
);
export const getAlike = contract<{ answer: AlikeView }>('GET', '/api/comparison-alike');
export const decideAlike = contract<{ body: AlikeDecision; answer: GroupView }>('POST', '/api/comparison-alike', {
  creates: true,
});
export const takeAlikeBack = contract<{ params: { group: string }; answer: GroupView }>(
  'PUT',
  '/api/comparison-alike/:group/take-back',
);

/** Names of places and schools. */
export const getAreas = contract<{ answer: { day: string; areas: readonly Area[] } }>('GET', '/api/areas');
export const getSchools = contract<{ query: { size: number }; answer: { rows: readonly School[] } }>('GET', '/api/schools');
