import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../kernel/day';
import { type AwayDay, signsOf } from './patterns';

/** Monday to Friday are school days. */
const schoolDaysBetween = (first: string, last: string) => {
  let count = 0;
  for (let day = parseDay(first) ?? 0; day <= (parseDay(last) ?? -1); day++) if ((day + 3) % 7 < 5) count++;
  return count;
};
const days = (kind: AwayDay['kind'], ...dates: readonly string[]) => dates.map((date) => ({ day: `2025-${date}`, kind }));
const keys = (away: readonly AwayDay[], unrecorded: readonly string[] = []) =>
  signsOf({ away, unrecorded, schoolDaysBetween }).map(({ key }) => key);

describe('what is worth a look', () => {
  it('is three days away within ten school days, and not within eleven', () => {
    expect(keys(days('absent', '03-04', '03-11', '03-13'))).toEqual(['often']);
    expect(keys(days('absent', '03-04', '03-11', '03-17'))).toEqual(['often']);
    expect(keys(days('absent', '03-04', '03-11', '03-18'))).toEqual([]);
    expect(keys(days('absent', '03-04', '03-11'))).toEqual([]);
  });

  it('names the days of the latest such stretch', () => {
    const away = days('absent', '03-04', '03-05', '03-06', '04-01', '04-02', '04-08', '05-20');
    expect(signsOf({ away, unrecorded: [], schoolDaysBetween })[0]?.days).toEqual(['2025-04-01', '2025-04-02', '2025-04-08']);
  });

  it('is two in three days away on a Monday or Friday, of at least three', () => {
    expect(keys(days('absent', '03-03', '03-21', '04-16'))).toEqual(['edges']);
    expect(keys(days('absent', '03-03', '03-25', '04-16'))).toEqual([]);
    expect(keys(days('absent', '03-03', '03-21'))).toEqual([]);
  });

  it('is three half days, and three leaves that are not one', () => {
    expect(keys(days('half', '03-03', '04-02', '05-07'))).toEqual(['halves']);
    expect(keys(days('half', '03-03', '04-02'))).toEqual([]);
    expect(keys(days('leave', '03-06', '03-07', '03-10', '03-11'))).toEqual([]);
    expect(keys(days('leave', '03-06', '03-07', '03-12', '04-02'))).toEqual(['leave']);
  });

  it('does not take leave for absence', () => {
    expect(keys(days('leave', '03-03', '03-04', '03-05', '03-07'))).toEqual([]);
    expect(keys([...days('absent', '03-04', '03-05'), ...days('leave', '03-06')])).toEqual([]);
  });

  it('is five days of which nothing is recorded', () => {
    expect(keys([], ['a', 'b', 'c', 'd', 'e'])).toEqual(['unrecorded']);
    expect(keys([], ['a', 'b', 'c', 'd'])).toEqual([]);
  });
});
