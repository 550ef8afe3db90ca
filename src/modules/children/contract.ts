import { z } from 'zod';
import { maskedFields } from './rules/masked-fields';
import { mergeSteps } from './rules/merge-state';

const Id = z.string().min(1).max(60);
const Version = z.int().min(1);
const Sentence = z.strictObject({ zh: z.string(), en: z.string() });
const Reason = z.string().trim().min(2).max(200);
const Kind = z.enum(['household', 'enrolment', 'attending', 'poverty', 'disability']);
const PageQuery = {
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
};
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.strictObject({ rows: z.array(row).readonly(), total: z.int(), page: z.int(), size: z.int() });
}

export const ChildParams = z.strictObject({ id: Id });

/** Who a child is, in one line of a list; two of one name are told apart by year of birth and village. */
export const ChildLine = z.strictObject({
  childId: z.string(),
  name: z.string(),
  sex: z.enum(['', '1', '2']),
  birthYear: z.string(),
  school: z.string(),
  className: z.string(),
  grade: z.int().nullable(),
  township: z.string(),
  village: z.string(),
});
export type ChildLine = z.infer<typeof ChildLine>;

/** What is typed: a name or its beginning, full pinyin, initials. */
export const FindQuery = z.strictObject({ q: z.string().trim().min(1).max(60) });
/** A whole ID number, student number or telephone number, in the body so that it stands in no address and no log. */
export const NumberSearch = z.strictObject({ number: z.string().trim().min(7).max(40) });
/** The best hits; `more`: there are others, type more; `alike`: none is written so, these are read alike. */
export const FoundChildren = z.strictObject({ rows: z.array(ChildLine).readonly(), more: z.boolean(), alike: z.boolean() });
export type FoundChildren = z.infer<typeof FoundChildren>;

/** A field that is kept sealed. Without `value` it is masked; `secondsLeft` says how long the value may be shown. */
export const MaskedField = z.strictObject({
  masked: z.string(),
  revealable: z.boolean(),
  value: z.string().nullable(),
  secondsLeft: z.int().nullable(),
});
export type MaskedField = z.infer<typeof MaskedField>;
const MaskedName = z.enum(maskedFields);

/** The record of a child as far as the asker may see it; fields that he may not see at all are missing. */
export const ChildView = z.strictObject({
  ...ChildLine.shape,
  version: z.int(),
  formerName: z.string(),
  birthDay: z.string().nullable(),
  /** lists that have the child today; poverty and disability only for whom they concern */
  lists: z.array(Kind).readonly(),
  fields: z.partialRecord(MaskedName, MaskedField),
  /** field → the list whose word counts, or `correction` */ wonBy: z.record(z.string(), z.string()),
  mayCorrect: z.boolean(),
  maySeeSources: z.boolean(),
});
export type ChildView = z.infer<typeof ChildView>;

const ShownValue = z.strictObject({
  /** masked where the field asks for it */ text: z.string(),
  masked: z.boolean(),
  /** stands in the record */ wins: z.boolean(),
  revealable: z.boolean(),
  value: z.string().nullable(),
  secondsLeft: z.int().nullable(),
});
export type ShownValue = z.infer<typeof ShownValue>;

/** A row of a list that is this child, with all that it says, as far as the asker may see it. */
export const SourceView = z.strictObject({
  kind: Kind,
  rowKey: z.string(),
  /** still in its list */ listed: z.boolean(),
  asOf: z.string(),
  /** whose list it is: the name of a school, '' of the whole county */ unit: z.string(),
  rowNo: z.int(),
  link: z.enum(['alone', 'program', 'person']),
  /** why it is this child, in words, and whether that speaks against it */
  evidence: z.array(z.strictObject({ says: Sentence, against: z.boolean() })).readonly(),
  since: z.string(),
  values: z.record(z.string(), ShownValue),
});
export type SourceView = z.infer<typeof SourceView>;
export const SourcesView = z.strictObject({ rows: z.array(SourceView).readonly() });
export type SourcesView = z.infer<typeof SourcesView>;

