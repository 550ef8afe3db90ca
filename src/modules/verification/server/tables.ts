import type { Generated } from 'kysely';
import type { TaskState } from '../rules/task-states';
import type { Answerer, AskableFinding } from '../rules/units';

/** The tables of this module, as migration 0006 made them. */
export type VerificationTables = {
  verification_batch: BatchRecord;
  verification_task: TaskRecord;
  verification_answer: AnswerRecord;
  verification_file: FileRecord;
};

export type BatchRecord = {
  county_id: string;
  batch_id: string;
  finding: AskableFinding;
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

export type TaskRecord = {
  county_id: string;
  task_id: string;
  batch_id: string;
  child_id: string;
  finding: AskableFinding;
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
  answered_as: Answerer;
  answered_at: Date;
  verdict: 'accepted' | 'sent-back' | null;
  verdict_reason: Buffer | null;
  valid_until_day: string | null;
  decided_by: string | null;
  decided_at: Date | null;
};

export type FileRecord = {
  county_id: string;
  task_id: string;
  file_id: string;
  answer_id: string | null;
  proof: string;
  added_by: string;
  added_at: Date;
};
