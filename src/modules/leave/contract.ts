import { z } from 'zod';
import { levels } from './rules/levels';
import { halves } from './rules/span';
import { kinds, listPhases, phases } from './rules/states';
import { watchKeys } from './rules/watch';

const Id = z.string().min(1).max(60);
const Day = z.iso.date();
const Count = z.int().min(0);
const Version = z.int().min(1);
const Says = z.strictObject({ zh: z.string(), en: z.string() });
const HalfName = z.enum(halves);
/** School days, halves as .5. */
const Days = z.number().min(0);
const Note = z.string().trim().max(300).default('');

/** A rule by which somebody looks at a child's leave: its number, and the one from which it counts. */
const WatchView = z.strictObject({ key: z.enum(watchKeys), value: z.number(), from: z.int() });
export type WatchView = z.infer<typeof WatchView>;

/** What the asker can do about a leave now. */
const Can = z.enum(['approve', 'refuse', 'withdraw', 'end']);
export type Can = z.infer<typeof Can>;

const spanShape = { fromDay: Day, fromHalf: HalfName, untilDay: Day, untilHalf: HalfName };

/** A leave as a line of a list. */
export const LeaveLine = z.strictObject({
  leaveId: Id,
  childId: Id,
  name: z.string(),
  school: z.string(),
  className: z.string(),
  kind: z.enum(kinds),
  ...spanShape,
  /** school days; once ended, those before the child was back */ days: Days,
  level: z.enum(levels),
  source: z.enum(['teacher', 'guardian']),
  phase: z.enum(phases),
  /** school days since the child was to be back; 0 on that day */ lateDays: Count,
  backDay: Day.nullable(),
  watch: z.array(WatchView).readonly(),
  can: z.array(Can).readonly(),
  askedAt: z.string(),
  version: Version,
});
export type LeaveLine = z.infer<typeof LeaveLine>;

export const LeavesQuery = z.strictObject({
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
  /** `open`: whatever is not settled; `mine`: what waits for the asker */ phase: z.enum(listPhases).default('open'),
  school: Id.optional(),
  class: Id.optional(),
});
export type LeavesQuery = z.infer<typeof LeavesQuery>;

/** How many leaves of the asker's places stand how; `mine`: asked for and the asker's to decide. */
const LeaveCounts = z.strictObject({ mine: Count, asked: Count, running: Count, overdue: Count });
export type LeaveCounts = z.infer<typeof LeaveCounts>;

export const LeavesView = z.strictObject({
  rows: z.array(LeaveLine).readonly(),
  total: Count,
  page: z.int(),
  size: z.int(),
  today: Day,
  counts: LeaveCounts,
  /** the county's: school days of the teacher, months to 休学, school days over a term */
  numbers: z.strictObject({ teacherDays: z.int(), months: z.int(), sumDays: z.int() }),
});
export type LeavesView = z.infer<typeof LeavesView>;

/** Which leaves go on paper or into a workbook: those of a list, as it is narrowed. */
export const LeaveSheetRequest = LeavesQuery.pick({ phase: true, school: true, class: true });
export type LeaveSheetRequest = z.infer<typeof LeaveSheetRequest>;
/** What is printed is a page of a list, as `LeavesQuery` has it. */
export const LeavePrinted = z.strictObject({ printed: z.literal(true) });
export type LeavePrinted = z.infer<typeof LeavePrinted>;

export const IdParams = z.strictObject({ id: Id });

const StepView = z.strictObject({
  step: z.int(),
  act: z.enum(['ask', 'approve', 'refuse', 'withdraw', 'end', 'reopen']),
  /** '' for the guardian */ by: z.string(),
  byRoll: z.boolean(),
  /** null: not for the asker's eyes */ note: z.string().nullable(),
  at: z.string(),
});
export type StepView = z.infer<typeof StepView>;

