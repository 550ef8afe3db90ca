import { z } from 'zod';
import { standingStates } from '../../kernel/standing';
import { careReasonKeys } from '../groups/index';
import { promises, reachedKinds, reasons, ways } from './rules/contact';
import { duties, holders, reportKinds } from './rules/duties';
import { marks, sessions } from './rules/marks';
import { stepKeys } from './rules/steps';

const Id = z.string().min(1).max(60);
const Day = z.iso.date();
const Count = z.int().min(0);
const Says = z.strictObject({ zh: z.string(), en: z.string() });
const MarkName = z.enum(marks);
const SessionName = z.enum(sessions);
const Taker = z.enum(['teacher', 'school', 'bureau']);

/** What the newest roll of a class, day and session comes to. */
const RollSum = z.strictObject({
  version: z.int(),
  present: Count,
  absent: Count,
  leave: Count,
  late: Count,
  daysLate: Count,
  by: z.string(),
  at: z.string(),
});
export type RollSum = z.infer<typeof RollSum>;

export const ClassesQuery = z.strictObject({ day: Day.optional(), school: Id.optional() });
export type ClassesQuery = z.infer<typeof ClassesQuery>;

/** The classes of one school, or of a class teacher, with what was called of them on a day. */
export const ClassesView = z.strictObject({
  day: Day,
  today: Day,
  /** why there are no lessons that day; null on a school day */ noSchool: Says.nullable(),
  /** the parts of a day that are called */ sessions: z.array(SessionName).readonly(),
  /** the one that is to be called now */ session: SessionName,
  rows: z
    .array(
      z.strictObject({
        classId: Id,
        name: Says,
        school: z.string(),
        am: RollSum.nullable(),
        pm: RollSum.nullable(),
      }),
    )
    .readonly(),
});
export type ClassesView = z.infer<typeof ClassesView>;

export const SchoolsQuery = z.strictObject({ day: Day.optional(), session: SessionName.optional() });
export type SchoolsQuery = z.infer<typeof SchoolsQuery>;

/** The schools of the asker with how many of their classes were called in a part of a day, and what that came to. */
export const SchoolsView = z.strictObject({
  day: Day,
  today: Day,
  noSchool: Says.nullable(),
  sessions: z.array(SessionName).readonly(),
  session: SessionName,
  rows: z
    .array(
      z.strictObject({
        schoolId: Id,
        name: z.string(),
        classes: Count,
        called: Count,
        present: Count,
        absent: Count,
        leave: Count,
      }),
    )
    .readonly(),
});
export type SchoolsView = z.infer<typeof SchoolsView>;

export const RollParams = z.strictObject({ id: Id });
export const RollQuery = z.strictObject({ day: Day.optional(), session: SessionName.optional() });
export type RollQuery = z.infer<typeof RollQuery>;

/** A leave of a child in the part of the day that is called: filled in before anybody answers. */
const PupilLeave = z.strictObject({
  /** what the roll says of who is on it */ mark: z.enum(['sick', 'personal']),
  fromDay: Day,
  untilDay: Day,
  /** it has run out and nobody has ended it: nothing is filled in, and somebody has to answer */ over: z.boolean(),
});
export type PupilLeave = z.infer<typeof PupilLeave>;

const Pupil = z.strictObject({
  childId: Id,
  name: z.string(),
  sex: z.enum(['', '1', '2']),
  /** by the newest roll; null: simply there, or not called yet */ mark: MarkName.nullable(),
  /** the newest roll has called the child */ called: z.boolean(),
  /** away by the roll before, of an afternoon by that of the morning, so that it must be answered for */ away: z
    .enum(['absent', 'leave'])
    .nullable(),
  /** school days on end, the day itself left out */ daysAway: Count,
  leave: PupilLeave.nullable(),
});
export type Pupil = z.infer<typeof Pupil>;

/** A class to be called: its children, what the newest roll says of them, and whether the asker may call it. */
export const RollView = z.strictObject({
  classId: Id,
  name: Says,
  school: z.string(),
  day: Day,
  today: Day,
  session: SessionName,
  /** the parts of a day that are called */ sessions: z.array(SessionName).readonly(),
  /** 0: not called yet */ version: z.int(),
  by: z.string(),
  at: z.string().nullable(),
  as: Taker.nullable(),
  daysLate: Count,
  pupils: z.array(Pupil).readonly(),
  /** on the register of the class, but not to be called: 休学, 送教上门 … */
  notCalled: z.array(z.strictObject({ state: z.enum(standingStates.map((state) => state.key)), count: Count })).readonly(),
  /** why it cannot be called by the asker; null: it can */ barred: Says.nullable(),
  /** a change has to say why */ asksReason: z.boolean(),
});
export type RollView = z.infer<typeof RollView>;

/** A class is called: who was on the list that was read out, and what is to be said of those who are not simply there. */
export const TakeRequest = z.strictObject({
  day: Day,
  session: SessionName,
  /** version of the roll that was seen; 0: none */ base: z.int().min(0),
  /** every child that was read out */ called: z.array(z.uuid()).max(200),
  marks: z.array(z.strictObject({ childId: z.uuid(), mark: MarkName })).max(200),
  reason: z.string().trim().max(200).default(''),
});
export type TakeRequest = z.infer<typeof TakeRequest>;

