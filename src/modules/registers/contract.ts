import { z } from 'zod';
import { badRowChoices, batchStates, commitModes } from './rules/batch-state';
import { columnRoles } from './rules/column-roles';
import { registerKinds } from './rules/register';

const Says = { zh: z.string(), en: z.string() };
const Id = z.string().min(1).max(60);
const Day = z.iso.date();
const Version = z.int().min(1);
const Reason = z.string().trim().min(1).max(200);
const Count = z.int().min(0);

export const Kind = z.enum(registerKinds);
export const ColumnRoleName = z.enum(columnRoles);

/** For whom a list speaks. */
export const UnitView = z.strictObject({ tree: z.enum(['county', 'school']), path: z.string(), ...Says });

/** A new batch, still without files. Without `unit` it is the county's, for a registrar the own school's. */
export const BatchDraft = z.strictObject({ kind: Kind, unit: z.string().max(200).optional(), asOf: Day });
export type BatchDraft = z.infer<typeof BatchDraft>;

export const BatchParams = z.strictObject({ id: Id });
export const KindParams = z.strictObject({ kind: Kind });

const FileView = z.strictObject({
  fileNo: Count,
  name: z.string(),
  bytes: Count,
  /** the same file came before: when */ known: z.string().nullable(),
});

/** How far a job is; `rows` of `of` where it knows how many there are. */
export const ProgressView = z.strictObject({
  stage: z.enum(['waiting', 'reading', 'checking', 'comparing', 'saving']),
  rows: Count.optional(),
  of: Count.optional(),
});

/** One upload and where it stands. */
export const BatchView = z.strictObject({
  id: z.string(),
  /** what people call it on the telephone: 25-0310-7F3A */ number: z.string(),
  kind: Kind,
  unit: UnitView,
  asOf: z.string(),
  state: z.enum(batchStates),
  version: Version,
  files: z.array(FileView).readonly(),
  rows: Count,
  errorRows: Count,
  mode: z.enum(commitModes).nullable(),
  badRows: z.enum(badRowChoices).nullable(),
  mends: z.string().nullable(),
  progress: ProgressView.nullable(),
  /** why it was not read, or why its commit did not happen */ refusal: z.strictObject({ code: z.string(), ...Says }).nullable(),
  /** why it was taken in spite of a question */ reason: z.string().nullable(),
  /** it is the newest of what counts for its unit */ current: z.boolean(),
  createdBy: z.string(),
  createdAt: z.string(),
  committedAt: z.string().nullable(),
  undoneAt: z.string().nullable(),
});
export type BatchView = z.infer<typeof BatchView>;

export const BatchesQuery = z.strictObject({
  kind: Kind.optional(),
  state: z.enum(batchStates).optional(),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});
export type BatchesQuery = z.infer<typeof BatchesQuery>;
export const BatchesView = z.strictObject({ rows: z.array(BatchView).readonly(), total: Count, page: Count, size: Count });
export type BatchesView = z.infer<typeof BatchesView>;

/** One column of a source: what it is taken for, why, and what its cells look like. */
export const ColumnShown = z.strictObject({
  key: z.string(),
  header: z.string(),
  role: ColumnRoleName.nullable(),
  suggestion: ColumnRoleName.nullable(),
  why: z.enum(['name', 'person', 'repeated', 'unlike', 'looks-like', 'unknown']),
  says: z.strictObject(Says),
  /** per cent of the cells looked at that look like it */ fits: z.int().min(0).max(100).nullable(),
  examples: z.array(z.string()).readonly(),
});

/** Sheets with the same headers, of which one question is asked. */
export const SourceView = z.strictObject({
  sourceKey: z.string(),
  sheets: Count,
  firstFile: z.string(),
  firstSheet: z.string(),
  remembered: z.boolean(),
  columns: z.array(ColumnShown).readonly(),
});

const ProblemShown = z.strictObject({
  file: z.string(),
  sheet: z.string(),
  row: Count,
  /** masked */ value: z.string(),
});

