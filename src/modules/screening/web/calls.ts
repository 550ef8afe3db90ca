import type { z } from 'zod';
import type { FileAnswer } from '../../../ui/shared/caller';
import { contract } from '../../../ui/shared/contract';
import type {
  ClassRequest,
  ContactRequest,
  ContactView,
  GridQuery,
  GridView,
  PhotosView,
  TargetView,
  VisitRequest,
  WorkView,
} from '../contract';
import type { FindRequest, FindsQuery, FindsView, FindView } from '../find-contract';

type ById = { id: string };
const campaign = '/api/screening-campaigns/:id';
const target = '/api/screening-targets/:id';
const creates = { creates: true } as const;

export const getWork = contract<{ answer: WorkView }>('GET', '/api/screening-work');
export const getGrid = contract<{ params: ById; query: z.infer<typeof GridQuery>; answer: GridView }>('GET', `${campaign}/grid`);
export const answerClass = contract<{ params: ById; body: ClassRequest; answer: GridView }>(
  'POST',
  `${campaign}/class-answers`,
  creates,
);
export const getTarget = contract<{ params: ById; answer: TargetView }>('GET', target);
export const addAnswer = contract<{ params: ById; body: VisitRequest; answer: TargetView }>('POST', `${target}/answers`, creates);
export const askContact = contract<{ params: ById; body: z.infer<typeof ContactRequest>; answer: z.infer<typeof ContactView> }>(
  'POST',
  `${target}/contact`,
);
export const addPhoto = contract<{ params: ById; body: FormData; answer: z.infer<typeof PhotosView> }>(
  'POST',
  `${target}/files`,
  creates,
);
export const openPhoto = contract<{ params: ById & { file: string }; answer: FileAnswer }>('GET', `${target}/files/:file`);
export const dropPhoto = contract<{ params: ById & { file: string }; answer: z.infer<typeof PhotosView> }>(
  'DELETE',
  `${target}/files/:file`,
);

export const getFinds = contract<{ params: ById; query: Partial<FindsQuery>; answer: FindsView }>('GET', `${campaign}/finds`);
export const addFind = contract<{ params: ById; body: FindRequest; answer: FindView }>('POST', `${campaign}/finds`, creates);
