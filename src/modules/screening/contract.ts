import { z } from 'zod';
import { listedGroups } from '../groups/index';
import { exceptions, shows } from './rules/answers';
import { cuts } from './rules/cuts';
import { mostChoices, mostQuestions, questionKinds } from './rules/questions';
import { methods, templates } from './rules/templates';
import { answererNames, metNames, outcomeGroups } from './rules/visit';

const Id = z.string().min(1).max(60);
const Day = z.iso.date();
const Count = z.int().min(0);
const Version = z.int().min(0);
const Path = z.string().regex(/^(?:[^/\s]+\/){1,3}$/);
const Says = z.strictObject({ zh: z.string(), en: z.string() });
const Said = z.string().min(1).max(40);
const Reason = z.string().trim().min(2).max(200);
const Phase = z.enum(['coming', 'running', 'late', 'closed']);
const PageQuery = {
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
};
function pageOf<Row extends z.ZodType>(row: Row) {
  return z.strictObject({ rows: z.array(row).readonly(), total: Count, page: z.int(), size: z.int() });
}

/** A question of the bureau's own, as it is added to a campaign before it starts. */
const Question = z.strictObject({
  text: z.string().trim().min(2).max(60),
  kind: z.enum(questionKinds),
  choices: z.array(z.string().trim().min(1).max(20)).max(mostChoices).default([]),
  must: z.boolean(),
});
const Questions = z.array(Question).max(mostQuestions).default([]);

/** The same in a campaign, where it has its number. */
export const QuestionView = z.strictObject({
  no: z.int().min(1).max(mostQuestions),
  text: z.string(),
  kind: z.enum(questionKinds),
  choices: z.array(z.string()).readonly(),
  must: z.boolean(),
});
export type QuestionView = z.infer<typeof QuestionView>;

/** What was replied to a question. */
const Reply = z.strictObject({ no: z.int().min(1).max(mostQuestions), says: z.string().trim().min(1).max(200) });
const Replies = z.array(Reply).max(mostQuestions).default([]);

/** What a campaign is about; places are townships (at home) or schools, none: the whole county. */
const PlanShape = {
  template: z.enum(templates),
  method: z.enum(methods),
  places: z.array(Path).max(300).default([]),
  grades: z.array(z.int().min(1).max(9)).max(9).default([]),
  /** of 重点人群: children in any of these. They are asked about and not kept: the campaign would say what each child is marked with. */
  marks: z.array(z.enum(listedGroups)).max(20).optional(),
  from: Day,
  until: Day,
};
export const StartRequest = z.strictObject({ ...PlanShape, name: z.string().trim().min(2).max(60), questions: Questions });
export type StartRequest = z.infer<typeof StartRequest>;
export const PreviewRequest = z.strictObject(PlanShape);
export type PreviewRequest = z.infer<typeof PreviewRequest>;

/** What starting would do. `barred` is the sentence by which it would be refused; null: it can start. */
export const PreviewView = z.strictObject({
  children: Count,
  grids: Count,
  owners: Count,
  /** in the scope, but nobody knows whom to ask of them */ nowhere: Count,
  /** grids that nobody answers for, by name, the first of them */ without: z.array(Says).readonly(),
  withoutCount: Count,
  barred: Says.nullable(),
});
export type PreviewView = z.infer<typeof PreviewView>;

/** How many of some children are answered for, and how. */
export const SumView = z.strictObject({
  targets: Count,
  answered: Count,
  open: Count,
  buckets: z.strictObject({ schooled: Count, 'not-in-school': Count, 'not-found': Count, gone: Count }),
  /** answers that wait for the bureau */ waiting: Count,
});
export type SumView = z.infer<typeof SumView>;

/** One campaign in the list, with the numbers of the asker's places. */
export const CampaignView = z.strictObject({
  campaignId: Id,
  name: z.string(),
  template: z.enum(templates),
  method: z.enum(methods),
  from: Day,
  until: Day,
  phase: Phase,
  version: Version,
  startedBy: z.string(),
  startedAt: z.string(),
  closedAt: z.string().nullable(),
  closeReason: z.string(),
  sum: SumView,
});
export type CampaignView = z.infer<typeof CampaignView>;
export const CampaignsView = z.strictObject({ today: Day, rows: z.array(CampaignView).readonly() });
export type CampaignsView = z.infer<typeof CampaignsView>;
export const StartedView = z.strictObject({ campaignId: Id, children: Count, grids: Count });
export const IdParams = z.strictObject({ id: Id });

