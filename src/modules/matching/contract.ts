import { z } from 'zod';
import { findingNames } from './rules/finding-names';

const Kind = z.enum(['household', 'enrolment', 'attending', 'poverty', 'disability']);
const FindingName = z.enum(findingNames);
const Count = z.int().min(0);

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
  reviews: z.strictObject({ asked: Count, lapsed: Count, gone: Count }),
});

/** A finished comparison. */
export const RunView = z.strictObject({
  runNo: z.int(),
  runId: z.string(),
  asOf: z.string(),
  mode: z.enum(['full', 'incremental']),
  inputs: z.array(RunInput).readonly(),
  /** rows by status, list by list, as result.json counts them */
  counts: z.record(z.string(), z.record(z.string(), Count)),
  equation: Balance,
  changes: RunChanges,
  compared: z.strictObject({ rows: Count, taken: Count, milliseconds: Count }),
  askedBy: z.string().nullable(),
  beganAt: z.string(),
  endedAt: z.string(),
});
export type RunView = z.infer<typeof RunView>;
