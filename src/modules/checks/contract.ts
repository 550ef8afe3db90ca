import { z } from 'zod';
import { standingStates } from '../../kernel/standing';
import { itemStates, kinds, owners, reasons } from './rules/kinds';
import { changeNames } from './rules/moved';

const Id = z.string().min(1).max(60);
const Day = z.iso.date();
const Count = z.int().min(0);
const Says = z.strictObject({ zh: z.string(), en: z.string() });
export const MonthText = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '不是月份 · not a month');
const KindName = z.enum(kinds);
const ReasonName = z.enum(reasons);
const OwnerName = z.enum(owners);
const ItemStateName = z.enum(itemStates);
const StandingName = z.enum(standingStates.map(({ key }) => key));
const SheetState = z.enum(['signed', 'checked', 'returned']);
export type SheetState = z.infer<typeof SheetState>;

const Sums = z.strictObject({
  ...{ registered: Count, attending: Count, both: Count, absent: Count, extra: Count, leave: Count, suspended: Count },
  ...{ homeTeaching: Count, leaving: Count, arriving: Count, suspected: Count, dropout: Count },
  kinds: z.strictObject({ absent: Count, extra: Count, guest: Count, hollow: Count, wrong: Count }),
});

/** A month of a school year that has school days, and from which day it is checked. */
const MonthView = z.strictObject({
  month: MonthText,
  openDay: Day,
  /** until when schools sign */ dueDay: Day,
  open: z.boolean(),
  /** by the bureau's hand, and why; '' where it opens by itself */ reason: z.string(),
});
export type MonthView = z.infer<typeof MonthView>;

const Difference = z.strictObject({
  childId: Id.nullable(),
  name: z.string(),
  kind: KindName,
  reason: ReasonName,
  words: z.string(),
  byData: z.boolean(),
  state: StandingName.nullable(),
  called: Count,
  present: Count,
  elsewhere: z.string(),
});

/** What a class has signed. */
const SignedView = z.strictObject({
  version: z.int(),
  state: SheetState,
  by: z.string(),
  as: z.enum(['teacher', 'registrar']),
  at: z.string(),
  judgedBy: z.string(),
  judgedAt: z.string().nullable(),
  /** why it was signed again, or sent back */ reason: z.string(),
});
export type SignedView = z.infer<typeof SignedView>;

export const MonthQuery = z.strictObject({ month: MonthText.optional() });
export type MonthQuery = z.infer<typeof MonthQuery>;

/** The schools of the asker with how far each has come; the months one can choose. */
export const SchoolsView = z.strictObject({
  today: Day,
  month: MonthView.nullable(),
  months: z.array(MonthView).readonly(),
  mayOpen: z.boolean(),
  rows: z
    .array(
      z.strictObject({
        schoolId: Id,
        name: z.string(),
        classes: Count,
        signed: Count,
        checked: Count,
        differences: Count,
        kinds: Sums.shape.kinds,
        /** items that nobody has closed, and those past their day */ open: Count,
        overdue: Count,
        /** the account: version 0 where the principal has not signed */
        account: z.strictObject({ version: z.int(), number: z.string(), missing: Count, at: z.string().nullable() }),
      }),
    )
    .readonly(),
});
export type SchoolsView = z.infer<typeof SchoolsView>;

export const ClassesQuery = z.strictObject({ month: MonthText.optional(), school: Id.optional() });
export type ClassesQuery = z.infer<typeof ClassesQuery>;

/** The classes of a school, or of a class teacher, with what each has signed. */
export const ClassesView = z.strictObject({
  today: Day,
  month: MonthView.nullable(),
  months: z.array(MonthView).readonly(),
  mayJudge: z.boolean(),
  rows: z
    .array(
      z.strictObject({
        classId: Id,
        schoolId: Id,
        name: Says,
        school: z.string(),
        teacher: z.string(),
        signed: SignedView.nullable(),
        sums: Sums.nullable(),
        differences: Count,
      }),
    )
    .readonly(),
});
export type ClassesView = z.infer<typeof ClassesView>;