/** One sort of mistake in one column; the first of its places. */
export const ProblemGroupView = z.strictObject({
  group: Count,
  code: z.string(),
  severity: z.enum(['error', 'notice']),
  column: z.string(),
  count: Count,
  says: z.strictObject(Says),
  expected: z.strictObject(Says),
  first: z.array(ProblemShown).readonly(),
});

export const GuardView = z.strictObject({
  code: z.string(),
  severity: z.enum(['stop', 'ask', 'tell']),
  ...Says,
  numbers: z.record(z.string(), z.union([z.number(), z.string()])),
});

/** What would become of the list in use. `fields` says what changed in how many rows; other columns by their header. */
export const EffectView = z.strictObject({
  mode: z.enum(commitModes),
  badRows: z.enum(badRowChoices),
  before: Count,
  after: Count,
  fresh: Count,
  changed: Count,
  unchanged: Count,
  gone: Count,
  fields: z.array(z.strictObject({ field: z.string(), rows: Count, ...Says })).readonly(),
  guards: z.array(GuardView).readonly(),
});
export type EffectView = z.infer<typeof EffectView>;

/** What was found in a batch before it counts. */
export const PreviewView = z.strictObject({
  batch: BatchView,
  sources: z.array(SourceView).readonly(),
  sheets: z.array(z.strictObject({ file: z.string(), sheet: z.string(), headerRow: Count, rows: Count })).readonly(),
  rows: Count,
  goodRows: Count,
  errorRows: Count,
  noticeRows: Count,
  groups: z.array(ProblemGroupView).readonly(),
  guards: z.array(GuardView).readonly(),
  effects: z.array(EffectView).readonly(),
});
export type PreviewView = z.infer<typeof PreviewView>;

/** What columns are for, by source and by the key of the column; `null` takes a choice back. */
export const MappingChoice = z.strictObject({
  version: Version,
  sources: z
    .array(
      z.strictObject({
        sourceKey: z.string().max(64),
        columns: z.record(z.string().max(200), ColumnRoleName.nullable()),
      }),
    )
    .max(200),
  remember: z.boolean(),
});
export type MappingChoice = z.infer<typeof MappingChoice>;

/** Begins the reading, or reads a preview again. */
export const ReadRequest = z.strictObject({ version: Version });
export type ReadRequest = z.infer<typeof ReadRequest>;
/** `reason` is asked for where a guard asks. */
export const CommitChoice = z.strictObject({
  version: Version,
  mode: z.enum(commitModes),
  badRows: z.enum(badRowChoices),
  reason: Reason.optional(),
});
export type CommitChoice = z.infer<typeof CommitChoice>;
export const UndoRequest = z.strictObject({ version: Version, reason: Reason });
export type UndoRequest = z.infer<typeof UndoRequest>;
export const CancelRequest = z.strictObject({ version: Version });
export type CancelRequest = z.infer<typeof CancelRequest>;

export const ProblemsQuery = z.strictObject({
  group: z.coerce.number().int().min(0),
  page: z.coerce.number().int().min(1).default(1),
});
export type ProblemsQuery = z.infer<typeof ProblemsQuery>;
/** Pages of 200. */
export const ProblemsView = z.strictObject({
  rows: z.array(ProblemShown).readonly(),
  total: Count,
  page: Count,
  size: Count,
});
export type ProblemsView = z.infer<typeof ProblemsView>;

/** What counts today, by kind and unit. */
export const CurrentView = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        kind: Kind,
        unit: UnitView,
        asOf: z.string(),
        rows: Count,
        batchId: z.string(),
        since: z.string(),
      }),
    )
    .readonly(),
});
export type CurrentView = z.infer<typeof CurrentView>;

/** What a column may be for, in the order in which people look for it. */
export const RolesView = z.strictObject({
  roles: z.array(z.strictObject({ role: ColumnRoleName, ...Says })).readonly(),
  required: z.array(z.strictObject({ anyOf: z.array(ColumnRoleName).readonly(), severity: z.enum(['stop', 'ask']) })).readonly(),
});
export type RolesView = z.infer<typeof RolesView>;
