import { z } from 'zod';
import { sessions } from './rules/marks';
import { cellWords } from './rules/month-grid';

const Id = z.string().min(1).max(60);
const Day = z.iso.date();
const Count = z.int().min(0);
/** Days in halves: a morning away and an afternoon there are half a day each. */
const Days = z.number().min(0).multipleOf(0.5);
const Says = z.strictObject({ zh: z.string(), en: z.string() });
const Month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);

export const MonthQuery = z.strictObject({ month: Month.optional() });
export type MonthQuery = z.infer<typeof MonthQuery>;

export const MonthRequest = z.strictObject({ month: Month });
export type MonthRequest = z.infer<typeof MonthRequest>;

const DaySum = z.strictObject({ here: Count, absent: Count, leave: Count, late: Count });
export type DaySum = z.infer<typeof DaySum>;

const ChildSum = z.strictObject({
  ...{ days: Count, here: Days, absent: Days, sick: Days, personal: Days },
  ...{ late: Count, early: Count },
});
export type ChildSum = z.infer<typeof ChildSum>;

const MonthDay = z.strictObject({
  day: Day,
  /** why there are no lessons; null on a school day, and where the class was called all the same */ noSchool: Says.nullable(),
  /** null: the class was not called */ am: DaySum.nullable(),
  pm: DaySum.nullable(),
});
export type MonthDay = z.infer<typeof MonthDay>;

const Cells = z.array(z.enum(cellWords)).readonly();
const MonthRow = z.strictObject({
  /** null, with no name: a child that is no longer in the places of the asker */ childId: Id.nullable(),
  name: z.string(),
  /** one for each day of the month */ am: Cells,
  pm: Cells,
  sum: ChildSum,
});
export type MonthRow = z.infer<typeof MonthRow>;

/** A class on the days of a month: of each child what the newest rolls say, and what it comes to. */
export const MonthView = z.strictObject({
  classId: Id,
  name: Says,
  schoolId: Id,
  school: z.string(),
  month: Month,
  today: Day,
  /** who answers for the class, '' where nobody is named */ teacher: z.string(),
  /** the parts of a day that are called */ sessions: z.array(z.enum(sessions)).readonly(),
  days: z.array(MonthDay).readonly(),
  rows: z.array(MonthRow).readonly(),
  mayTake: z.boolean(),
  maySheet: z.boolean(),
});
export type MonthView = z.infer<typeof MonthView>;

export const MonthPrinted = z.strictObject({ printed: z.literal(true) });