const Line = z.strictObject({
  ...{ childId: Id, name: z.string(), sex: z.enum(['', '1', '2']), state: StandingName.nullable() },
  ...{ called: Count, present: Count, absent: Count, leave: Count, elsewhere: z.string() },
  ...{ registered: z.boolean(), attends: z.boolean(), kind: KindName.nullable(), reason: ReasonName.nullable() },
});

export const ClassParams = z.strictObject({ id: Id });
export const SheetQuery = z.strictObject({ month: MonthText.optional() });
export type SheetQuery = z.infer<typeof SheetQuery>;

/** The sheet of a class: register beside attendance, with what differs and what is signed. */
export const SheetView = z.strictObject({
  classId: Id,
  name: Says,
  school: z.string(),
  today: Day,
  month: MonthView,
  /** days of the month, up to the day of the check, on which the class was called */ daysCalled: Count,
  /** what was seen; a signature names it */ seen: z.string(),
  lines: z.array(Line).readonly(),
  signed: SignedView.nullable(),
  sums: Sums.nullable(),
  differences: z.array(Difference).readonly(),
  /** the account of the school; 0: not signed */ frozen: z.int(),
  /** why the asker cannot sign; null: he can */ barred: Says.nullable(),
  asksReason: z.boolean(),
  /** the list is otherwise by now than when it was signed */ movedSince: z.boolean(),
  mayJudge: z.boolean(),
});
export type SheetView = z.infer<typeof SheetView>;

const Words = z.string().trim().max(100).default('');
/** A class is signed: who answers for which difference, and what the teacher adds. Everybody else agrees. */
export const SignRequest = z.strictObject({
  month: MonthText,
  /** version of the signature that was seen; 0: none */ base: z.int().min(0),
  seen: z.string().max(64),
  answers: z.array(z.strictObject({ childId: Id, reason: ReasonName, words: Words })).max(200),
  added: z
    .array(
      z.strictObject({
        childId: Id.nullable(),
        name: z.string().trim().max(40).default(''),
        kind: KindName,
        reason: ReasonName,
        words: Words,
      }),
    )
    .max(60),
  reason: z.string().trim().max(200).default(''),
});
export type SignRequest = z.infer<typeof SignRequest>;

export const ReturnRequest = z.strictObject({
  month: MonthText,
  version: z.int().min(1),
  reason: z.string().trim().min(2).max(200),
});
export type ReturnRequest = z.infer<typeof ReturnRequest>;

export const SchoolParams = z.strictObject({ id: Id });
/** The registrar has looked at these sheets, as they were. */
export const JudgeRequest = z.strictObject({
  month: MonthText,
  sheets: z
    .array(z.strictObject({ classId: Id, version: z.int().min(1) }))
    .min(1)
    .max(200),
});
export type JudgeRequest = z.infer<typeof JudgeRequest>;

export const AccountQuery = z.strictObject({ month: MonthText.optional(), version: z.coerce.number().int().min(1).optional() });
export type AccountQuery = z.infer<typeof AccountQuery>;

const AccountClass = z.strictObject({
  classId: Id,
  name: z.string(),
  grade: z.string(),
  version: z.int(),
  sums: Sums,
  differences: z.array(Difference).readonly(),
  agreeing: Count,
  signedBy: z.string(),
  signedAt: z.string(),
  checkedBy: z.string(),
});
/** What was frozen, word for word. */
export const AccountContent = z.strictObject({
  number: z.string(),
  month: MonthText,
  day: Day,
  school: z.string(),
  schoolCode: z.string(),
  version: z.int(),
  classes: z.array(AccountClass).readonly(),
  missing: z.array(z.string()).readonly(),
  reason: z.string(),
  signedBy: z.string(),
  signedAt: z.string(),
});
export type AccountContent = z.infer<typeof AccountContent>;

const Change = z.strictObject({
  className: z.string(),
  what: z.enum(changeNames),
  name: z.string(),
  kind: KindName.nullable(),
  before: z.union([z.number(), ReasonName, StandingName]).nullable(),
  after: z.union([z.number(), ReasonName, StandingName]).nullable(),
});

