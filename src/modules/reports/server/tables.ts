import type { StandingKey } from '../../../kernel/standing';
import type { LedgerFilter } from '../contract';
import type { KeptState } from '../rules/export-state';
import type { FieldClass } from '../rules/layouts';
import type { Ledger } from '../rules/ledgers';
import type { Purpose } from '../rules/purposes';

/** The views of what other modules keep, and the tables of this one, as migration 0008 made them. */
export type ReportTables = {
  report_child: {
    county_id: string;
    child_id: string;
    merged_into: string | null;
    name: string;
    sex: number;
    birth_day: string | null;
    grade: number | null;
    area_path: string;
    school_path: string;
    township: string;
    village: string;
    school_name: string;
    class_name: string;
  };
  report_name_key: { county_id: string; key: string; child_id: string };
  report_standing: {
    county_id: string;
    child_id: string;
    from_day: string;
    until_day: string;
    since_day: string | null;
    state: StandingKey;
    area_path: string;
    school_path: string;
    grade: number | null;
  };
  report_count: { county_id: string; tree: 'area' | 'school'; grid_path: string; from_day: string; counts: number[] };
  report_roll: { county_id: string; from_day: string; until_day: string };
  report_answer: {
    county_id: string;
    child_id: string;
    answer_id: string;
    answered_as: string;
    answered_by: string;
    answered_at: Date;
    found_day: string;
    proofs: string[];
  };
  report_area: { county_id: string; area_code: string; path: string; name: string; level: string };
  report_school: {
    county_id: string;
    school_id: string;
    path: string;
    area_path: string;
    name: string;
    official_code: string | null;
  };
  report_class: { county_id: string; path: string; grades: number[]; number: number; label: string | null };
  report_owner: { county_id: string; path: string; name: string; from_day: string; until_day: string | null };
  export_request: ExportRecord;
  export_child: { county_id: string; export_id: string; child_id: string };
};

export type ExportRecord = {
  county_id: string;
  export_id: string;
  number: string;
  kind: 'sheet' | 'roster' | 'print';
  ledger: Ledger;
  filter: LedgerFilter;
  classes: FieldClass[];
  purpose: Purpose;
  purpose_text: string;
  receiver: string;
  tree: 'county' | 'area' | 'school';
  path: string;
  asked_as: string;
  state: KeptState;
  version: number;
  rows_asked: number;
  rows_written: number | null;
  asked_by: string;
  asked_at: Date;
  expires_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  reason: string;
  job_id: string | null;
  file_id: string | null;
  ready_at: Date | null;
  until_at: Date | null;
  password: Buffer | null;
  taken_at: Date | null;
};
