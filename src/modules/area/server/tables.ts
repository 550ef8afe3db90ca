import type { Generated } from 'kysely';
import type { AreaLevel } from '../rules/area-code';
import type { GridKind } from '../rules/grid-owner';
import type { SchoolKind } from '../rules/school';

/** The tables of this module, as migration 0002 made them. */
export type AreaTables = {
  area: AreaRecord;
  area_name: {
    county_id: string;
    area_code: string;
    from_day: string;
    name: string;
    reason: string;
    changed_at: Date;
    changed_by: string;
  };
  school: SchoolRecord;
  school_class: ClassRecord;
  grid_owner: OwnerRecord;
};

type Kept = { county_id: string; version: Generated<number>; changed_at: Date; changed_by: string };

type AreaRecord = Kept & {
  area_code: string;
  level: AreaLevel;
  parent_code: string | null;
  path: string;
  name: string;
  other_names: string[];
  from_day: string;
  until_day: string | null;
  successor_code: string | null;
  reason: string;
};

type SchoolRecord = Kept & {
  school_id: string;
  path: string;
  official_code: string | null;
  name: string;
  other_names: string[];
  kind: SchoolKind;
  parent_school_id: string | null;
  area_code: string;
  area_path: string;
  first_grade: number;
  last_grade: number;
  from_day: string;
  until_day: string | null;
  reason: string;
};

type ClassRecord = Kept & {
  class_id: string;
  school_id: string;
  path: string;
  area_path: string;
  school_year: string;
  grades: number[];
  number: number;
  label: string | null;
  previous_class_id: string | null;
  from_day: string;
  until_day: string | null;
};

type OwnerRecord = Kept & {
  owner_id: string;
  grid: GridKind;
  path: string;
  area_path: string;
  user_id: string | null;
  name: string;
  duty: string;
  from_day: string;
  until_day: string | null;
  reason: string;
};
