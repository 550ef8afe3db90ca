import type { Generated } from 'kysely';
import type { SourceKind } from '../rules/child-values';

/** The tables of this module, as migration 0005 made them. */
export type ChildrenTables = {
  child: ChildRecord;
  child_name_key: { county_id: string; key: string; child_id: string };
  child_number_key: { county_id: string; number: Buffer; child_id: string };
  child_source: SourceRecord;
  child_correction: CorrectionRecord;
  child_fact: FactRecord;
  child_merge: MergeRecord;
  child_reveal: RevealRecord;
  child_due: { county_id: string; due_id: string; child_id: string; asked_at: Date };
};

export type ChildRecord = {
  county_id: string;
  child_id: string;
  name: string;
  former_name: string;
  sex: number;
  birth_day: string | null;
  id_number: Buffer | null;
  student_number: Buffer | null;
  ethnicity: Buffer | null;
  guardian_name: Buffer | null;
  guardian_phone: Buffer | null;
  address: Buffer | null;
  township: string;
  village: string;
  area_path: string;
  school_id: string | null;
  class_id: string | null;
  school_path: string;
  school_name: string;
  grade: number | null;
  class_name: string;
  listed: number;
  won_by: unknown;
  joined: Generated<boolean>;
  merged_into: string | null;
  version: Generated<number>;
  created_at: Date;
  changed_at: Date;
};

/** Who said that a row is this child; `alone`: it is the child's only row. */
export type SourceLink = 'alone' | 'program' | 'person';

type SourceRecord = {
  county_id: string;
  kind: SourceKind;
  row_key: string;
  child_id: string;
  batch_id: string;
  row_no: number;
  unit_path: string;
  as_of_day: string;
  place: string;
  content: Buffer;
  body: Buffer;
  link: SourceLink;
  score: number | null;
  evidence: Buffer | null;
  since_run: number;
  since_at: Date;
  gone_run: number | null;
};

type CorrectionRecord = {
  county_id: string;
  correction_id: string;
  child_id: string;
  field: string;
  value: Buffer;
  reason: string;
  file_id: string | null;
  said_by: string;
  said_at: Date;
  withdrawn_by: string | null;
  withdrawn_at: Date | null;
};

/** Who says a fact. */
export type FactSource = 'register' | 'school' | 'township' | 'village' | 'department' | 'bureau';

type FactRecord = {
  county_id: string;
  fact_id: string;
  child_id: string;
  kind: string;
  happened_day: string;
  recorded_at: Date;
  source: FactSource;
  batch: string | null;
  evidence: string | null;
  body: unknown;
};

export type MergeState = 'proposed' | 'asked' | 'merged' | 'refused' | 'undo-asked' | 'undone';

type MergeRecord = {
  county_id: string;
  merge_id: string;
  kept_id: string;
  other_id: string;
  state: MergeState;
  version: Generated<number>;
  proposed_run: number | null;
  reason: string;
  asked_by: string | null;
  asked_at: Date | null;
  decided_by: string | null;
  decided_at: Date | null;
  undo_reason: Generated<string>;
  undo_asked_by: string | null;
  undo_asked_at: Date | null;
  undone_by: string | null;
  undone_at: Date | null;
  moved: unknown;
  created_at: Date;
};

type RevealRecord = {
  county_id: string;
  reveal_id: string;
  child_id: string;
  field: string;
  user_id: string;
  session_id: string;
  reason: string;
  revealed_at: Date;
  until_at: Date;
};