/** One leave with its steps. What was said of sickness stays in the school: for everybody else `reason` is null. */
export const LeaveView = z.strictObject({
  ...LeaveLine.shape,
  today: Day,
  reason: z.string().nullable(),
  guardian: z.string().nullable(),
  steps: z.array(StepView).readonly(),
});
export type LeaveView = z.infer<typeof LeaveView>;

/** What a leave is asked for. */
const askShape = { kind: z.enum(kinds), ...spanShape, reason: Note };
export const AskRequest = z.strictObject({ childId: z.uuid(), ...askShape });
export type AskRequest = z.infer<typeof AskRequest>;

export const CheckQuery = z.strictObject(spanShape);
export type CheckQuery = z.infer<typeof CheckQuery>;

/** What a leave would come to before it is asked for; `fault` says why it cannot be. */
export const CheckView = z.strictObject({
  days: Days,
  /** null where there is a fault */ level: z.enum(levels).nullable(),
  /** the asker's own word settles it */ settles: z.boolean(),
  fault: Says.nullable(),
});
export type CheckView = z.infer<typeof CheckView>;

export const DecisionRequest = z.strictObject({ verdict: z.enum(['approve', 'refuse']), note: Note, version: Version });
export type DecisionRequest = z.infer<typeof DecisionRequest>;
export const WithdrawRequest = z.strictObject({ note: Note, version: Version });
export type WithdrawRequest = z.infer<typeof WithdrawRequest>;
export const EndRequest = z.strictObject({ backDay: Day, backHalf: HalfName.default('am'), version: Version });
export type EndRequest = z.infer<typeof EndRequest>;

/** The leaves of a child, newest first, with what those of the term come to. */
export const ChildLeavesView = z.strictObject({
  name: z.string(),
  today: Day,
  /** since when the sum is taken: the first day of the term; null before the first term */ since: Day.nullable(),
  days: Days,
  times: Count,
  watch: z.array(WatchView).readonly(),
  mayAsk: z.boolean(),
  rows: z.array(LeaveLine).readonly(),
});
export type ChildLeavesView = z.infer<typeof ChildLeavesView>;

/** The classes for whose children the asker may ask. */
export const LeaveClassesView = z.strictObject({
  rows: z.array(z.strictObject({ classId: Id, name: Says, school: z.string() })).readonly(),
});
export type LeaveClassesView = z.infer<typeof LeaveClassesView>;

/** The children of a class, each with the leave that is not settled, if any. */
export const ClassLeaveView = z.strictObject({
  classId: Id,
  name: Says,
  school: z.string(),
  today: Day,
  pupils: z.array(z.strictObject({ childId: Id, name: z.string(), leave: LeaveLine.nullable() })).readonly(),
});
export type ClassLeaveView = z.infer<typeof ClassLeaveView>;

/** Where the page of links is seen from, as the browser of the asker knows it. */
export const LinkRequest = z.strictObject({ origin: z.string().regex(/^https?:\/\/[^/\s]{1,200}$/) });
export type LinkRequest = z.infer<typeof LinkRequest>;

/** A link that was made just now; it is kept nowhere and cannot be shown again. `qr` is an SVG of it. */
export const LinkView = z.strictObject({ name: z.string(), link: z.string(), qr: z.string(), expiresAt: z.string() });
export type LinkView = z.infer<typeof LinkView>;

const Token = z.string().min(1).max(100);
export const GuardianLook = z.strictObject({ token: Token });
export type GuardianLook = z.infer<typeof GuardianLook>;

/** All that a link shows: whose form it is, and the day. Nothing of the child. */
export const GuardianForm = z.strictObject({ school: z.string(), today: Day });
export type GuardianForm = z.infer<typeof GuardianForm>;

export const GuardianAsk = z.strictObject({ token: Token, ...askShape, guardian: z.string().trim().min(1).max(30) });
export type GuardianAsk = z.infer<typeof GuardianAsk>;
export const GuardianDone = z.strictObject({ school: z.string() });
export type GuardianDone = z.infer<typeof GuardianDone>;
