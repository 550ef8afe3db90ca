import { z } from 'zod';
import { parseDay } from '../../kernel/day';
import { standingStates } from '../../kernel/standing';
import { ChildLine } from '../children/index';
import { missingKinds } from './rules/missing';
import { policyKeys } from './rules/policy-numbers';
import { ruleIds } from './rules/rule-book';

const Day = z.string().refine((text) => parseDay(text) !== undefined, '不是日期 · not a day');
const Path = z.string().regex(/^(?:[^/\s]+\/){1,3}$/);
const Words = z.strictObject({ zh: z.string(), en: z.string() });
const Count = z.number().int().nonnegative();
const State = z.enum(standingStates.map((state) => state.key));
const Rule = z.enum(ruleIds);
const Tree = z.enum(['area', 'school']);

/** Which roll is called: a grid of a tree on a day. Without a grid the asker's own, without a day today. */
export const RollCallQuery = z.strictObject({ tree: Tree.optional(), grid: Path.optional(), day: Day.optional() });
export type RollCallQuery = z.infer<typeof RollCallQuery>;

/** `name` is null for the grids of 「未落到村」 and 「未落到班」, which the page names itself. */
const GridView = z.strictObject({ path: Path, name: Words.nullable() });
export type GridView = z.infer<typeof GridView>;
const TermView = z.strictObject({ state: State, count: z.number().int() });

/** The equation of one grid: 应在学 = Σ terms, and children = 应在学 + Σ outside. */
const BalanceView = z.strictObject({
  children: Count,
  shouldBe: Count,
  terms: z.array(TermView),
  outside: z.array(TermView),
  balanced: z.boolean(),
});
export type BalanceView = z.infer<typeof BalanceView>;

/** A grid as it is asked about, with those above it that the asker may see. */
const Place = {
  day: Day,
  /** the county's day */ today: Day,
  tree: Tree,
  grid: GridView,
  above: z.array(GridView),
};

/** The roll call of a grid on a day, with the roll of each grid below it. */
export const RollCallView = z.strictObject({
  ...Place,
  /** the trees in which the asker has a grid, and his grids where there are several */ trees: z.array(Tree),
  homes: z.array(GridView),
  roll: BalanceView,
  /** packed as in `rules/roll.ts`: a county has many grids, and its page reads two or three numbers of each */
  below: z.array(z.strictObject({ grid: GridView, counts: z.array(z.int()) })),
  /** whether the grids below add up to this one, and the two trees to the same county; null where there is nothing to compare */
  levels: z.boolean().nullable(),
  treesAgree: z.boolean().nullable(),
  /** first and last day that can be called; null before the first child */ span: z
    .strictObject({ from: Day, until: Day })
    .nullable(),
  /** the moment up to which everything recorded is counted */ countedAt: z.iso.datetime(),
  /** children waiting to be counted again; 1001: more than a thousand */ waiting: Count,
  /** the whole county is being counted again, for a longer span or other policies */ recounting: z.boolean(),
});
export type RollCallView = z.infer<typeof RollCallView>;

/** Which children of a grid: those of 应在学, of one state, or all. */
export const RollPart = z.enum(['should-be', 'all', ...standingStates.map((state) => state.key)]);
export type RollPart = z.infer<typeof RollPart>;

const PageQuery = {
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
};

/** The children behind a number of the roll call. */
export const RollChildrenQuery = z.strictObject({
  ...RollCallQuery.shape,
  ...PageQuery,
  part: RollPart.default('should-be'),
  rule: Rule.optional(),
});
export type RollChildrenQuery = z.infer<typeof RollChildrenQuery>;

/** One child behind a number. `child` is null where the child is another's by now: it was counted here on that day. */
const RollChild = z.strictObject({
  childId: z.string(),
  child: ChildLine.nullable(),
  state: State,
  rule: Rule,
  since: Day.nullable(),
});
export type RollChild = z.infer<typeof RollChild>;

export const RollChildrenView = z.strictObject({
  ...Place,
  part: RollPart,
  roll: BalanceView,
  rows: z.array(RollChild),
  total: Count,
  page: Count,
  size: Count,
});
export type RollChildrenView = z.infer<typeof RollChildrenView>;

/** What changed in a grid between two days; `before` and `after` narrow it to one kind of change, `out` being no child of the grid. */
const Side = z.enum(['out', ...standingStates.map((state) => state.key)]);
export const RollChangesQuery = z.strictObject({
  tree: Tree.optional(),
  grid: Path.optional(),
  from: Day,
  to: Day,
  before: Side.optional(),
  after: Side.optional(),
  ...PageQuery,
});
export type RollChangesQuery = z.infer<typeof RollChangesQuery>;

const RollChange = z.strictObject({
  childId: z.string(),
  child: ChildLine.nullable(),
  before: Side,
  after: Side,
  rule: Rule.nullable(),
  on: Day,
});
export type RollChange = z.infer<typeof RollChange>;

