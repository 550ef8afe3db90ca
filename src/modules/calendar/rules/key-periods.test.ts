import { describe, expect, it } from 'vitest';
import { keyPeriodsOf, keyPeriodsOn } from './key-periods';
import { proposedTerms } from './term';

describe('the three key periods', () => {
  it('come from the terms, the exam and December', () => {
    expect(keyPeriodsOf('2024-2025', proposedTerms, '2025-06-21').map(({ name, days }) => [name.zh, days])).toEqual([
      ['秋季开学', { first: '2024-08-25', last: '2024-09-14' }],
      ['12 月回头看', { first: '2024-12-01', last: '2024-12-31' }],
      ['春季开学', { first: '2025-02-22', last: '2025-03-14' }],
      ['中考前一个月', { first: '2025-05-21', last: '2025-06-20' }],
    ]);
  });

  it('have no days where the county has not said when', () => {
    const [autumn, , , exam] = keyPeriodsOf('2027-2028', proposedTerms, undefined);
    expect(autumn?.days).toBeUndefined();
    expect(exam?.days).toBeUndefined();
  });

  it('begin on the last day of a month that has no such date', () => {
    const exam = (day: string) => keyPeriodsOf('2024-2025', [], day)[3]?.days?.first;
    expect(exam('2025-07-31')).toBe('2025-06-30');
    expect(exam('2025-03-31')).toBe('2025-02-28');
    expect(exam('2025-01-31')).toBe('2024-12-31');
  });

  it('are looked up by day, the day of the exam being outside', () => {
    const periods = keyPeriodsOf('2024-2025', proposedTerms, '2025-06-21');
    expect(keyPeriodsOn('2025-06-20', periods).map(({ kind }) => kind)).toEqual(['before-exam']);
    expect(keyPeriodsOn('2025-06-21', periods)).toEqual([]);
    expect(keyPeriodsOn('2024-12-31', periods).map(({ kind }) => kind)).toEqual(['december']);
  });
});
