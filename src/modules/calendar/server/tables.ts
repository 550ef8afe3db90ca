import type { Generated } from 'kysely';

/** The tables of this module, as migration 0002 made them. */
export type CalendarTables = {
  term: Kept & {
    school_year: string;
    number: 1 | 2;
    opens_day: string;
    first_day: string;
    last_day: string;
    confirmed: boolean;
    source: string;
    reason: string;
  };
  school_year_setting: Kept & {
    school_year: string;
    exam_day: string | null;
    make_up_days_taught: boolean;
    source: string;
    reason: string;
  };
  calendar_exception: Kept & {
    exception_id: string;
    tree: 'county' | 'area' | 'school';
    path: string;
    grades: number[];
    from_day: string;
    until_day: string;
    kind: 'taught' | 'closed';
    reason: string;
    removed_at: Date | null;
    removed_reason: string | null;
  };
  holiday_year: Kept & { year: number; days: unknown; source: string; reason: string };
};

type Kept = { county_id: string; version: Generated<number>; changed_at: Date; changed_by: string };
