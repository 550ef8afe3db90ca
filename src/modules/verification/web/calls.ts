import type { z } from 'zod';
import type { FileAnswer } from '../../../ui/shared/caller';
import { contract } from '../../../ui/shared/contract';
import type {
  AnswerRequest,
  AskableView,
  BatchesView,
  BulkAcceptRequest,
  BulkAcceptView,
  ChildTasksView,
  ContactRequest,
  ContactView,
  DecisionRequest,
  FilesView,
  PreviewView,
  ReassignRequest,
  RecallRequest,
  SendRequest,
  SentView,
  TaskCounts,
  TasksQuery,
  TasksView,
  TaskView,
  UnitsView,
} from '../contract';
import type { AskableFinding } from '../rules/units';

type ById = { id: string };
type Page = { page?: number; size?: number };
const one = '/api/verification-tasks/:id';

export const getTasks = contract<{ query: Partial<TasksQuery>; answer: z.infer<typeof TasksView> }>(
  'GET',
  '/api/verification-tasks',
);
export const getCounts = contract<{ answer: z.infer<typeof TaskCounts> }>('GET', '/api/verification-counts');
export const getTask = contract<{ params: ById; answer: TaskView }>('GET', one);
export const addAnswer = contract<{ params: ById; body: AnswerRequest; answer: TaskView }>('POST', `${one}/answers`, {
  creates: true,
});
export const addFile = contract<{ params: ById; query: { proof: string }; body: FormData; answer: z.infer<typeof FilesView> }>(
  'POST',
  `${one}/files`,
  { creates: true },
);
export const dropFile = contract<{ params: ById & { file: string }; answer: z.infer<typeof FilesView> }>(
  'DELETE',
  `${one}/files/:file`,
);
export const openFile = contract<{ params: ById & { file: string }; answer: FileAnswer }>('GET', `${one}/files/:file`);
export const askContact = contract<{ params: ById; body: z.infer<typeof ContactRequest>; answer: z.infer<typeof ContactView> }>(
  'POST',
  `${one}/contact`,
);

export const getAskable = contract<{ answer: z.infer<typeof AskableView> }>('GET', '/api/verification/askable');
export const getPreview = contract<{ query: { finding: AskableFinding }; answer: z.infer<typeof PreviewView> }>(
  'GET',
  '/api/verification/preview',
);
export const sendTasks = contract<{ body: SendRequest; answer: z.infer<typeof SentView> }>('POST', '/api/verification-batches', {
  creates: true,
});
export const getBatches = contract<{ query: Page; answer: z.infer<typeof BatchesView> }>('GET', '/api/verification-batches');
export const recallBatch = contract<{ params: ById; body: z.infer<typeof RecallRequest>; answer: { batchId: string } }>(
  'POST',
  '/api/verification-batches/:id/recall',
);
export const getUnits = contract<{ answer: z.infer<typeof UnitsView> }>('GET', '/api/verification-units');
export const decideTask = contract<{ params: ById; body: DecisionRequest; answer: TaskView }>('POST', `${one}/decision`);
export const acceptTasks = contract<{ body: z.infer<typeof BulkAcceptRequest>; answer: z.infer<typeof BulkAcceptView> }>(
  'POST',
  '/api/verification-acceptances',
);
export const moveTask = contract<{ params: ById; body: ReassignRequest; answer: TaskView }>('PUT', `${one}/unit`);
export const getChildTasks = contract<{ params: ById; answer: z.infer<typeof ChildTasksView> }>(
  'GET',
  '/api/children/:id/verification',
);
