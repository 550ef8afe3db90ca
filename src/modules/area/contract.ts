import { z } from 'zod';
import { type SchoolKind, schoolKinds } from './rules/school';
import { yearOfBegin } from './rules/school-year';

const Day = z.iso.date();
const Says = z.strictObject({ zh: z.string(), en: z.string() });
const Reason = z.string().trim().min(1).max(200);
const Version = z.int().min(1);
const Id = z.string().min(1).max(60);
const SchoolYearText = z
  .string()
  .refine((text) => yearOfBegin(text) !== undefined, '学年要写成 2024-2025 的形式。 Write the school year like 2024-2025.');
const AreaCode = z.string().regex(/^\d{6}(\d{3}){0,2}$/);
const Grade = z.int().min(1).max(9);
// No separator of a .csv, and nothing that a spreadsheet would take for a formula.
const Name = z
  .string()
  .trim()
  .max(40)
  .regex(/^[^=+\-@,，、"\s][^,，、"\t\r\n]*$/);
const Names = z.array(Name).max(10);

/** One page of a list. */
const PageQuery = {
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
};
function pageOf<Row extends z.ZodType>(row: Row) {
  return z.strictObject({ rows: z.array(row).readonly(), total: z.int(), page: z.int(), size: z.int() });
}

const AreaFields = {
  code: z.string(),
  level: z.enum(['county', 'township', 'village']),
  parentCode: z.string().nullable(),
  path: z.string(),
  name: z.string(),
  otherNames: z.array(z.string()).readonly(),
  from: z.string(),
  until: z.string().nullable(),
  successor: z.string().nullable(),
};

/** A place of the county. */
export const AreaView = z.strictObject({ ...AreaFields, version: z.int() });
export type AreaView = z.infer<typeof AreaView>;

export const AreasQuery = z.strictObject({ day: Day.optional() });
/** A place in the list of a day; `sounds` are its initials and its whole pinyin, to find it by. */
export const AreaListed = z.strictObject({ ...AreaView.shape, sounds: z.array(z.string()).readonly() });
export type AreaListed = z.infer<typeof AreaListed>;
export type AreasView = z.infer<typeof AreasView>;
export const AreasView = z.strictObject({ day: z.string(), areas: z.array(AreaListed).readonly() });
export const AreaParams = z.strictObject({ code: AreaCode });
/** A place with the names it has had. */
export type AreaHistoryView = z.infer<typeof AreaHistoryView>;
export const AreaHistoryView = z.strictObject({
  area: AreaView,
  names: z.array(z.strictObject({ from: z.string(), name: z.string(), reason: z.string() })).readonly(),
});
export const AreaDraft = z.strictObject({ code: AreaCode, name: Name, otherNames: Names, from: Day, reason: Reason });
export type AreaDraft = z.infer<typeof AreaDraft>;
/** `from` is the day from which a new name holds. */
export const AreaChange = z.strictObject({ name: Name, otherNames: Names, from: Day, reason: Reason, version: Version });
export type AreaChange = z.infer<typeof AreaChange>;
/** `until` is the last day on which the place exists. */
export const AreaClosing = z.strictObject({
  until: Day,
  successor: AreaCode.nullable(),
  reason: Reason,
  version: Version,
});
export type AreaClosing = z.infer<typeof AreaClosing>;

const AreaRowView = z.strictObject({ code: z.string(), name: z.string(), otherNames: z.array(z.string()).readonly() });
/** A table as text, pasted or as it was read from a file; the table of the largest county is a fifth of what is taken. */
export const AreaTableText = z.strictObject({ text: z.string().max(900_000) });
/** What an import of a table would do; `state` says on which state of the areas it was looked at. */
export const AreaPreview = z.strictObject({
  problems: z
    .array(
      z.strictObject({
        ...{ row: z.int(), column: z.string(), value: z.string() },
        ...{ code: z.string(), zh: z.string(), en: z.string() },
      }),
    )
    .readonly(),
  added: z.array(AreaRowView).readonly(),
  renamed: z.array(z.strictObject({ code: z.string(), from: z.string(), to: z.string() })).readonly(),
  respelled: z.array(AreaRowView).readonly(),
  moved: z.array(z.strictObject({ from: AreaRowView, to: AreaRowView })).readonly(),
  closed: z.array(AreaRowView).readonly(),
  reused: z.array(AreaRowView).readonly(),
  unchanged: z.int(),
  state: z.int(),
});
export type AreaPreview = z.infer<typeof AreaPreview>;
/** The same text once more, with the state that was looked at and the day from which it holds. */
export const AreaImport = z.strictObject({ text: AreaTableText.shape.text, state: z.int(), from: Day, reason: Reason });
export type AreaImport = z.infer<typeof AreaImport>;
export const AreaImported = z.strictObject({
  added: z.int(),
  renamed: z.int(),
  respelled: z.int(),
  moved: z.int(),
  closed: z.int(),
  unchanged: z.int(),
});

