import type { SheetState } from '../contract';
import type { ItemState, Kind, Owner, Reason } from '../rules/kinds';
import type { Sums } from '../rules/sheet';

/** The tables of this module, as migration 0012 made them. */
export type CheckTables = {
  check_month: MonthRecord;
  check_sheet: SheetRecord;
  check_account: AccountRecord;
  check_item: ItemRecord;
  check_item_step: StepRecord;
};

export type MonthRecord = {
  county_id: string;
  month: string;
  open_day: string;
  reason: string;
  opened_by: string;
  opened_at: Date;
};

export type SheetRecord = {
  county_id: string;
  month: string;
  class_id: string;
  version: number;
  newest: boolean;
  school_id: string;
  class_path: string;
  content: Buffer;
  sums: Sums;
  state: SheetState;
  reason: string;
  signed_by: string;
  signed_as: 'teacher' | 'registrar';
  signed_at: Date;
  judged_by: string | null;
  judged_at: Date | null;
};

export type AccountRecord = {
  county_id: string;
  month: string;
  school_id: string;
  version: number;
  school_path: string;
  number: string;
  content: Buffer;
  digest: Buffer;
  seal: Buffer;
  classes: number;
  missing: number;
  differences: number;
  reason: string;
  signed_by: string;
  signed_at: Date;
};

export type ItemRecord = {
  county_id: string;
  item_id: string;
  school_id: string;
  class_path: string;
  child_id: string | null;
  name: string;
  kind: Kind;
  reason: Reason;
  elsewhere: string;
  owner: Owner;
  due_day: string;
  state: ItemState;
  first_month: string;
  last_month: string;
  closed_day: string | null;
  version: number;
};

export type StepRecord = {
  county_id: string;
  item_id: string;
  step: number;
  class_path: string;
  act: 'found' | 'again' | 'state' | 'owner' | 'settled' | 'taken-back';
  month: string;
  reason: Reason | null;
  owner: Owner | null;
  state: ItemState | null;
  present: number | null;
  note: Buffer | null;
  done_by: string;
  done_at: Date;
};
