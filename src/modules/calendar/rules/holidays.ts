import { type Day, parseDay } from '../../../kernel/day';
import type { FieldFault, Sentence } from '../../../kernel/refusal';

/** A day that the State Council's yearly notice names: a day off, or a weekend day that is worked instead (调休上班). */
export type PublicHoliday = { readonly day: Day; readonly name: Sentence; readonly off: boolean };

/** The whole notice of one calendar year. A year without one is unknown, and never a year without holidays. */
export type HolidayYear = { readonly year: number; readonly days: readonly PublicHoliday[] };

/** The public holidays of all known years. */
export type Holidays = {
  /** whether the notice of that calendar year is known */ readonly knows: (year: number) => boolean;
  /** the days of that calendar year's notice; none where it is not known */ readonly of: (
    year: number,
  ) => readonly PublicHoliday[];
  readonly on: (day: Day) => PublicHoliday | undefined;
};

/** Puts years together; a later one replaces an earlier one of the same year as a whole, so that a county's own goes last. */
export function holidaysOf(years: readonly HolidayYear[]): Holidays {
  const known = new Map(years.map(({ year, days }) => [year, days]));
  const of = (year: number) => known.get(year) ?? [];
  return {
    knows: (year) => known.has(year),
    of,
    on: (day) => of(Number(day.slice(0, 4))).find((holiday) => holiday.day === day),
  };
}

/** What is wrong with a year that somebody typed in; nothing when it may stand. */
export function faultsOfHolidayYear({ year, days }: HolidayYear): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  const seen = new Set<Day>();
  days.forEach(({ day, off }, place) => {
    const path = `days.${place}.day`;
    const number = parseDay(day);
    if (number === undefined || Number(day.slice(0, 4)) !== year) {
      faults.push({ path, zh: `${day} 不是 ${year} 年的日期，请改正。`, en: `${day} is no day of ${year}; correct it.` });
    } else if (seen.has(day)) {
      faults.push({ path, zh: `${day} 写了两次，请删去一个。`, en: `${day} is there twice; remove one.` });
    } else if (!off && !isWeekend(number)) {
      faults.push({
        path,
        zh: `${day} 不是周末，不会是调休上班日，请核对。`,
        en: `${day} is no weekend day, so it cannot be worked instead of one; check it.`,
      });
    }
    seen.add(day);
  });
  if (!days.some(({ day, off }) => off && day === `${year}-10-01`)) {
    const zh = `缺少 ${year} 年国庆节（10-01），看起来没有填全。请对照国务院办公厅的放假通知补齐。`;
    faults.push({ path: 'days', zh, en: `${year} lacks 1 October, so it seems incomplete. Complete it from the notice.` });
  }
  return faults;
}

/** Saturday or Sunday; `number` counts days since 1970-01-01, a Thursday. */
export function isWeekend(number: number): boolean {
  const weekday = (((number + 3) % 7) + 7) % 7;
  return weekday >= 5;
}