const Kind = z.enum(Object.keys(schoolKinds) as [SchoolKind, ...SchoolKind[]]);
const SchoolFields = {
  officialCode: z.string().nullable(),
  name: z.string(),
  otherNames: z.array(z.string()).readonly(),
  kind: Kind,
  parentId: z.string().nullable(),
  areaCode: z.string(),
  firstGrade: z.int(),
  lastGrade: z.int(),
};

/** A school or teaching point. */
export const SchoolView = z.strictObject({
  id: z.string(),
  path: z.string(),
  ...SchoolFields,
  areaPath: z.string(),
  from: z.string(),
  until: z.string().nullable(),
  version: z.int(),
});
export type SchoolView = z.infer<typeof SchoolView>;
export const SchoolParams = z.strictObject({ id: Id });
/** `q` is part of a name or the code; `area` an area code and everything below it. */
export const SchoolsQuery = z.strictObject({
  q: z.string().trim().max(40).default(''),
  kind: Kind.optional(),
  area: AreaCode.optional(),
  state: z.enum(['open', 'closed', 'all']).default('open'),
  ...PageQuery,
});
export type SchoolsQuery = z.infer<typeof SchoolsQuery>;
export type SchoolsView = z.infer<typeof SchoolsView>;
export const SchoolsView = pageOf(SchoolView);
const SchoolInput = {
  officialCode: z.string().trim().max(20).nullable(),
  name: Name,
  otherNames: Names,
  kind: Kind,
  parentId: Id.nullable(),
  areaCode: AreaCode,
  firstGrade: Grade,
  lastGrade: Grade,
};
export const NewSchool = z.strictObject({ ...SchoolInput, from: Day, reason: Reason });
export type NewSchool = z.infer<typeof NewSchool>;
export const SchoolChange = z.strictObject({ ...SchoolInput, reason: Reason, version: Version });
export type SchoolChange = z.infer<typeof SchoolChange>;
/** `until` is the last day of the school; its classes and owners end with it. */
export const SchoolClosing = z.strictObject({ until: Day, reason: Reason, version: Version });
export type SchoolClosing = z.infer<typeof SchoolClosing>;

/** A class of one school year. */
export const ClassView = z.strictObject({
  id: z.string(),
  schoolId: z.string(),
  school: z.string(),
  path: z.string(),
  schoolYear: z.string(),
  grades: z.array(z.int()).readonly(),
  number: z.int(),
  label: z.string().nullable(),
  name: Says,
  entryYear: z.int(),
  previousId: z.string().nullable(),
  from: z.string(),
  until: z.string().nullable(),
  version: z.int(),
});
export type ClassView = z.infer<typeof ClassView>;
export const ClassParams = z.strictObject({ id: Id });
export const ClassesQuery = z.strictObject({
  schoolYear: SchoolYearText,
  school: Id.optional(),
  grade: z.coerce.number().int().min(1).max(9).optional(),
  ...PageQuery,
});
export type ClassesQuery = z.infer<typeof ClassesQuery>;
export type ClassesView = z.infer<typeof ClassesView>;
export const ClassesView = pageOf(ClassView);
const ClassInput = {
  grades: z.array(Grade).min(1).max(9),
  number: z.int().min(1).max(99),
  label: Name.nullable(),
};
export const NewClass = z.strictObject({ schoolId: Id, schoolYear: SchoolYearText, ...ClassInput, from: Day.optional() });
export type NewClass = z.infer<typeof NewClass>;
export const ClassChange = z.strictObject({ ...ClassInput, version: Version });
export type ClassChange = z.infer<typeof ClassChange>;
export const ClassClosing = z.strictObject({ until: Day, reason: Reason, version: Version });
export type ClassClosing = z.infer<typeof ClassClosing>;

