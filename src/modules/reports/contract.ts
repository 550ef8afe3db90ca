import { z } from 'zod';
import { parseDay } from '../../kernel/day';
import { standingStates } from '../../kernel/standing';
import { ChildLine } from '../children/index';
import { exportStates, exportSteps } from './rules/export-state';
import { ledgers } from './rules/ledgers';
import { purposes } from './rules/purposes';

const Id = z.string().min(1).max(60);
const Day = z.string().refine((text) => parseDay(text) !== undefined, '不是日期 · not a day');
const Version = z.int().min(1);
const Count = z.int().min(0);
const Moment = z.string();
const State = z.enum([...standingStates.map(({ key }) => key), 'placed']);
const Grade = z.coerce.number().int().min(1).max(9);

/** Several values of one key of an address: none, one or a list. */
function several<T extends z.ZodType>(each: T) {
  return z.preprocess((said) => (said === undefined ? [] : Array.isArray(said) ? said : [said]), z.array(each).max(20));
}
const page = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
};

export const LedgerName = z.enum(ledgers);
export const LedgerParams = z.strictObject({ ledger: LedgerName });

/** Which rows of a ledger: as of a day (today without one), in a place, a school, some grades or states, by a name or its pinyin. */
const filter = {
  day: Day.optional(),
  area: z
    .string()
    .regex(/^\d{9}(?:\d{3})?$/)
    .optional(),
  school: Id.optional(),
  grade: several(Grade),
  state: several(State),
  /** only those of whom somebody still has to find out where they are */ only: z.literal('open').optional(),
  q: z.string().trim().max(40).optional(),
};
export const LedgerFilter = z.strictObject(filter);
export type LedgerFilter = z.output<typeof LedgerFilter>;

/** By what rows are put in order, `-` first for the other way round. Beyond place and school only within one place, school or name. */
export const ledgerSorts = ['place', 'school', 'grade', 'birth', 'state'] as const;
export type LedgerSort = (typeof ledgerSorts)[number];
const Sort = z.enum([...ledgerSorts, ...ledgerSorts.map((key) => `-${key}` as const)]).optional();

export const LedgerQuery = z.strictObject({ ...filter, ...page, sort: Sort });
export type LedgerQuery = z.output<typeof LedgerQuery>;

export const LedgerRow = z.strictObject({
  childId: z.string(),
  name: z.string(),
  sex: z.enum(['', '1', '2']),
  birthYear: z.string(),
  township: z.string(),
  village: z.string(),
  school: z.string(),
  className: z.string(),
  grade: z.int().nullable(),
  state: State,
  /** since when the child stands there; null: since before the first list */ since: z.string().nullable(),
});
export type LedgerRow = z.infer<typeof LedgerRow>;

export const LedgerView = z.strictObject({
  rows: z.array(LedgerRow).readonly(),
  total: Count,
  /** there are more than `total`, nobody has counted how many */ more: z.boolean(),
  /** rows that can be paged to; whoever wants one behind them narrows the list */ reach: Count,
  page: z.int(),
  size: z.int(),
  day: z.string(),
  /** the first day the roll was called */ from: z.string().nullable(),
  /** counted in the roll of the asker's places, and shown to another place today */ elsewhere: Count,
});
export type LedgerView = z.infer<typeof LedgerView>;

/** How many children stand in each ledger today in the asker's places. */
export const LedgerCounts = z.strictObject({ day: z.string(), counts: z.record(LedgerName, Count) });
export type LedgerCounts = z.infer<typeof LedgerCounts>;

const Purpose = z.enum(Object.keys(purposes) as [keyof typeof purposes, ...(keyof typeof purposes)[]]);
const forPurpose = { purpose: Purpose, purposeText: z.string().trim().max(200).default('') };

export const RosterRequest = z.strictObject({ filter: LedgerFilter, ...forPurpose });
export type RosterRequest = z.output<typeof RosterRequest>;
export const PrintRequest = z.strictObject({ filter: LedgerFilter, ...page, sort: Sort, ...forPurpose });
export type PrintRequest = z.output<typeof PrintRequest>;
/** What a printed page bears on its face. */
export const PrintView = z.strictObject({
  number: z.string(),
  who: z.string(),
  unit: z.string(),
  at: Moment,
  view: LedgerView,
});
export type PrintView = z.infer<typeof PrintView>;

