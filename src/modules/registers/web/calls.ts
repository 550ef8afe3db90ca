import type { z } from 'zod';
import type { FileAnswer } from '../../../ui/shared/caller';
import { contract } from '../../../ui/shared/contract';
import type {
  BatchDraft,
  BatchesQuery,
  BatchesView,
  BatchView,
  CancelRequest,
  CommitChoice,
  CurrentView,
  MappingChoice,
  PreviewView,
  ProblemsQuery,
  ProblemsView,
  ReadRequest,
  RolesView,
  UndoRequest,
} from '../contract';
import type { RegisterKind } from '../rules/register';

type ById = { id: string };
type OfKind = { kind: RegisterKind };

const one = '/api/register-batches/:id';

export const getCurrent = contract<{ answer: z.infer<typeof CurrentView> }>('GET', '/api/registers');
export const getRoles = contract<{ params: OfKind; answer: z.infer<typeof RolesView> }>(
  'GET',
  '/api/register-kinds/:kind/columns',
);

export const getTemplate = contract<{ params: OfKind; answer: FileAnswer }>('GET', '/api/register-kinds/:kind/template');
export const takeProblemRows = contract<{ params: ById; answer: FileAnswer }>('POST', `${one}/problem-rows`);

export const getBatches = contract<{ query: BatchesQuery; answer: z.infer<typeof BatchesView> }>('GET', '/api/register-batches');
export const addBatch = contract<{ body: BatchDraft; answer: BatchView }>('POST', '/api/register-batches', { creates: true });
export const getBatch = contract<{ params: ById; answer: BatchView }>('GET', one);
export const addFile = contract<{ params: ById; body: FormData; answer: BatchView }>('POST', `${one}/files`, { creates: true });
export const readBatch = contract<{ params: ById; body: z.infer<typeof ReadRequest>; answer: BatchView }>('POST', `${one}/read`);
export const getPreview = contract<{ params: ById; answer: PreviewView }>('GET', `${one}/preview`);
export const chooseColumns = contract<{ params: ById; body: MappingChoice; answer: BatchView }>('PUT', `${one}/mapping`);
export const getProblems = contract<{ params: ById; query: z.infer<typeof ProblemsQuery>; answer: z.infer<typeof ProblemsView> }>(
  'GET',
  `${one}/problems`,
);
export const commitBatch = contract<{ params: ById; body: CommitChoice; answer: BatchView }>('POST', `${one}/commit`);
export const undoBatch = contract<{ params: ById; body: UndoRequest; answer: BatchView }>('POST', `${one}/undo`);
export const cancelBatch = contract<{ params: ById; body: z.infer<typeof CancelRequest>; answer: BatchView }>(
  'POST',
  `${one}/cancel`,
);