export const ProgressQuery = z.strictObject({ grid: Path.optional() });
/** How a campaign stands, grid by grid below `grid`: townships or schools of the county, or the villages or classes of one. */
export const ProgressView = z.strictObject({
  ...CampaignView.shape,
  today: Day,
  grid: Path,
  /** whether `grid` is one class or village */ leaf: z.boolean(),
  above: z.strictObject({ path: Path, says: Says }).nullable(),
  says: Says,
  /** when the children of a 报到 came; null where the template does not ask */
  reported: z
    .strictObject(Object.fromEntries(cuts.map((cut) => [cut, Count])) as Record<(typeof cuts)[number], typeof Count>)
    .nullable(),
  signed: z.strictObject({ by: z.string(), at: z.string() }).nullable(),
  /** children of whom something else was said, or who were sent back, after their school had signed */ changed: Count,
  maySign: z.boolean(),
  /** whether the asker starts, closes, reminds and samples */ mayRun: z.boolean(),
  /** children on no list who wait for the bureau */ finds: Count,
  /** questions of the bureau's own */ questions: Count,
  rows: z
    .array(
      z.strictObject({
        path: Path,
        says: Says,
        ...SumView.shape,
        owner: z.string(),
        remindedAt: z.string().nullable(),
        /** of classes: their list was sent; of schools: how many of their classes have sent theirs */
        confirmed: Count,
        grids: Count,
        /** of schools: whether it has signed; null where nobody signs */ signed: z.boolean().nullable(),
        changed: Count,
      }),
    )
    .readonly(),
});
export type ProgressView = z.infer<typeof ProgressView>;

/** One child of a campaign, with as much as whoever answers needs to know. */
export const TargetLine = z.strictObject({
  targetId: Id,
  childId: Id,
  name: z.string(),
  sex: z.enum(['', '1', '2']),
  age: z.int().nullable(),
  /** class or village */ place: Says,
  /** its school or township */ office: Says,
  answer: Said.nullable(),
  foundDay: Day.nullable(),
  cut: z.enum(cuts).nullable(),
  decision: z.enum(['none', 'waiting', 'accepted', 'sent-back']),
  late: z.boolean(),
  /** something else was said, or it was sent back, after its school had signed */ changed: z.boolean(),
  version: Version,
});
export type TargetLine = z.infer<typeof TargetLine>;
export const TargetsQuery = z.strictObject({
  ...PageQuery,
  grid: Path.optional(),
  show: z.enum(shows).optional(),
  cut: z.enum(cuts).optional(),
});
export type TargetsQuery = z.infer<typeof TargetsQuery>;
export const TargetsView = z.strictObject({ ...pageOf(TargetLine).shape, today: Day });
export type TargetsView = z.infer<typeof TargetsView>;

/** The asker's own classes and villages in campaigns that run. */
export const WorkView = z.strictObject({
  today: Day,
  rows: z
    .array(
      z.strictObject({
        campaignId: Id,
        name: z.string(),
        template: z.enum(templates),
        method: z.enum(methods),
        until: Day,
        phase: Phase,
        path: Path,
        says: Says,
        targets: Count,
        open: Count,
        confirmed: z.boolean(),
        remindedAt: z.string().nullable(),
      }),
    )
    .readonly(),
});
export type WorkView = z.infer<typeof WorkView>;

export const GridQuery = z.strictObject({ path: Path });
/** One class or village with all its children: what a class is answered from, and the list somebody goes from house to house with. */
export const GridView = z.strictObject({
  campaignId: Id,
  name: z.string(),
  template: z.enum(templates),
  method: z.enum(methods),
  from: Day,
  until: Day,
  phase: Phase,
  today: Day,
  path: Path,
  says: Says,
  version: Version,
  confirmedBy: z.string(),
  confirmedAt: z.string().nullable(),
  /** in whose name the asker answers; null: he only looks */ as: z.enum(answererNames).nullable(),
  rows: z.array(TargetLine).readonly(),
  questions: z.array(QuestionView).readonly(),
});
export type GridView = z.infer<typeof GridView>;

