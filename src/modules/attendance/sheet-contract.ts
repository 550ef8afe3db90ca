import { z } from 'zod';
import { markFaults } from './rules/mark-sheet';
import { marks, sessions } from './rules/marks';

const Id = z.string().min(1).max(60);
const Day = z.iso.date();
const Says = z.strictObject({ zh: z.string(), en: z.string() });
const Named = z.strictObject({ childId: z.uuid(), name: z.string() });
const Part = { day: Day, session: z.enum(sessions) };
const Marked = { childId: z.uuid(), mark: z.enum(marks) };

/** The month to which dates without a month belong. */
export const SheetQuery = z.strictObject({ month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/) });

/** A part of a day as a sheet has it. */
const SheetDay = z.strictObject({
  ...Part,
  /** version of the roll that is there already; 0: none */ base: z.int().min(0),
  /** why it cannot be entered; null: it can */ barred: Says.nullable(),
  /** a change has to say why */ asksReason: z.boolean(),
  /** who the sheet says were there */ here: z.array(z.uuid()).readonly(),
  marks: z.array(z.strictObject({ ...Marked, name: z.string() })).readonly(),
  /** of whom the sheet says nothing */ rest: z.array(Named).readonly(),
});
export type SheetDay = z.infer<typeof SheetDay>;

/** What is in a sheet of marks, for one class; nothing is kept of it yet. */
export const SheetView = z.strictObject({
  classId: Id,
  name: Says,
  file: z.string(),
  shape: z.enum(['month', 'list', 'gate']),
  days: z.array(SheetDay).readonly(),
  unplaced: z
    .array(z.strictObject({ row: z.int(), name: z.string(), why: z.enum(['stranger', 'namesakes', 'twice']) }))
    .readonly(),
  faults: z.array(z.strictObject({ row: z.int(), what: z.enum(markFaults), text: z.string() })).readonly(),
  /** rows of other classes, which were left out */ others: z.int().min(0),
});
export type SheetView = z.infer<typeof SheetView>;

/** Rolls that come from a sheet: `here` it names as there, `rest` it does not name, and somebody says they were there. */
export const SheetRequest = z.strictObject({
  days: z
    .array(
      z.strictObject({
        ...Part,
        base: z.int().min(0),
        here: z.array(z.uuid()).max(200),
        rest: z.array(z.uuid()).max(200),
        marks: z.array(z.strictObject(Marked)).max(200),
      }),
    )
    .min(1)
    .max(62),
  reason: z.string().trim().max(200).default(''),
});
export type SheetRequest = z.infer<typeof SheetRequest>;

/** What was kept, and who was not called because the sheet does not name a child that has to be answered for. */
export const SheetTaken = z.strictObject({
  days: z.int(),
  left: z.array(z.strictObject({ ...Part, names: z.array(z.string()).readonly() })).readonly(),
});
export type SheetTaken = z.infer<typeof SheetTaken>;
