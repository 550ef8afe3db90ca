import type { Promised, Reached, Reason, Way } from '../rules/contact';
import type { ReportKind, Unit } from '../rules/duties';
import type { Mark, Marked, Session } from '../rules/marks';
import type { Taker } from '../rules/window';

/** The tables of this module, as migrations 0009 and 0015 made them. */
export type AttendanceTables = {
  class_roll: RollRecord;
  roll_mark: MarkRecord;
  absence_contact: ContactRecord;
  absence_report: ReportRecord;
  absence_receipt: ReceiptRecord;
};

export type RollRecord = {
  county_id: string;
  class_id: string;
  day: string;
  session: Session;
  version: number;
  newest: boolean;
  class_path: string;
  present: string[];
  marks: Marked[];
  days_late: number;
  reason: string;
  taken_by: string;
  taken_as: Taker;
  taken_at: Date;
};

export type MarkRecord = {
  county_id: string;
  child_id: string;
  day: string;
  session: Session;
  class_id: string;
  class_path: string;
  mark: Mark;
};

export type ContactRecord = {
  county_id: string;
  contact_id: string;
  child_id: string;
  class_path: string;
  day: string;
  way: Way;
  reached: Reached;
  reason: Reason | null;
  promise: Promised;
  back_day: string | null;
  note: Buffer | null;
  noted_by: string;
  noted_as: Taker;
  noted_at: Date;
};

export type ReportRecord = {
  county_id: string;
  report_id: string;
  child_id: string;
  school_id: string;
  school_path: string;
  area_path: string;
  kind: ReportKind;
  year: string;
  serial: number;
  since: string;
  body: Buffer;
  made_by: string;
  made_day: string;
  made_at: Date;
};

export type ReceiptRecord = {
  county_id: string;
  report_id: string;
  unit: Unit;
  school_path: string;
  area_path: string;
  word: Buffer | null;
  received_by: string;
  received_day: string;
  received_at: Date;
};
