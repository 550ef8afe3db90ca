import { describe, expect, it } from 'vitest';
import { packageHolidays } from '../server/holidays';
import { faultsOfHolidayYear, holidaysOf } from './holidays';

const name = { zh: '国庆节', en: 'National Day' };

/** The State Council's notices for 2024 to 2026 as the county's data research has them: days off; weekend days worked. */
const notices = {
  2024: [
    '01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-10 09-15..09-17 10-01..10-07',
    '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  ],
  2025: ['01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08', '01-26 02-08 04-27 09-28 10-11'],
  2026: [
    '01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07',
    '01-04 02-14 02-28 05-09 09-20 10-10',
  ],
} as const;

describe('the public holidays of the package', () => {
  it.each(Object.entries(notices))('of %s are those of the notice', (year, [off, worked]) => {
    const days = packageHolidays().find((one) => one.year === Number(year))?.days ?? [];
    expect(days.filter((day) => day.off).map(({ day }) => day)).toEqual(expand(year, off));
    expect(days.filter((day) => !day.off).map(({ day }) => day)).toEqual(expand(year, worked));
  });

  it('may stand by our own rules, and end where the package ends', () => {
    for (const year of packageHolidays()) expect(faultsOfHolidayYear(year)).toEqual([]);
    const holidays = holidaysOf(packageHolidays());
    expect(holidays.knows(2026)).toBe(true);
    expect(holidays.knows(2027)).toBe(false);
    expect(holidays.on('2025-10-06')?.name).toEqual({ zh: '中秋', en: 'Mid-autumn Festival' });
  });
});

describe('a year that the county enters', () => {
  it('replaces that year of the package as a whole', () => {
    const own = { year: 2025, days: [{ day: '2025-10-01', name, off: true }] };
    const holidays = holidaysOf([...packageHolidays(), own]);
    expect(holidays.on('2025-05-01')).toBeUndefined();
    expect(holidays.on('2025-10-01')?.name).toBe(name);
    expect(holidays.on('2026-05-01')?.off).toBe(true);
  });

  it('is refused where it cannot be a notice', () => {
    const faults = (...days: readonly [day: string, off: boolean][]) =>
      faultsOfHolidayYear({ year: 2027, days: days.map(([day, off]) => ({ day, name, off })) }).map(
        ({ path, zh }) => `${path} ${zh}`,
      );
    expect(faults(['2027-10-01', true])).toEqual([]);
    expect(faults(['2027-01-01', true])).toEqual([expect.stringContaining('days 缺少 2027 年国庆节')]);
    expect(faults(['2027-10-01', true], ['2027-02-30', true])).toEqual(['days.1.day 2027-02-30 不是 2027 年的日期，请改正。']);
    expect(faults(['2027-10-01', true], ['2026-10-01', true])).toEqual(['days.1.day 2026-10-01 不是 2027 年的日期，请改正。']);
    expect(faults(['2027-10-01', true], ['2027-10-01', true])).toEqual(['days.1.day 2027-10-01 写了两次，请删去一个。']);
    expect(faults(['2027-10-01', true], ['2027-10-11', false])).toEqual([
      'days.1.day 2027-10-11 不是周末，不会是调休上班日，请核对。',
    ]);
    expect(faults(['2027-10-01', true], ['2027-10-09', false])).toEqual([]);
  });
});

function expand(year: string, list: string): readonly string[] {
  return list.split(' ').flatMap((part) => {
    const [from, until = from] = part.split('..').map((day) => Date.parse(`${year}-${day}`));
    const days: string[] = [];
    for (let at = from; at <= until; at += 86_400_000) days.push(new Date(at).toISOString().slice(0, 10));
    return days;
  });
}
