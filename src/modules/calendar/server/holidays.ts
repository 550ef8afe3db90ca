import { createRequire } from 'node:module';
import { z } from 'zod';
import type { HolidayYear } from '../rules/holidays';

/** The file of the package: day → `English,中文,number of days off by law`. Read as data: its functions reckon in local time. */
const PackageFile = z.object({
  holidays: z.record(z.string(), z.string()),
  workdays: z.record(z.string(), z.string()),
});

/**
 * The public holidays and 调休 days of every year the package `chinese-days` knows (2004 to 2026 in version 1.5.7). Throws when
 * the package's file has another form than the one we know.
 */
export function packageHolidays(): readonly HolidayYear[] {
  const file: unknown = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json');
  const { holidays, workdays } = PackageFile.parse(file);
  const days = [...named(holidays, true), ...named(workdays, false)];
  const years = new Set(days.map(({ day }) => yearOf(day)));
  return (
    [...years]
      .map((year) => ({ year, days: days.filter(({ day }) => yearOf(day) === year) }))
      // A notice may name days of the neighbouring year; only with its National Day is a year's own notice there.
      .filter(({ year, days: own }) => own.some(({ day, off }) => off && day === `${year}-10-01`))
  );
}

function named(days: Readonly<Record<string, string>>, off: boolean) {
  return Object.entries(days).map(([day, names]) => {
    const [en = day, zh = day] = names.split(',');
    return { day, name: { zh, en }, off };
  });
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
