import { z } from 'zod';
import { parseDay } from '../../kernel/day';
import { standingStates } from '../../kernel/standing';
import { missingKinds } from './rules/missing';
import { type RuleId, ruleBook } from './rules/rule-book';

const Day = z.string().refine((text) => parseDay(text) !== undefined, '不是日期 · not a day');
const Path = z.string().regex(/^(?:[^/\s]+\/){1,3}$/);
const Words = z.strictObject({ zh: z.string(), en: z.string() });
const Count = z.number().int().nonnegative();
const State = z.enum(standingStates.map((state) => state.key));
const Rule = z.enum(Object.keys(ruleBook) as RuleId[]);
const Tree = z.enum(['area', 'school']);

/** Which roll is called: a grid of a tree on a day. Without a grid the county, without a day today. */
export const RollCallQuery = z.strictObject({ tree: Tree.default('area'), grid: Path.optional(), day: Day.optional() });
export type RollCallQuery = z.infer<typeof RollCallQuery>;

/** `name` is null for the grids of 「未落到村」 and 「未落到班」, which the page names itself. */
const GridView = z.strictObject({ path: Path, name: z.string().nullable() });
const TermView = z.strictObject({ state: State, count: z.number().int() });

/** The equation of one grid: 应在学 = Σ terms, and children = 应在学 + Σ outside. */
const BalanceView = z.strictObject({
  children: Count,
  shouldBe: Count,
  terms: z.array(TermView),
  outside: z.array(TermView),
  balanced: z.boolean(),
});

/** The roll call of a grid on a day, with the grids above it and the roll of each grid below it. */
export const RollCallView = z.strictObject({
  day: Day,
  tree: Tree,
  grid: GridView,
  above: z.array(GridView),
  roll: BalanceView,
  below: z.array(z.strictObject({ grid: GridView, roll: BalanceView })),
  /** the moment up to which everything recorded is counted */ countedAt: z.iso.datetime(),
});
export type RollCallView = z.infer<typeof RollCallView>;

/** One fact that proves a standing; what it says in words comes from the module that recorded it. */
const ProofView = z.strictObject({
  id: z.string(),
  kind: z.string(),
  happenedDay: Day,
  recordedAt: z.iso.datetime(),
  source: z.enum(['register', 'school', 'township', 'village', 'department', 'bureau']),
  /** 补录: recorded after the day it speaks of */ late: z.boolean(),
  evidence: z.string().nullable(),
});

/** Where a child stands on a day, which rule decided and on what it rests, what proves it and what is missing. */
export const StandingView = z.strictObject({
  childId: z.string(),
  day: Day,
  state: State,
  inRoll: z.boolean(),
  since: Day.nullable(),
  rule: z.strictObject({
    id: Rule,
    label: z.enum(['clause', 'county', 'suggested']),
    clauses: z.array(z.string()),
    source: Words,
  }),
  provenBy: z.array(ProofView),
  /** one of each group is still needed */ missing: z.array(z.array(z.enum(missingKinds))),
  area: Path,
  school: Path,
});
export type StandingView = z.infer<typeof StandingView>;
