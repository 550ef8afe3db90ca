import type { Generated } from 'kysely';
import type { RegisterKind } from '../../registers/index';
import type { Finding } from '../rules/finding-names';

/** The tables of this module, as migration 0006 made them. */
export type MatchingTables = {
  comparison_run: RunRecord;
  comparison_finding: FindingRecord;
  match_review: ReviewRecord;
  match_decision: DecisionRecord;
  comparison_memory: { county_id: string; part: string; part_no: number; body: Buffer };
  verification_batch: BatchRecord;
  verification_task: TaskRecord;
  verification_answer: AnswerRecord;
  verification_file: FileRecord;
};

type RunRecord = {
  county_id: string;
  run_no: number;
  run_id: string;
  as_of_day: string;
  mode: 'full' | 'incremental';
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

export type ReviewRecord = {
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
  version: Generated<number>;
  first_run: number;
  last_run: number;
};

type DecisionRecord = {
  county_id: string;
  decision_id: string;
  review_id: string;
  decision: ReviewAnswer | 'taken-back';
  reason: string;
  decided_by: string;
  decided_at: Date;
  group_id: string | null;
};

type BatchRecord = {
  county_id: string;
  batch_id: string;
  finding: string;
  run_no: number;
  due_day: string;
  note: string;
  tasks: number;
  sent_by: string;
  sent_at: Date;
  recalled_by: string | null;
  recalled_at: Date | null;
  recall_reason: Generated<string>;
};

export type TaskState = 'open' | 'answered' | 'accepted' | 'sent-back' | 'recalled';

export type TaskRecord = {
  county_id: string;
  task_id: string;
  batch_id: string;
  child_id: string;
  finding: string;
  tree: 'area' | 'school';
  path: string;
  due_day: string;
  state: TaskState;
  recall_why: 'bureau' | 'moved' | 'found' | null;
  answer_id: string | null;
  version: Generated<number>;
  created_at: Date;
  changed_at: Date;
};

export type AnswerRecord = {
  county_id: string;
  answer_id: string;
  task_id: string;
  child_id: string;
  outcome: string;
  proofs: string[];
  body: Buffer;
  found_day: string;
  answered_by: string;
  answered_as: 'school' | 'township' | 'village' | 'bureau';
  answered_at: Date;
  verdict: 'accepted' | 'sent-back' | null;
  verdict_reason: Buffer | null;
  valid_until_day: string | null;
  decided_by: string | null;
  decided_at: Date | null;
};

type FileRecord = {
  county_id: string;
  task_id: string;
  file_id: string;
  answer_id: string | null;
  proof: string;
  added_by: string;
  added_at: Date;
};