/** A class is answered for: everybody of its list is there, but those who are named. */
export const ClassRequest = z.strictObject({
  path: Path,
  version: Version,
  day: Day,
  exceptions: z
    .array(
      z.strictObject({
        childId: Id,
        answer: z.enum(exceptions),
        place: z.string().trim().max(100).default(''),
        replies: Replies,
      }),
    )
    .max(300),
});
export type ClassRequest = z.infer<typeof ClassRequest>;

const AnswerView = z.strictObject({
  answer: Said,
  place: z.string(),
  met: z.array(z.enum(metNames)).readonly(),
  proofs: z.array(Said).readonly(),
  note: z.string(),
  replies: z.array(Reply).readonly(),
  foundDay: Day,
  as: z.enum(answererNames),
  by: z.string(),
  at: z.string(),
  verdict: z.enum(['accepted', 'sent-back']).nullable(),
  reason: z.string(),
  decidedBy: z.string().nullable(),
  photos: z.array(Id).readonly(),
});
export type AnswerView = z.infer<typeof AnswerView>;

/** One child to be visited or decided on. */
export const TargetView = z.strictObject({
  ...TargetLine.shape,
  campaignId: Id,
  campaign: z.string(),
  template: z.enum(templates),
  method: z.enum(methods),
  until: Day,
  phase: Phase,
  today: Day,
  path: Path,
  guardian: z.string(),
  hasPhone: z.boolean(),
  as: z.enum(answererNames).nullable(),
  mayDecide: z.boolean(),
  /** also: the campaign can take another answer */ maySendBack: z.boolean(),
  /** it waits for the bureau, but it is the asker's own word */ own: z.boolean(),
  groups: z.array(z.strictObject({ group: z.enum(outcomeGroups), outcomes: z.array(Said).readonly() })).readonly(),
  questions: z.array(QuestionView).readonly(),
  /** newest first */ answers: z.array(AnswerView).readonly(),
  /** put there for the answer that is being written */ photos: z.array(Id).readonly(),
});
export type TargetView = z.infer<typeof TargetView>;

/** What a visit or a call found. */
export const VisitRequest = z.strictObject({
  outcome: Said,
  place: z.string().trim().max(100).default(''),
  met: z.array(z.enum(metNames)).max(6).default([]),
  /** beside the visit itself */ proofs: z.array(Said).max(8).default([]),
  note: z.string().trim().max(500).default(''),
  replies: Replies,
  foundDay: Day,
  version: Version,
});
export type VisitRequest = z.infer<typeof VisitRequest>;
export const DecisionRequest = z.strictObject({
  verdict: z.enum(['accepted', 'sent-back']),
  reason: z.string().trim().max(200).default(''),
  version: Version,
});
export type DecisionRequest = z.infer<typeof DecisionRequest>;
export const ContactRequest = z.strictObject({ for: z.enum(['call', 'visit']) });
export const ContactView = z.strictObject({ phone: z.string(), address: z.string() });
export const PhotosView = z.strictObject({ photos: z.array(Id).readonly() });
export const FileParams = z.strictObject({ id: Id, file: Id });

export const CloseRequest = z.strictObject({ reason: Reason, version: Version });
export const SignRequest = z.strictObject({ path: Path });
export const RemindRequest = z.strictObject({ grid: Path.optional() });
export const RemindedView = z.strictObject({ grids: Count });

/** What waits for the asker: children to answer for, of these late, answers to decide on, reminders. */
export const CountsView = z.strictObject({
  open: Count,
  late: Count,
  toDecide: Count,
  /** children on no list whom the bureau has not settled */ finds: Count,
  running: Count,
  remindedAt: z.string().nullable(),
});
export type CountsView = z.infer<typeof CountsView>;

/** What campaigns have said of a child, newest first. */
export const ChildView = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        campaignId: Id,
        campaign: z.string(),
        phase: Phase,
        path: Path,
        place: Says,
        answer: Said.nullable(),
        foundDay: Day.nullable(),
        decision: z.enum(['none', 'waiting', 'accepted', 'sent-back']),
      }),
    )
    .readonly(),
});
export type ChildView = z.infer<typeof ChildView>;