const Extra = z.enum(['F2', 'F3', 'F4']);

export const ExportDraft = z.strictObject({
  ledger: LedgerName,
  filter: LedgerFilter,
  /** classes beside the first: contact, numbers, special situation */ classes: z.array(Extra).max(3),
  purpose: Purpose,
  purposeText: z.string().trim().min(6).max(200),
  receiver: z.string().trim().min(2).max(100),
});
export type ExportDraft = z.output<typeof ExportDraft>;

const Who = z.strictObject({ name: z.string(), unit: z.string() });

/** An export, from the wish to the day it left. */
export const ExportView = z.strictObject({
  exportId: z.string(),
  number: z.string(),
  kind: z.enum(['sheet', 'roster', 'print']),
  ledger: LedgerName,
  filter: LedgerFilter,
  /** what the places of the filter are called; '' where none is chosen */ filterPlaces: z.strictObject({
    area: z.string(),
    school: z.string(),
  }),
  classes: z.array(z.enum(['F1', 'F2', 'F3', 'F4'])).readonly(),
  /** the columns in it, and which of them are masked */
  columns: z.array(z.strictObject({ header: z.string(), masked: z.boolean() })).readonly(),
  purpose: Purpose,
  purposeText: z.string(),
  receiver: z.string(),
  /** the school or class it was asked for, '' for the county */ place: z.string(),
  rowsAsked: Count,
  rowsWritten: Count.nullable(),
  state: z.enum(exportStates),
  version: z.int(),
  askedBy: Who,
  askedAt: Moment,
  expiresAt: Moment,
  decidedBy: Who.nullable(),
  decidedAt: Moment.nullable(),
  reason: z.string(),
  readyAt: Moment.nullable(),
  untilAt: Moment.nullable(),
  takenAt: Moment.nullable(),
  /** why the workbook could not be written */ problem: z.strictObject({ zh: z.string(), en: z.string() }).nullable(),
  mine: z.boolean(),
  steps: z.array(z.enum(exportSteps)).readonly(),
});
export type ExportView = z.infer<typeof ExportView>;

/** Mine, those that wait for me, or everything that left; of some children, what held all of them. */
export const exportLists = ['mine', 'approve', 'left'] as const;
export const ExportsQuery = z.strictObject({ ...page, list: z.enum(exportLists).default('mine'), child: several(Id) });
export type ExportsQuery = z.output<typeof ExportsQuery>;
export const ExportsView = z.strictObject({ rows: z.array(ExportView).readonly(), total: Count, page: z.int(), size: z.int() });
export type ExportsView = z.infer<typeof ExportsView>;

/** How many wait for my word, and how many of mine can be taken. */
export const ExportCounts = z.strictObject({ approve: Count, take: Count });
export type ExportCounts = z.infer<typeof ExportCounts>;

export const ExportParams = z.strictObject({ id: Id });
export const Decision = z
  .strictObject({ verdict: z.enum(['approve', 'refuse']), reason: z.string().trim().max(200).default(''), version: Version })
  .refine(({ verdict, reason }) => verdict === 'approve' || reason.length >= 2, {
    path: ['reason'],
    message: '不同意要写明原因 · say why it is refused',
  });
export type Decision = z.output<typeof Decision>;
export const VersionOnly = z.strictObject({ version: Version });
/** Shown this once. */
export const PasswordView = z.strictObject({ password: z.string(), version: z.int() });
export type PasswordView = z.infer<typeof PasswordView>;

export const InsideQuery = z.strictObject(page);
/** Who was in what left; `elsewhere`: on this page, and today another place's, or merged into another record. */
export const InsideView = z.strictObject({
  rows: z.array(ChildLine).readonly(),
  total: Count,
  elsewhere: Count,
  page: z.int(),
  size: z.int(),
});
export type InsideView = z.infer<typeof InsideView>;

/** Who received the data of a child. */
export const ReceivedView = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        exportId: z.string(),
        number: z.string(),
        kind: z.enum(['sheet', 'roster', 'print']),
        ledger: LedgerName,
        classes: z.array(z.string()).readonly(),
        purpose: Purpose,
        receiver: z.string(),
        by: Who,
        at: Moment,
      }),
    )
    .readonly(),
});
export type ReceivedView = z.infer<typeof ReceivedView>;
