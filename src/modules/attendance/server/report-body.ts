import { z } from 'zod';
import { promises, reachedKinds, reasons, ways } from '../rules/contact';

const Day = z.iso.date();
const Contact = z.strictObject({
  day: Day,
  way: z.enum(ways),
  reached: z.enum(reachedKinds),
  reason: z.enum(reasons).nullable(),
  promise: z.enum(promises),
  backDay: Day.nullable(),
  by: z.string(),
});

/** What a report says; as it was written, whatever happened since. What was noted in words about a contact is not in it. */
export const ReportBody = z.strictObject({
  name: z.string(),
  sex: z.enum(['', '1', '2']),
  school: z.string(),
  className: z.string(),
  /** township and village */ home: z.string(),
  since: Day,
  days: z.array(Day).readonly(),
  contacts: z.array(Contact).readonly(),
  words: z.string(),
  by: z.string(),
});
export type ReportBody = z.infer<typeof ReportBody>;