/** What a line of the timeline is about. */
export const timelineSubjects = ['fact', 'correction', 'withdrawal', 'merge'] as const;
/** Something that happened: facts, corrections, merges. */
export const TimelineEntry = z.strictObject({
  about: z.enum(timelineSubjects),
  /** of a fact its kind, of a correction its field, of a merge the step */ kind: z.string(),
  /** the day from which it is so */ day: z.string(),
  /** when it was recorded */ at: z.string(),
  /** who says it: a register, a school …; '' where a person of ours did it */ source: z.string(),
  who: z.string(),
  reason: z.string(),
  body: z.record(z.string(), z.unknown()),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;
/** Newest first; `more`: there were others before these. */
export const TimelineView = z.strictObject({ rows: z.array(TimelineEntry).readonly(), more: z.boolean() });
export type TimelineView = z.infer<typeof TimelineView>;

export const RevealRequest = z.strictObject({
  field: MaskedName,
  /** the row whose value is meant, `household:<key>`; without it the value of the record */ row: z.string().max(80).optional(),
  /** one of the reasons of the list, or at least six characters of one's own */ reason: z.string().trim().min(1).max(200),
});
export type RevealRequest = z.infer<typeof RevealRequest>;
export const RevealView = z.strictObject({ field: MaskedName, value: z.string(), secondsLeft: z.int() });
export type RevealView = z.infer<typeof RevealView>;
export type MaskedName = z.infer<typeof MaskedName>;

/** Who has looked at masked fields of a child. */
export const LooksView = pageOf(z.strictObject({ who: z.string(), field: z.string(), reason: z.string(), at: z.string() }));
export type LooksView = z.infer<typeof LooksView>;
export const LooksQuery = z.strictObject(PageQuery);

/** The fields a person may put right; where a child is enrolled is changed by enrolling it elsewhere. */
export const correctableFields = [
  ...(['name', 'formerName', 'sex', 'birthDay', 'idNumber', 'studentNumber', 'ethnicity'] as const),
  ...(['guardianName', 'guardianPhone', 'address', 'home'] as const),
] as const;
const Correctable = z.enum(correctableFields);
export const CorrectionParams = z.strictObject({ id: Id, field: Correctable });
/** `value: null` takes back what was put right before. `home` is put right with the code of a village or township. */
export const Correction = z.strictObject({
  value: z.string().trim().min(1).max(200).nullable(),
  reason: z.string().trim().min(6).max(200),
  version: Version,
});
export type Correction = z.infer<typeof Correction>;
export type CorrectableField = z.infer<typeof Correctable>;

/** Two records that are, or may be, one child. */
export const MergeView = z.strictObject({
  mergeId: z.string(),
  state: z.enum(['proposed', 'asked', 'merged', 'refused', 'undo-asked', 'undone']),
  version: z.int(),
  kept: ChildLine,
  other: ChildLine,
  /** a comparison took the two for one child */ byProgram: z.boolean(),
  reason: z.string(),
  askedBy: z.string(),
  askedAt: z.string().nullable(),
  decidedBy: z.string(),
  decidedAt: z.string().nullable(),
  undoReason: z.string(),
  undoAskedBy: z.string(),
  undoneBy: z.string(),
  undoneAt: z.string().nullable(),
  since: z.string(),
  /** what the asker may do now */ steps: z.array(z.enum(mergeSteps)).readonly(),
});
export type MergeView = z.infer<typeof MergeView>;
export const MergesView = pageOf(MergeView);
export type MergesView = z.infer<typeof MergesView>;
export const MergesQuery = z.strictObject({
  ...PageQuery,
  state: z.enum(['proposed', 'asked', 'merged', 'refused', 'undo-asked', 'undone']).optional(),
});
export const MergeParams = z.strictObject({ id: Id });
/** Both records with the rows behind them, side by side. */
export const MergeDetail = z.strictObject({ merge: MergeView, kept: SourcesView, other: SourcesView });
export type MergeDetail = z.infer<typeof MergeDetail>;
export const MergeRequest = z.strictObject({ kept: Id, other: Id, reason: Reason });
export type MergeRequest = z.infer<typeof MergeRequest>;
export const MergeAsked = z.strictObject({ mergeId: z.string() });
export const MergeStepRequest = z.strictObject({
  step: z.enum(mergeSteps),
  reason: z.string().trim().max(200),
  version: Version,
});
export type MergeStepRequest = z.infer<typeof MergeStepRequest>;
