import type { Generated, Selectable } from 'kysely';
import type { RegisterKind } from '../../registers/index';
import type { Finding } from '../rules/finding-names';

/** The tables of this module, as migration 0006 made them. */
export type MatchingTables = {
  comparison_run: RunRecord;
  comparison_finding: FindingRecord;
  match_review: ReviewTable;
  match_decision: DecisionRecord;
};

type RunRecord = {
  county_id: string;
  run_no: number;
  run_id: string;
  as_of_day: string;
  inputs: unknown;
  counts: unknown;
  equation: unknown;
  changes: unknown;
  compared: unknown;
  asked_by: string | null;
  began_at: Date;
  ended_at: Date;
};

type FindingRecord = { county_id: string; finding: Finding; child_id: string; since_run: number; until_run: number | null };

export type ReviewState = 'open' | 'decided' | 'gone';
export type ReviewAnswer = 'same' | 'different' | 'unsure';

export type ReviewRecord = Selectable<ReviewTable>;

type ReviewTable = {
  county_id: string;
  review_id: string;
  left_kind: RegisterKind;
  left_key: string;
  right_kind: RegisterKind;
  right_key: string;
  state: ReviewState;
  score: number;
  evidence: Buffer;
  compared: Buffer;
  decision: ReviewAnswer | null;
  decided_compared: Buffer | null;
  reason: Generated<string>;
  decided_by: string | null;
  decided_at: Date | null;
  applied_run: number | null;
  version: Generated<number>;
  first_run: number;
  last_run: number;
};

export type DecisionRecord = {
  county_id: string;
  decision_id: string;
  review_id: string;
  decision: ReviewAnswer | 'taken-back';
  reason: string;
  decided_by: string;
  decided_at: Date;
  group_id: string | null;
  before: unknown;
};
