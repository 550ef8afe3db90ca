import type { Generated } from 'kysely';

/** The tables of this module, as migration 0014 made them, and as much of a child's as their queries need. */
export type GroupTables = { group_mark: MarkRecord };

export type MarkRecord = {
  county_id: string;
  mark_id: string;
  child_id: string;
  group_key: Buffer;
  kind_key: Buffer;
  derived: boolean;
  from_day: string;
  until_day: string | null;
  body: Buffer;
  noted_by: string;
  noted_at: Date;
  ended_day: string | null;
  ended_why: Buffer | null;
  ended_by: string | null;
  ended_at: Date | null;
  version: Generated<number>;
};
