import type { BadRowChoice, BatchState, CommitMode, RegisterUnit } from '../rules/batch-state';
import type { SheetFacts } from '../rules/layout';
import type { RegisterKind } from '../rules/register';

/** The tables of this module, as migration 0003 made them. */
export type RegisterTables = {
  register_batch: BatchRecord;
  register_file: {
    county_id: string;
    batch_id: string;
    file_no: number;
    file_id: string;
    name: string;
    bytes: string | number;
    sha256: Buffer;
  };
  register_sheet: {
    county_id: string;
    batch_id: string;
    sheet_no: number;
    file_no: number;
    name: string;
    layout: StoredLayout;
    first_row: number;
    rows: number;
  };
  register_chunk: {
    county_id: string;
    batch_id: string;
    chunk_no: number;
    sheet_no: number;
    first_row: number;
    rows: number;
    body: Buffer;
  };
  register_index: { county_id: string; batch_id: string; bucket: number; body: Buffer };
  register_problem: { county_id: string; batch_id: string; group_no: number; page_no: number; body: Buffer };
  register_mapping: {
    county_id: string;
    kind: RegisterKind;
    source_key: string;
    choices: MappingChoices;
    version: number;
    changed_by: string;
    changed_at: Date;
  };
  register_snapshot: {
    county_id: string;
    snapshot_id: string;
    kind: RegisterKind;
    unit_tree: RegisterUnit['tree'];
    unit_path: string;
    as_of_day: string;
    batch_id: string;
    previous_snapshot_id: string | null;
    rows: number;
    created_at: Date;
  };
  register_layer: { county_id: string; snapshot_id: string; layer_no: number; batch_id: string; dropped: Buffer };
  register_current: {
    county_id: string;
    kind: RegisterKind;
    unit_path: string;
    unit_tree: RegisterUnit['tree'];
    snapshot_id: string;
    version: number;
    changed_at: Date;
  };
};

/** Column key → role, as a person said. */
export type MappingChoices = Readonly<Record<string, string>>;

/** What is kept of a sheet beside its rows: what was seen of it, what people said of its columns, hidden sheets beside it. */
export type StoredLayout = {
  readonly facts: SheetFacts;
  readonly sourceKey: string;
  readonly mapping: MappingChoices;
  readonly hidden: readonly string[];
};

type BatchRecord = {
  county_id: string;
  batch_id: string;
  kind: RegisterKind;
  unit_tree: RegisterUnit['tree'];
  unit_path: string;
  as_of_day: string;
  state: BatchState;
  version: number;
  mode: CommitMode | null;
  bad_rows: BadRowChoice | null;
  mends_batch_id: string | null;
  source_key: string | null;
  /** source → column key → role */ mapping: Readonly<Record<string, MappingChoices>>;
  rows: number;
  error_rows: number;
  job_id: string | null;
  preview: Buffer | null;
  refusal: { code: string; zh: string; en: string } | null;
  reason: string | null;
  created_by: string;
  created_at: Date;
  committed_by: string | null;
  committed_at: Date | null;
  undone_by: string | null;
  undone_at: Date | null;
};
