import { z } from 'zod';

const Day = z.iso.date();
const Says = z.strictObject({ zh: z.string(), en: z.string() });
const Text = z.string().trim().min(1).max(200);
const Grade = z.int().min(1).max(9);
const SchoolYearText = z.string().regex(/^\d{4}-\d{4}$/);
/** 0 for what is not there yet */
const VersionOrNone = z.int().min(0);

export const CalendarParams = z.strictObject({ schoolYear: SchoolYearText });
/** Whose calendar: the county's own where nothing is given. */
export const CalendarQuery = z.strictObject({
  area: z
    .string()
    .regex(/^\d{9}(\d{3})?$/)
    .optional(),
  school: z.string().min(1).max(60).optional(),
  grade: z.coerce.number().int().min(1).max(9).optional(),
});
export type CalendarQuery = z.infer<typeof CalendarQuery>;

/** A term; without confirmation it is a proposal (待县局确认). */
export const TermView = z.strictObject({
  schoolYear: z.string(),
  number: z.union([z.literal(1), z.literal(2)]),
  name: Says,
  opensDay: z.string(),
  firstDay: z.string(),
  lastDay: z.string(),
  confirmed: z.boolean(),
  source: z.string(),
  reason: z.string(),
  version: z.int(),
  changedAt: z.string(),
});
export type TermView = z.infer<typeof TermView>;

/** What is set for a school year as a whole; version 0 where nothing was set and the usual holds. */
export const YearSettingView = z.strictObject({
  schoolYear: z.string(),
  examDay: z.string().nullable(),
  makeUpDaysTaught: z.boolean(),
  source: z.string(),
  reason: z.string(),
  version: z.int(),
});
export type YearSettingView = z.infer<typeof YearSettingView>;

/** Days taught or closed against the rule, for everything below a path. */
export const ExceptionView = z.strictObject({
  id: z.string(),
  tree: z.enum(['county', 'area', 'school']),
  path: z.string(),
  grades: z.array(z.int()).readonly(),
  from: z.string(),
  until: z.string(),
  kind: z.enum(['taught', 'closed']),
  reason: z.string(),
  version: z.int(),
});
export type ExceptionView = z.infer<typeof ExceptionView>;

/** The calendar of one school year, day by day. */
export const CalendarView = z.strictObject({
  schoolYear: z.string(),
  first: z.string(),
  last: z.string(),
  /** one character a day from `first`: 1 a school day, 0 none, ? not known */ days: z.string(),
  /** why there are no lessons, for the days that are neither weekend nor vacation, and the days taught besides */
  notes: z.array(z.strictObject({ day: z.string(), taught: z.boolean(), says: Says })).readonly(),
  terms: z.array(z.strictObject({ term: TermView, schoolDays: z.int() })).readonly(),
  setting: YearSettingView,
  keyPeriods: z
    .array(
      z.strictObject({
        kind: z.enum(['opening', 'before-exam', 'december']),
        name: Says,
        days: z.strictObject({ first: z.string(), last: z.string() }).nullable(),
      }),
    )
    .readonly(),
  exceptions: z.array(ExceptionView).readonly(),
  /** what the county has to do before the calendar can be relied on */ open: z.array(Says).readonly(),
  /** calendar years of the terms without public holidays */ holidaysUnknown: z.array(z.int()).readonly(),
});
export type CalendarView = z.infer<typeof CalendarView>;

export const TermParams = z.strictObject({ schoolYear: SchoolYearText, number: z.enum(['1', '2']) });
export const TermChange = z.strictObject({
  opensDay: Day,
  firstDay: Day,
  lastDay: Day,
  confirmed: z.boolean(),
  source: Text,
  reason: Text,
  version: VersionOrNone,
});
export type TermChange = z.infer<typeof TermChange>;

/** `examDay` null: not known yet. */
export const YearSettingChange = z.strictObject({
  examDay: Day.nullable(),
  makeUpDaysTaught: z.boolean(),
  source: Text,
  reason: Text,
  version: VersionOrNone,
});
export type YearSettingChange = z.infer<typeof YearSettingChange>;

export const HolidayParams = z.strictObject({ year: z.coerce.number().int().min(2000).max(2199) });
const HolidayDay = z.strictObject({ day: Day, name: z.string().trim().min(1).max(40), off: z.boolean() });
/** The public holidays of a year; `source` county: entered here, package: shipped, none: not known. */
export const HolidaysView = z.strictObject({
  year: z.int(),
  from: z.enum(['county', 'package', 'none']),
  days: z.array(HolidayDay).readonly(),
  source: z.string(),
  version: z.int(),
});
export type HolidaysView = z.infer<typeof HolidaysView>;
export const HolidaysChange = z.strictObject({
  days: z.array(HolidayDay).max(80),
  source: Text,
  reason: Text,
  version: VersionOrNone,
});
export type HolidaysChange = z.infer<typeof HolidaysChange>;

export const NewException = z.strictObject({
  tree: z.enum(['county', 'area', 'school']),
  path: z.string().max(200),
  grades: z.array(Grade).max(9),
  from: Day,
  until: Day,
  kind: z.enum(['taught', 'closed']),
  reason: Text,
});
export type NewException = z.infer<typeof NewException>;
export const ExceptionParams = z.strictObject({ id: z.string().min(1).max(60) });
export const ExceptionRemoval = z.strictObject({ reason: Text, version: z.int().min(1) });
export type ExceptionRemoval = z.infer<typeof ExceptionRemoval>;
