import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../kernel/day';
import { MISSING_DAY } from '../../registers/index';
import { birthLevel, compareBirths } from './birth-level';

const levelOf = (a: string, b: string) => {
  const level = compareBirths(parseDay(a) ?? MISSING_DAY, parseDay(b) ?? MISSING_DAY);
  return Object.entries(birthLevel).find(([, number]) => number === level)?.[0];
};

describe('two birth dates', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['are equal', '2013-09-01', '2013-09-01', 'equal'],
    ['are a slip apart: one digit', '2013-09-01', '2013-09-07', 'slip'],
    ['are a slip apart: the last digit of the year', '2013-09-01', '2014-09-01', 'slip'],
    ['are a slip apart: month and day changed places', '2013-03-09', '2013-09-03', 'slip'],
    ['are a slip apart: two neighbours changed places', '2013-09-12', '2013-09-21', 'slip'],
    ['are a slip apart: one day, over the end of a month', '2013-08-31', '2013-09-01', 'slip'],
    ['are one day in two calendars: 七月廿六 is 2013-09-01', '2013-09-01', '2013-07-26', 'lunar'],
    ['share the month', '2013-09-01', '2013-09-25', 'sameMonth'],
    ['share the year where the day is a form’s default', '2013-01-01', '2013-09-25', 'sameYearDefault'],
    ['share the day in another year', '2009-09-12', '2011-09-12', 'otherYear'],
    ['share the year', '2013-02-14', '2013-09-25', 'sameYear'],
    ['share nothing', '2010-02-14', '2013-09-25', 'different'],
    ['are not compared where one is missing', '', '2013-09-25', 'missing'],
  ];
  for (const [says, a, b, level] of cases) {
    it(says, () => {
      expect(levelOf(a, b)).toBe(level);
      expect(levelOf(b, a)).toBe(level);
    });
  }

  it('agree in the same way whichever is first, and only equal days are equal', () => {
    const day = fc.integer({ min: 13_500, max: 18_000 });
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(compareBirths(a, b)).toBe(compareBirths(b, a));
        expect(compareBirths(a, b) === birthLevel.equal).toBe(a === b);
      }),
    );
  });
});