const NextClassView = z.strictObject({ schoolId: z.string(), school: z.string(), name: Says });
/** `school` limits the roll-over to one school. */
export const RollOverQuery = z.strictObject({ from: SchoolYearText, school: Id.optional() });
/** What a roll-over would do; `state` says on which state of the classes it was looked at. */
export const RollOverView = z.strictObject({
  from: z.string(),
  to: z.string(),
  moves: z.array(z.strictObject({ from: ClassView, to: NextClassView })).readonly(),
  joins: z.array(z.strictObject({ from: ClassView, to: ClassView })).readonly(),
  finishes: z
    .array(z.strictObject({ from: ClassView, grade: z.int(), leaving: z.enum(['to-junior', 'to-parent-school', 'graduated']) }))
    .readonly(),
  disappears: z.array(z.strictObject({ from: ClassView, why: Says })).readonly(),
  entrants: z.array(NextClassView).readonly(),
  done: z.int(),
  state: z.int(),
});
export type RollOverView = z.infer<typeof RollOverView>;
export const RollOverOrder = z.strictObject({
  from: SchoolYearText,
  school: Id.optional(),
  /** whether the proposed classes of the first grade are made too */ entrants: z.boolean(),
  state: z.int(),
});
export type RollOverOrder = z.infer<typeof RollOverOrder>;
export const RolledOver = z.strictObject({ moved: z.int(), joined: z.int(), entrants: z.int() });

const GridKinds = z.enum(['township', 'village', 'school', 'class']);
/** Who answers for a grid, from–until. */
export const OwnerView = z.strictObject({
  id: z.string(),
  path: z.string(),
  userId: z.string().nullable(),
  name: z.string(),
  duty: z.string(),
  from: z.string(),
  until: z.string().nullable(),
  version: z.int(),
});
export type OwnerView = z.infer<typeof OwnerView>;
/** The grids of a scope as of a day; `q` is part of a grid's name or of its owner's, `only` keeps those without an owner, or with several. */
export const GridsQuery = z.strictObject({
  q: z.string().trim().max(40).default(''),
  day: Day.optional(),
  kind: GridKinds.optional(),
  only: z.enum(['gap', 'overlap']).optional(),
  ...PageQuery,
});
export type GridsQuery = z.infer<typeof GridsQuery>;
export const GridView = z.strictObject({
  kind: GridKinds,
  path: z.string(),
  name: Says,
  from: z.string(),
  until: z.string().nullable(),
  owners: z.array(OwnerView).readonly(),
  problem: z.enum(['gap', 'overlap']).nullable(),
});
export type GridView = z.infer<typeof GridView>;
export type GridsView = z.infer<typeof GridsView>;
export const GridsView = z.strictObject({ ...pageOf(GridView).shape, day: z.string(), gaps: z.int(), overlaps: z.int() });
export const GridQuery = z.strictObject({ path: z.string().max(200) });
/**
 * One grid with everybody who has answered for it, and the days on which the rule of one owner was broken; `changeable` says
 * whether the asker may name its owners.
 */
export type GridHistoryView = z.infer<typeof GridHistoryView>;
export const GridHistoryView = z.strictObject({
  kind: GridKinds,
  path: z.string(),
  name: Says,
  owners: z.array(OwnerView).readonly(),
  problems: z
    .array(z.strictObject({ kind: z.enum(['gap', 'overlap']), from: z.string(), until: z.string().nullable() }))
    .readonly(),
  changeable: z.boolean(),
});
const OwnerInput = {
  userId: Id.nullable(),
  name: z.string().trim().min(1).max(40),
  duty: z.string().trim().max(40),
  from: Day,
  until: Day.nullable(),
  reason: z.string().trim().max(200),
};
export const NewOwner = z.strictObject({ path: z.string().max(200), ...OwnerInput });
export type NewOwner = z.infer<typeof NewOwner>;
export const OwnerParams = z.strictObject({ id: Id });
export const OwnerChange = z.strictObject({ ...OwnerInput, version: Version });
export type OwnerChange = z.infer<typeof OwnerChange>;
