import { describe, expect, it } from 'vitest';
import { daysOfSchoolYear, schoolYearAfter, schoolYearOf, yearOfBegin } from './school-year';

describe('a school year', () => {
  it('begins on 1 September, not on 31 August', () => {
    expect(schoolYearOf('2025-08-31')).toBe('2024-2025');
    expect(schoolYearOf('2025-09-01')).toBe('2025-2026');
    expect(daysOfSchoolYear('2024-2025')).toEqual({ first: '2024-09-01', last: '2025-08-31' });
    expect(schoolYearAfter('2024-2025')).toBe('2025-2026');
  });

  it('is not read from what is none', () => {
    expect(yearOfBegin('2024-2025')).toBe(2024);
    for (const text of ['2024-2026', '2024', '2024—2025', '']) expect(yearOfBegin(text)).toBeUndefined();
    expect(() => schoolYearOf('2025-02-30')).toThrow('not a day');
    expect(() => daysOfSchoolYear('2024')).toThrow('not a school year');
  });
});