export const CalendarQuery = z.strictObject({ from: Day, to: Day });
export type CalendarQuery = z.infer<typeof CalendarQuery>;

/** How the days of a child went: only days on which its class was called. */
export const ChildDaysView = z.strictObject({
  today: Day,
  days: z.array(z.strictObject({ day: Day, session: SessionName, mark: MarkName.nullable() })).readonly(),
});
export type ChildDaysView = z.infer<typeof ChildDaysView>;

const Holder = z.enum(holders);

export const AbsencesQuery = z.strictObject({
  school: Id.optional(),
  from: z.coerce.number().int().min(1).max(99).default(1),
  /** only those of whom something lies with somebody */ holder: Holder.optional(),
  /** only those of whom the asker has to see to something */ mine: z.literal('yes').optional(),
});
export type AbsencesQuery = z.infer<typeof AbsencesQuery>;

/** Something that is or was due; `holder` null: done, or taken away. */
const ObligationView = z.strictObject({
  duty: z.enum(duties),
  due: Day,
  by: Holder,
  done: Day.nullable(),
  /** a leave that was entered afterwards has taken it away */ lifted: Day.nullable(),
  /** school days */ late: Count,
  holder: Holder.nullable(),
});
export type ObligationView = z.infer<typeof ObligationView>;

/** A child that is away without leave: since when, what was done, and what is due next and with whom it lies. */
const AbsenceLine = z.strictObject({
  childId: Id,
  name: z.string(),
  school: z.string(),
  className: z.string(),
  since: Day,
  /** school days on end, today's only once it was called */ days: Count,
  step: z.enum(stepKeys).nullable(),
  /** what the asker has to see to, or else what is due the longest */ next: ObligationView.nullable(),
  /** the asker has to see to it */ mine: z.boolean(),
  contacts: Count,
  /** looked at more closely, and why as far as the asker is told */ closer: z.array(z.enum(careReasonKeys)).readonly(),
  last: z.strictObject({ day: Day, reached: z.enum(reachedKinds), backDay: Day.nullable() }).nullable(),
});
export type AbsenceLine = z.infer<typeof AbsenceLine>;

/** One step of the ladder with what its number rests on. */
const StepView = z.strictObject({
  key: z.enum(stepKeys),
  from: z.int(),
  label: z.enum(['clause', 'county', 'suggested']),
  confirmed: z.boolean(),
  source: Says,
});
export type StepView = z.infer<typeof StepView>;

/** Who is away without leave today, the longest first, with the ladder of the county. */
export const AbsencesView = z.strictObject({
  today: Day,
  /** of how many the asker has to see to something */ due: Count,
  /** of how many something is late, with whomever it lies */ late: Count,
  ladder: z.array(StepView).readonly(),
  rows: z.array(AbsenceLine).readonly(),
});
export type AbsencesView = z.infer<typeof AbsencesView>;

const ContactView = z.strictObject({
  contactId: Id,
  day: Day,
  way: z.enum(ways),
  reached: z.enum(reachedKinds),
  reason: z.enum(reasons).nullable(),
  promise: z.enum(promises),
  backDay: Day.nullable(),
  note: z.string(),
  by: z.string(),
  at: z.string(),
});
export type ContactView = z.infer<typeof ContactView>;

/** A report of a school about a child that is away; `received`: on which day who has said that it is there. */
export const ReportLine = z.strictObject({
  reportId: Id,
  number: z.string(),
  kind: z.enum(reportKinds),
  childId: Id,
  name: z.string(),
  school: z.string(),
  className: z.string(),
  /** '' where it is not known */ township: z.string(),
  since: Day,
  days: Count,
  day: Day,
  received: z.strictObject({ bureau: Day.nullable(), township: Day.nullable() }),
  /** the child is no longer away without leave: nobody is asked for a receipt */ over: z.boolean(),
  /** no: what lies there is not what was written; name, school and days are left out */ sound: z.boolean(),
});
export type ReportLine = z.infer<typeof ReportLine>;

/** One child that is or was away, with everything that was done about it, newest first. */
export const FollowUpView = z.strictObject({
  childId: Id,
  name: z.string(),
  today: Day,
  /** null: not away today */ absence: AbsenceLine.nullable(),
  ladder: z.array(StepView).readonly(),
  /** what was and is due about this absence, in the order of the ladder */ obligations: z.array(ObligationView).readonly(),
  reports: z.array(ReportLine).readonly(),
  mayNote: z.boolean(),
  /** what the asker may write about this absence and nobody has written yet */ mayWrite: z.array(z.enum(reportKinds)).readonly(),
  contacts: z.array(ContactView).readonly(),
});
export type FollowUpView = z.infer<typeof FollowUpView>;

export const NoteRequest = z.strictObject({
  day: Day,
  way: z.enum(ways),
  reached: z.enum(reachedKinds),
  reason: z.enum(reasons).nullable().default(null),
  promise: z.enum(promises).default('none'),
  backDay: Day.nullable().default(null),
  note: z.string().trim().max(500).default(''),
});
export type NoteRequest = z.infer<typeof NoteRequest>;
