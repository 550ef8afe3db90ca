import { z } from 'zod';
import { ReportLine } from './contract';
import { reportKinds, units } from './rules/duties';

const Day = z.iso.date();
const Words = z.string().trim().max(300);
const Kind = z.enum(reportKinds);
const Unit = z.enum(units);

/** A letter as it is printed; letters go to offices here and are in Chinese. */
export const Letter = z.strictObject({
  title: z.string(),
  /** '' before it has one */ number: z.string(),
  to: z.string(),
  paragraphs: z.array(z.string()).readonly(),
  table: z.strictObject({
    says: z.string(),
    head: z.array(z.string()).readonly(),
    rows: z.array(z.array(z.string()).readonly()).readonly(),
  }),
  closing: z.array(z.string()).readonly(),
  signed: z.string(),
  day: z.string(),
});
export type Letter = z.infer<typeof Letter>;

export const DraftQuery = z.strictObject({ kind: Kind });
export type DraftQuery = z.infer<typeof DraftQuery>;

/** What would be written now about a child that is away, before anybody adds a word. */
export const DraftView = z.strictObject({ childId: z.string(), name: z.string(), kind: Kind, letter: Letter });
export type DraftView = z.infer<typeof DraftView>;

export const ReportRequest = z.strictObject({ kind: Kind, words: Words.default('') });
export type ReportRequest = z.infer<typeof ReportRequest>;

export const ReportsQuery = z.strictObject({
  /** yes: the child is away, and bureau or township have not said yet that they have it; no: both have */ open: z
    .enum(['yes', 'no'])
    .optional(),
  kind: Kind.optional(),
});
export type ReportsQuery = z.infer<typeof ReportsQuery>;

/** The reports of the places of the asker, newest first; `waiting`: for how many his own receipt is still missing, none of whoever gives none. */
export const ReportsView = z.strictObject({
  today: Day,
  waiting: z.int().min(0),
  /** more are there than are listed */ more: z.boolean(),
  rows: z.array(ReportLine).readonly(),
});
export type ReportsView = z.infer<typeof ReportsView>;

/** A report as it was written, whatever happened since, and who has said that it is there. */
export const ReportView = z.strictObject({
  ...ReportLine.shape,
  today: Day,
  letter: Letter,
  receipts: z.array(z.strictObject({ unit: Unit, day: Day, by: z.string(), words: z.string() })).readonly(),
  /** for whom the asker may say that it is there */ mayReceive: Unit.nullable(),
});
export type ReportView = z.infer<typeof ReportView>;

export const ReceiptRequest = z.strictObject({ words: Words.default('') });
export type ReceiptRequest = z.infer<typeof ReceiptRequest>;

export const ReportPrinted = z.strictObject({ printed: z.literal(true) });
