import { z } from 'zod';
import { answerGroupNames, metWith } from './rules/answer';
import { taskStates, taskSteps } from './rules/task-states';
import { answerers, askableFindings } from './rules/units';

/** Written out, because a phone page reads these shapes as types only; standing's own list is compared by a test. */
const Outcome = z.string().min(1).max(40);
const Proof = z.string().min(1).max(40);

const Id = z.string().min(1).max(60);
const Version = z.int().min(1);
const Count = z.int().min(0);
const Day = z.iso.date();
const Path = z.string().regex(/^(?:[^/\s]+\/){1,3}$/);
const Finding = z.enum(askableFindings);
const State = z.enum(taskStates);
const Reason = z.string().trim().min(2).max(200);
const Says = z.strictObject({ zh: z.string(), en: z.string() });

function pageOf<Row extends z.ZodType>(row: Row) {
  return z.strictObject({ rows: z.array(row).readonly(), total: Count, page: z.int(), size: z.int() });
}
const PageQuery = {
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
};

/** Whom a question is asked of; `says` is the name people know. */
const UnitView = z.strictObject({ tree: z.enum(['area', 'school']), path: Path, says: Says });

/** What could be asked: of how many children each thing is found, and how many of them are asked about already. */
export const AskableView = z.strictObject({
  rows: z.array(z.strictObject({ finding: Finding, found: Count, out: Count })).readonly(),
  dueDay: Day,
});

export const PreviewQuery = z.strictObject({ finding: Finding });
/** What sending would do, office by office. */
export const PreviewView = z.strictObject({
  finding: Finding,
  runNo: z.int().nullable(),
  rows: z.array(z.strictObject({ unit: UnitView, children: Count })).readonly(),
  fresh: Count,
  out: Count,
});

/** `units`: paths of the offices to send to; without them everybody. */
export const SendRequest = z.strictObject({
  finding: Finding,
  dueDay: Day,
  note: z.string().trim().max(200).default(''),
  units: z.array(Path).max(400).optional(),
});
export type SendRequest = z.infer<typeof SendRequest>;

/** What was sent. */
export const SentView = z.strictObject({ batchId: z.string(), tasks: Count });

export const BatchView = z.strictObject({
  batchId: z.string(),
  finding: Finding,
  runNo: z.int(),
  dueDay: Day,
  note: z.string(),
  tasks: Count,
  waiting: Count,
  sentBy: z.string(),
  sentAt: z.string(),
  recalledAt: z.string().nullable(),
});
export type BatchView = z.infer<typeof BatchView>;
export const BatchesQuery = z.strictObject(PageQuery);
export const BatchesView = pageOf(BatchView);
export const BatchParams = z.strictObject({ id: Id });
export const RecallRequest = z.strictObject({ reason: Reason });

/** How each office stands: sent, waiting for it, late, waiting for the bureau, accepted. */
export const UnitsView = z.strictObject({
  rows: z
    .array(z.strictObject({ unit: UnitView, sent: Count, waiting: Count, late: Count, answered: Count, accepted: Count }))
    .readonly(),
  today: Day,
});

/** One question in a list, with as much of the child as whoever answers needs to know whom to look for. */
export const TaskLine = z.strictObject({
  taskId: z.string(),
  childId: z.string(),
  state: State,
  version: Version,
  finding: Finding,
  name: z.string(),
  sex: z.enum(['', '1', '2']),
  age: z.int().nullable(),
  township: z.string(),
  village: z.string(),
  /** not told to a village: where a child went to school is not needed to find it */ school: z.string(),
  className: z.string(),
  unit: UnitView,
  dueDay: Day,
  late: z.boolean(),
  outcome: Outcome.nullable(),
  answeredAt: z.string().nullable(),
});
export type TaskLine = z.infer<typeof TaskLine>;

