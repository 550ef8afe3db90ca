import type { Level } from '../rules/levels';
import type { Half } from '../rules/span';
import type { Act, Kind, State } from '../rules/states';

/** The tables of this module, as migration 0011 made them. */
export type LeaveTables = {
  leave: LeaveRecord;
  leave_step: StepRecord;
  leave_link: LinkRecord;
};

export type LeaveRecord = {
  county_id: string;
  leave_id: string;
  child_id: string;
  class_path: string;
  kind: Kind;
  from_day: string;
  from_half: Half;
  until_day: string;
  until_half: Half;
  halves: number;
  level: Level;
  source: 'teacher' | 'guardian';
  guardian: Buffer | null;
  reason: Buffer | null;
  state: State;
  back_day: string | null;
  back_half: Half | null;
  ended_by: 'person' | 'roll' | null;
  asked_at: Date;
  changed_at: Date;
  version: number;
};

export type StepRecord = {
  county_id: string;
  leave_id: string;
  step: number;
  class_path: string;
  act: Act | 'ask';
  by_user: string | null;
  by_roll: boolean;
  note: Buffer | null;
  at: Date;
};

export type LinkRecord = {
  county_id: string;
  link_id: string;
  child_id: string;
  class_path: string;
  token_hash: Buffer;
  made_by: string;
  made_at: Date;
  expires_at: Date;
  used_at: Date | null;
  voided_at: Date | null;
};
