import type { z } from 'zod';
import { contract } from '../../../ui/shared/contract';
import type {
  ChildView,
  CorrectableField,
  Correction,
  FoundChildren,
  LooksView,
  MergeDetail,
  MergeRequest,
  MergeStepRequest,
  MergesQuery,
  MergesView,
  NumberSearch,
  RevealRequest,
  RevealView,
  SourcesView,
  TimelineView,
} from '../contract';

type ById = { id: string };
const one = '/api/children/:id';

export const findChildren = contract<{ query: { q: string }; answer: FoundChildren }>('GET', '/api/children');
export const findByNumber = contract<{ body: z.infer<typeof NumberSearch>; answer: FoundChildren }>(
  'POST',
  '/api/child-number-searches',
);

export const getChild = contract<{ params: ById; answer: ChildView }>('GET', one);
export const getSources = contract<{ params: ById; answer: SourcesView }>('GET', `${one}/sources`);
export const getTimeline = contract<{ params: ById; answer: TimelineView }>('GET', `${one}/timeline`);
export const getLooks = contract<{ params: ById; query: { page: number; size: number }; answer: LooksView }>(
  'GET',
  `${one}/looks`,
);
export const revealField = contract<{ params: ById; body: RevealRequest; answer: RevealView }>('POST', `${one}/reveals`);
export const correctField = contract<{ params: ById & { field: CorrectableField }; body: Correction; answer: ChildView }>(
  'PUT',
  `${one}/corrections/:field`,
);

export const getMerges = contract<{ query: z.infer<typeof MergesQuery>; answer: MergesView }>('GET', '/api/child-merges');
export const getMerge = contract<{ params: ById; answer: MergeDetail }>('GET', '/api/child-merges/:id');
export const askMerge = contract<{ body: MergeRequest; answer: { mergeId: string } }>('POST', '/api/child-merges', {
  creates: true,
});
export const stepMerge = contract<{ params: ById; body: MergeStepRequest; answer: MergeDetail }>(
  'POST',
  '/api/child-merges/:id/steps',
);

/** Places to choose a village from; the day is the server's. */
export const getAreas = contract<{ answer: { areas: readonly AreaChoice[] } }>('GET', '/api/areas');
type AreaChoice = { readonly code: string; readonly name: string; readonly level: string; readonly parentCode: string | null };
