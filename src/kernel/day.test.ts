import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, formatDay, parseDay } from './day';

describe('days', () => {
  it('counts from 1970-01-01, leap days included', () => {
    expect(parseDay('1970-01-01')).toBe(0);
    expect(parseDay('2000-03-01')).toBe(11_017);
    expect(parseDay('2024-02-29')).toBe(19_782);
  });

  it('knows no day that the calendar does not have', () => {
    for (const text of ['2013-02-29', '1900-02-29', '2025-04-31', '2025-13-01', '2025-00-10', '2025-1-1', ''])
      expect(parseDay(text)).toBeUndefined();
  });

  it('agrees with the calendar of the platform on every day from 1850 to 2150', () => {
    fc.assert(
      fc.property(fc.integer({ min: -43_830, max: 65_744 }), (days) => {
        const date = new Date(days * 86_400_000);
        expect(dayNumber(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(days);
        expect(parseDay(formatDay(days))).toBe(days);
      }),
    );
  });
});
