import { z } from 'zod';
import { ChildLine } from '../children/index';
import { findingNames, openFindings } from './rules/finding-names';
import { runSteps } from './rules/run-steps';

export const Kind = z.enum(['household', 'enrolment', 'attending', 'poverty', 'disability']);
const FindingName = z.enum(findingNames);
const Count = z.int().min(0);
export const PageQuery = {
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
};
const Said = z.strictObject({ zh: z.string(), en: z.string() });

/** One list that was compared. */
const RunInput = z.strictObject({
  kind: Kind,
  snapshotId: z.string(),
  unit: z.string(),
  asOf: z.string(),
  rows: Count,
});

const ListBalance = z.strictObject({
  rows: Count,
  children: z.partialRecord(FindingName, Count),
  repeated: Count,
  grownUp: Count,
  nobody: Count,
  balanced: z.boolean(),
});
export type ListBalance = z.infer<typeof ListBalance>;

/** The balance of 四查三比对: of each list its rows, by what was found of the children. */
const Balance = z.strictObject({
  household: ListBalance,
  enrolment: ListBalance,
  attending: ListBalance,
  findings: z.partialRecord(FindingName, Count),
  poverty: z.strictObject({ 'not-enrolled': Count, absent: Count }),
});

/** What is new and what is gone since the comparison before, by finding; and what became of the records. */
const RunChanges = z.strictObject({
  begun: z.partialRecord(FindingName, Count),
  ended: z.partialRecord(FindingName, Count),
  children: z.strictObject({ fresh: Count, changed: Count, unlisted: Count, splits: Count, proposals: Count }),
  reviews: z.strictObject({ asked: Count, lapsed: Count, gone: Count, followed: Count }),
});

/** A finished comparison. */
export const RunView = z.strictObject({
  runNo: z.int(),
  runId: z.string(),
  asOf: z.string(),
  inputs: z.array(RunInput).readonly(),
  /** rows by status, list by list, as result.json counts them */
  counts: z.record(z.string(), z.record(z.string(), Count)),
  equation: Balance,
  changes: RunChanges,
  /** rows that were looked at, and of them those that were new or said something else; rows that are in no list any more */
  compared: z.strictObject({ rows: Count, changed: Count, gone: Count, milliseconds: Count }),
  askedBy: z.string().nullable(),
  beganAt: z.string(),
  endedAt: z.string(),
});
export type RunView = z.infer<typeof RunView>;

/** A comparison that waits or runs: who asked for it, and how far it is. */
export const RunningView = z.strictObject({
  jobId: z.string(),
  state: z.enum(['waiting', 'running']),
  step: z.enum(runSteps).nullable(),
  askedBy: z.string().nullable(),
  askedAt: z.string(),
  cancelling: z.boolean(),
});
export type RunningView = z.infer<typeof RunningView>;

/** A list as it counts today. */
const ListNow = z.strictObject({
  kind: Kind,
  /** null: the county's */ unit: z.string().nullable(),
  asOf: z.string(),
  rows: Count,
  /** days since the day it speaks of */ days: z.int(),
  /** older than the bureau should compare */ old: z.boolean(),
});

/** The page of the comparison: the newest result, what runs, and what would be compared now. */
export const ComparisonView = z.strictObject({
  last: RunView.nullable(),
  running: RunningView.nullable(),
  /** why the newest attempt came to nothing, until one succeeds */ failed: Said.nullable(),
  lists: z.array(ListNow).readonly(),
  missing: z.array(Kind).readonly(),
  oldAfterDays: z.int(),
  /** lists came or went since the newest result */ listsChanged: z.boolean(),
  /** decisions that wait for the next comparison */ decisionsWaiting: Count,
  openReviews: Count,
});
export type ComparisonView = z.infer<typeof ComparisonView>;

export const RunsQuery = z.strictObject(PageQuery);
export const RunParams = z.strictObject({ run: z.coerce.number().int().min(1) });
export const RunsView = z.strictObject({ rows: z.array(RunView).readonly(), total: z.int(), page: z.int(), size: z.int() });
export type RunsView = z.infer<typeof RunsView>;
/** Asks for a comparison of the lists that count now. */
export const RunRequest = z.strictObject({});
export const JobParams = z.strictObject({ job: z.string().min(1).max(60) });

/** Which children of a finding: all that had it after a run, or those with whom it began or ended in that run. */
export const FindingsQuery = z.strictObject({
  ...PageQuery,
  finding: z.enum(openFindings),
  run: z.coerce.number().int().min(1).optional(),
  change: z.enum(['begun', 'ended']).optional(),
  /** a township or village, by its code */ area: z
    .string()
    .regex(/^\d{9}(\d{3})?$/)
    .optional(),
  school: z.string().min(1).max(60).optional(),
});
export type FindingsQuery = z.infer<typeof FindingsQuery>;
/** Children of a finding; without a filter those of a small finding by place and name, those of a large one by record. */
export const FindingsView = z.strictObject({
  rows: z
    .array(z.strictObject({ ...ChildLine.shape, sinceRun: z.int(), sinceDay: z.string(), untilRun: z.int().nullable() }))
    .readonly(),
  total: z.int(),
  page: z.int(),
  size: z.int(),
  /** the run the list speaks of, none before the first */ runNo: z.int().nullable(),
});
export type FindingsView = z.infer<typeof FindingsView>;
/** Whether the comparison still runs after it was asked to stop. */
export const RunCancelled = z.strictObject({ running: RunningView.nullable() });
