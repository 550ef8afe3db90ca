import { z } from 'zod';
import { Reason } from '../accounts/accounts-contract';
import { Says } from '../accounts/session-contract';

const Day = z.iso.date();

/** `3-41`: the 41st line of the third chain. */
export const LineId = z.string().regex(/^\d{1,2}-\d{1,15}$/);
export const LineParams = z.strictObject({ id: LineId });

/** What narrows the trail. Days are those of China, both included. */
const filters = {
  from: Day.optional(),
  until: Day.optional(),
  /** part of a name or login */ person: z.string().trim().max(60).default(''),
  act: z.string().max(60).optional(),
  /** `child:0198…`, or the address of a child's page */ object: z.string().trim().max(300).default(''),
  outcome: z.enum(['done', 'refused']).optional(),
};

export const LinesQuery = z.strictObject({
  ...filters,
  /** the last line of the page before */ after: LineId.optional(),
  size: z.coerce.number().int().min(1).max(200).default(50),
});
export type LinesQuery = z.infer<typeof LinesQuery>;

/** The same trail for the security administrator: no object, for that would be a way to ask about a child. */
export const EventsQuery = LinesQuery.omit({ object: true });

const Person = z.strictObject({ id: z.string(), login: z.string(), name: z.string(), unit: z.string() });

export const LineView = z.strictObject({
  id: z.string(),
  at: z.iso.datetime(),
  /** null: the server, or somebody it did not know */ who: Person.nullable(),
  act: z.string(),
  says: Says,
  /** what it was done to: its kind in words, and what is known of it by that */
  object: z.strictObject({ kind: Says, label: z.string(), raw: z.string() }),
  outcome: z.enum(['done', 'refused']),
  /** of a reason that the program gave itself the words, else what was written */ reason: Says.nullable(),
  source: z.string(),
});
export type LineView = z.infer<typeof LineView>;

/** A page of lines, the newest first; `next` is what the next page comes after, null at the end. */
export const LinesPage = z.strictObject({ rows: z.array(LineView), next: z.string().nullable() });
export type LinesPage = z.infer<typeof LinesPage>;

export const WholeLine = LineView.extend({
  chain: z.int(),
  seq: z.int(),
  requestId: z.string(),
  /** names of fields and counts */ detail: z.array(z.strictObject({ key: z.string(), says: Says, value: z.string() })),
  /** what the same request wrote besides */ beside: z.array(LineView),
});
export type WholeLine = z.infer<typeof WholeLine>;

/** The acts there may be, for a list to choose from. */
export const ActList = z.strictObject({ rows: z.array(z.strictObject({ act: z.string(), says: Says })) });
export type ActList = z.infer<typeof ActList>;

/** Where the trail is broken first, and how. */
export const BrokenView = z.strictObject({
  chain: z.int(),
  seq: z.int(),
  why: z.enum(['missing', 'altered', 'surplus', 'rewritten', 'head']),
});

/** What a look at every line found. */
export const Verdict = z.strictObject({
  lines: z.int(),
  firstBroken: BrokenView.nullable(),
  anchors: z.strictObject({ count: z.int(), newest: z.iso.datetime().nullable(), brokenLine: z.int().nullable() }),
});
export type Verdict = z.infer<typeof Verdict>;

/** The newest verification: under way with the lines read so far, done with its verdict, or failed. Null: there was none. */
export const VerificationState = z.strictObject({
  verification: z
    .strictObject({
      state: z.enum(['waiting', 'running', 'done', 'failed']),
      askedAt: z.iso.datetime(),
      endedAt: z.iso.datetime().nullable(),
      lines: z.int().nullable(),
      verdict: Verdict.nullable(),
    })
    .nullable(),
});
export type VerificationState = z.infer<typeof VerificationState>;
export const VerificationAsked = z.strictObject({ jobId: z.string() });

/** `xlsx` for people, `jsonl` with the links of the chains for programs. */
export const ExportAsk = z.strictObject({ ...filters, form: z.enum(['xlsx', 'jsonl']), reason: Reason });
export type ExportAsk = z.input<typeof ExportAsk>;
