import type { JSONColumnType } from 'kysely';
import type { StandingKey } from '../../../kernel/standing';
import type { PolicyChanges } from '../rules/county-policy';
import type { Tree } from '../rules/grids';
import type { RuleId } from '../rules/rule-book';

/** The tables of this module, as migration 0007 made them. */
export type StandingTables = {
  standing_interval: IntervalRecord;
  roll_grid: { county_id: string; tree: Tree; grid_path: string; parent_path: string };
  roll_count: { county_id: string; tree: Tree; grid_path: string; from_day: string; counts: number[] };
  roll: RollRecord;
  standing_policy: PolicyRecord;
};

type IntervalRecord = {
  county_id: string;
  child_id: string;
  from_day: string;
  until_day: string;
  state: StandingKey;
  in_roll: boolean;
  rule: RuleId;
  area_path: string;
  school_path: string;
  since_day: string | null;
  grade: number | null;
};

type RollRecord = {
  county_id: string;
  from_day: string;
  until_day: string;
  policies: string;
  next_from: string | null;
  next_until: string | null;
  next_policies: string | null;
  recount_after: string | null;
};

type PolicyRecord = {
  county_id: string;
  version: number;
  from_day: string;
  changes: JSONColumnType<PolicyChanges>;
  document: string;
  reason: string;
  set_by: string;
  set_at: Date;
};