/** The account of a school for a month: as it is now, and as it was frozen. */
export const AccountView = z.strictObject({
  schoolId: Id,
  school: z.string(),
  today: Day,
  month: MonthView,
  /** classes that stand in the way of the signature */
  missing: z.array(z.strictObject({ name: Says, why: z.enum(['unsigned', 'returned', 'unchecked']) })).readonly(),
  classes: Count,
  /** the sheets as they are now; the signature names it */ seen: z.string(),
  sums: Sums,
  mayFreeze: z.boolean(),
  mayTake: z.boolean(),
  versions: z
    .array(z.strictObject({ version: z.int(), number: z.string(), by: z.string(), at: z.string(), reason: z.string() }))
    .readonly(),
  /** the version that is shown; null: nothing is frozen yet */
  frozen: z
    .strictObject({
      content: AccountContent,
      /** what it bears on paper */ short: z.string(),
      digest: z.string(),
      /** false: it is not what was signed */ sound: z.boolean(),
      /** what was otherwise in the version before it */ since: z.array(Change).readonly(),
    })
    .nullable(),
  /** a frozen version that does not open any more, so that nothing of it can be shown */ broken: z.int().nullable(),
  /** what is otherwise now than in the newest frozen version */ changed: z.array(Change).readonly(),
});
export type AccountView = z.infer<typeof AccountView>;

export const FreezeRequest = z.strictObject({
  month: MonthText,
  base: z.int().min(0),
  seen: z.string().max(64),
  reason: z.string().trim().max(200).default(''),
});
export type FreezeRequest = z.infer<typeof FreezeRequest>;

export const TakeRequest = z.strictObject({ month: MonthText, version: z.int().min(1) });
export type TakeRequest = z.infer<typeof TakeRequest>;
export const PrintView = z.strictObject({ printed: z.string() });
export type PrintView = z.infer<typeof PrintView>;

export const OpenRequest = z.strictObject({ month: MonthText, day: Day, reason: z.string().trim().min(2).max(200) });
export type OpenRequest = z.infer<typeof OpenRequest>;

const page = {
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
};
export const ItemsQuery = z.strictObject({
  ...page,
  school: Id.optional(),
  kind: KindName.optional(),
  /** those in the check of this month */ month: MonthText.optional(),
  /** `open` without one; `due`: past their day; `late`: long enough for the bureau */
  only: z.enum(['open', 'due', 'late', 'closed', 'all']).default('open'),
});
export type ItemsQuery = z.output<typeof ItemsQuery>;

const Item = z.strictObject({
  itemId: Id,
  childId: Id.nullable(),
  name: z.string(),
  school: z.string(),
  className: z.string(),
  kind: KindName,
  reason: ReasonName,
  elsewhere: z.string(),
  owner: OwnerName,
  dueDay: Day,
  state: ItemStateName,
  firstMonth: MonthText,
  lastMonth: MonthText,
  closedDay: Day.nullable(),
  version: z.int(),
});
export type Item = z.infer<typeof Item>;
export const ItemsView = z.strictObject({ today: Day, total: Count, rows: z.array(Item).readonly() });
export type ItemsView = z.infer<typeof ItemsView>;

export const ItemView = z.strictObject({
  ...Item.shape,
  today: Day,
  mayFollow: z.boolean(),
  mayAssign: z.boolean(),
  steps: z
    .array(
      z.strictObject({
        step: z.int(),
        act: z.enum(['found', 'again', 'state', 'owner', 'settled', 'taken-back']),
        month: MonthText,
        reason: ReasonName.nullable(),
        owner: OwnerName.nullable(),
        state: ItemStateName.nullable(),
        present: Count.nullable(),
        note: z.string(),
        by: z.string(),
        at: z.string(),
      }),
    )
    .readonly(),
});
export type ItemView = z.infer<typeof ItemView>;

export const StepRequest = z.strictObject({
  version: z.int().min(1),
  state: ItemStateName,
  note: z.string().trim().max(300).default(''),
});
export type StepRequest = z.infer<typeof StepRequest>;
export const OwnerRequest = z.strictObject({ version: z.int().min(1), owner: OwnerName, dueDay: Day });
export type OwnerRequest = z.infer<typeof OwnerRequest>;

export const ChildItemsView = z.strictObject({ today: Day, rows: z.array(Item).readonly() });
export type ChildItemsView = z.infer<typeof ChildItemsView>;