export const RollChangesView = z.strictObject({
  ...Place,
  from: Day,
  to: Day,
  kinds: z.array(z.strictObject({ before: Side, after: Side, count: Count })),
  rows: z.array(RollChange),
  total: Count,
  page: Count,
  size: Count,
});
export type RollChangesView = z.infer<typeof RollChangesView>;

/** What somebody is about to print: the roll of a grid (`part` null), or the children behind a number of it. */
export const RollPrint = z.strictObject({
  tree: Tree,
  grid: Path,
  day: Day.nullable(),
  part: RollPart.nullable(),
  rows: Count,
});
export type RollPrint = z.infer<typeof RollPrint>;
export const RollPrinted = z.strictObject({ printed: z.literal(true) });

/** One fact that proves a standing, with what it says; `late`: recorded on a later day than the one it speaks of (补录). */
const ProofView = z.strictObject({
  id: z.string(),
  kind: z.string(),
  happenedDay: Day,
  recordedAt: z.iso.datetime(),
  source: z.enum(['register', 'school', 'township', 'village', 'department', 'bureau']),
  late: z.boolean(),
  body: z.record(z.string(), z.unknown()),
});
export type ProofView = z.infer<typeof ProofView>;

const Label = z.enum(['clause', 'county', 'suggested']);
const RuleView = z.strictObject({
  id: Rule,
  label: Label,
  clauses: z.array(z.string()),
  source: Words,
});

export const StandingParams = z.strictObject({ id: z.string().min(1).max(60) });
export const StandingQuery = z.strictObject({ day: Day.optional() });

/** Where a child stands on a day, which rule decided and on what it rests, what proves it and what is missing. */
export const StandingView = z.strictObject({
  childId: z.string(),
  day: Day,
  today: Day,
  state: State,
  inRoll: z.boolean(),
  since: Day.nullable(),
  rule: RuleView,
  provenBy: z.array(ProofView),
  /** one of each group is still needed */ missing: z.array(z.array(z.enum(missingKinds))),
  area: Path,
  school: Path,
  /** what the books said on that day, where something recorded later has changed it */
  knownThen: z.strictObject({ state: State, rule: Rule }).nullable(),
  /** where the child stands on each day of the school year of the day, as far as the books reach back */
  history: z.array(z.strictObject({ from: Day, until: Day, state: State, rule: Rule })),
});
export type StandingView = z.infer<typeof StandingView>;

const PolicyKey = z.enum(policyKeys);
const PolicyValue = z.union([z.int(), z.enum(['in-school', 'to-verify']), z.null()]);
const Said = z.string().trim().min(2).max(200);

/** One number of the policy as it holds today; `setBy` null: the county has not said anything of it yet. */
const PolicyNumber = z.strictObject({
  key: PolicyKey,
  value: PolicyValue,
  label: Label,
  confirmed: z.boolean(),
  source: Words,
  kind: z.union([
    z.strictObject({ kind: z.enum(['days', 'school-days', 'month', 'months', 'times']), least: z.int(), most: z.int() }),
    z.strictObject({ kind: z.enum(['proves', 'for-good']) }),
  ]),
  setBy: z.strictObject({ from: Day, name: z.string().nullable() }).nullable(),
  /** what is decided and does not hold yet */ coming: z.strictObject({ from: Day, value: PolicyValue }).nullable(),
  /** as the newest version has it, which a new one follows */
  newest: z.strictObject({ value: PolicyValue, confirmed: z.boolean() }),
});
export type PolicyNumber = z.infer<typeof PolicyNumber>;

/** One decision of the bureau; a number whose value stays as it was has been confirmed. */
const PolicyVersionView = z.strictObject({
  version: z.int(),
  from: Day,
  document: z.string(),
  reason: z.string(),
  setAt: z.iso.datetime(),
  setBy: z.string().nullable(),
  changes: z.array(z.strictObject({ key: PolicyKey, before: PolicyValue, after: PolicyValue })),
});
export type PolicyVersionView = z.infer<typeof PolicyVersionView>;

/** The numbers by which standings are judged, and every decision about them, the newest first. */
export const PolicyView = z.strictObject({
  today: Day,
  /** number of the newest decision, 0 before any */ version: Count,
  /** the days from which a new one can hold */ earliest: Day,
  latest: Day,
  numbers: z.array(PolicyNumber),
  versions: z.array(PolicyVersionView),
});
export type PolicyView = z.infer<typeof PolicyView>;

/** Sets or confirms numbers from a day on; `version` is the newest decision the asker has seen. */
export const NewPolicyVersion = z.strictObject({
  from: Day,
  changes: z
    .partialRecord(PolicyKey, PolicyValue)
    .refine((changes) => Object.keys(changes).length > 0, '没有要改的 · nothing to set'),
  document: Said,
  reason: Said,
  version: Count,
});
export type NewPolicyVersion = z.infer<typeof NewPolicyVersion>;