export const TasksQuery = z.strictObject({
  ...PageQuery,
  state: z.enum([...taskStates, 'waiting']).optional(),
  finding: Finding.optional(),
  late: z.enum(['yes']).optional(),
  unit: Path.optional(),
});
export type TasksQuery = z.infer<typeof TasksQuery>;
export const TasksView = z.strictObject({ ...pageOf(TaskLine).shape, today: Day });
/** What waits for the asker: questions to answer, of these late; answers to decide on, for the bureau. */
export const TaskCounts = z.strictObject({ toAnswer: Count, late: Count, toDecide: Count });
export const TaskParams = z.strictObject({ id: Id });

export const ProofFile = z.strictObject({ fileId: z.string(), name: z.string(), proof: Proof, addedAt: z.string() });

/** One answer and what the bureau made of it. */
export const AnswerView = z.strictObject({
  answerId: z.string(),
  outcome: Outcome,
  proofs: z.array(Proof).readonly(),
  place: z.string(),
  met: z.array(z.enum(metWith)).readonly(),
  note: z.string(),
  foundDay: Day,
  as: z.enum(answerers),
  by: z.string(),
  at: z.string(),
  verdict: z.enum(['accepted', 'sent-back']).nullable(),
  reason: z.string(),
  validUntil: Day.nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  files: z.array(ProofFile).readonly(),
});
export type AnswerView = z.infer<typeof AnswerView>;

export const TaskView = z.strictObject({
  ...TaskLine.shape,
  note: z.string(),
  today: Day,
  /** whom to ask for at the door; the telephone and the address are told when they are needed */
  guardian: z.string(),
  hasPhone: z.boolean(),
  as: z.enum(answerers).nullable(),
  steps: z.array(z.enum(taskSteps)).readonly(),
  groups: z.array(z.strictObject({ group: z.enum(answerGroupNames), outcomes: z.array(Outcome).readonly() })).readonly(),
  /** newest first */ answers: z.array(AnswerView).readonly(),
  /** put there for the answer that is being written */ files: z.array(ProofFile).readonly(),
});
export type TaskView = z.infer<typeof TaskView>;

export const AnswerRequest = z.strictObject({
  outcome: Outcome,
  proofs: z.array(Proof).max(8).default([]),
  foundDay: Day,
  place: z.string().trim().max(100).default(''),
  met: z.array(z.enum(metWith)).max(6).default([]),
  note: z.string().trim().max(500).default(''),
  version: Version,
});
export type AnswerRequest = z.infer<typeof AnswerRequest>;

export const DecisionRequest = z.strictObject({
  verdict: z.enum(['accepted', 'sent-back']),
  reason: z.string().trim().max(200).default(''),
  validUntil: Day.nullable().default(null),
  version: Version,
});
export type DecisionRequest = z.infer<typeof DecisionRequest>;
/** Accepts several answers at once, each as it was seen. */
export const BulkAcceptRequest = z.strictObject({
  tasks: z
    .array(z.strictObject({ id: Id, version: Version }))
    .min(1)
    .max(200),
});
/** What could not be accepted, with the sentence; everything else was. */
export const BulkAcceptView = z.strictObject({
  accepted: Count,
  refused: z.array(z.strictObject({ id: z.string(), ...Says.shape })).readonly(),
});

export const ReassignRequest = z.strictObject({ path: Path, tree: z.enum(['area', 'school']), reason: Reason, version: Version });
export type ReassignRequest = z.infer<typeof ReassignRequest>;

export const FileQuery = z.strictObject({ proof: Proof });
export const FileParams = z.strictObject({ id: Id, file: Id });
export const FilesView = z.strictObject({ files: z.array(ProofFile).readonly() });

/** Told when somebody is about to call or to go there; leaves a line. */
export const ContactRequest = z.strictObject({ for: z.enum(['call', 'visit']) });
export const ContactView = z.strictObject({ phone: z.string(), address: z.string() });

export const ChildParams = z.strictObject({ id: Id });
/** All that was ever asked about a child, newest first. */
export const ChildTasksView = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        taskId: z.string(),
        finding: Finding,
        state: State,
        unit: UnitView,
        sentAt: z.string(),
        dueDay: Day,
        answers: z.array(AnswerView).readonly(),
      }),
    )
    .readonly(),
});
