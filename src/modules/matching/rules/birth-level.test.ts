import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../kernel/day';
import { MISSING_DAY } from '../../registers/index';
import { birthLevel, birthLevels, compareBirths } from './birth-level';

type Level = keyof typeof birthLevel;

describe('how two birth dates agree', () => {
  it.each<[Level, string, string]>([
    ['missing', '', '2013-03-05'],
    ['missing', '', ''],
    ['equal', '2013-03-05', '2013-03-05'],
    ['slip', '2013-03-05', '2013-03-06'],
    ['slip', '2013-02-28', '2013-03-01'],
    ['slip', '2012-12-31', '2013-01-01'],
    ['slip', '2013-03-05', '2013-05-03'],
    ['slip', '2013-10-12', '2013-12-10'],
    ['slip', '2013-03-05', '2013-03-25'],
    ['slip', '2013-03-05', '2013-08-05'],
    ['slip', '2013-12-21', '2013-12-12'],
    ['slip', '2013-01-05', '2013-10-05'],
    ['slip', '2013-03-05', '2018-03-05'],
    ['slip', '2013-09-01', '2014-09-01'],
    ['slip', '2013-08-31', '2013-09-01'],
    ['sameMonth', '2013-03-05', '2013-03-28'],
    ['sameYearDefault', '2013-09-27', '2013-01-01'],
    ['otherYear', '2009-03-05', '2010-03-05'],
    ['otherYear', '2009-03-05', '2012-03-05'],
    ['sameYear', '2013-03-05', '2013-11-28'],
    ['different', '2013-03-05', '2014-11-28'],
    ['different', '2009-03-05', '2023-03-05'],
    ['different', '2013-01-01', '2014-09-27'],
  ])('%s: %s, %s', (level, a, b) => {
    expect(levelOf(a, b)).toBe(level);
    expect(levelOf(b, a)).toBe(level);
  });

  it.each([
    ['2013-09-01', '2013-07-26'],
    ['2013-09-03', '2013-07-28'],
    ['2014-02-28', '2014-01-29'],
    ['2012-02-05', '2012-01-14'],
  ])('knows %s as %s of the farmers’ calendar', (solar, lunar) => {
    expect(farmersDate(solar)).toBe(lunar);
    expect(levelOf(solar, lunar)).toBe('lunar');
    expect(levelOf(lunar, solar)).toBe('lunar');
  });

  it('does not take any two dates a month apart for one in the farmers’ calendar', () => {
    expect(levelOf('2013-09-03', '2013-07-27')).toBe('sameYear');
  });

  it('is the same from either side, equal only for one day, and always a place in the table', () => {
    const day = fc.integer({ min: 14_000, max: 18_000 });
    fc.assert(
      fc.property(day, day, (a, b) => {
        const level = compareBirths(a, b);
        return level === compareBirths(b, a) && (level === birthLevel.equal) === (a === b) && level > 0 && level < birthLevels;
      }),
    );
  });
});

function levelOf(a: string, b: string): string | undefined {
  const level = compareBirths(parseDay(a) ?? MISSING_DAY, parseDay(b) ?? MISSING_DAY);
  return Object.entries(birthLevel).find(([, number]) => number === level)?.[0];
}

/** The day as a Chinese calendar writes it, by the calendar that comes with the runtime. */
function farmersDate(day: string): string {
  const calendar = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', dateStyle: 'short' });
  const part = (type: string) =>
    calendar.formatToParts(new Date(`${day}T00:00:00Z`)).find((one) => one.type === type)?.value ?? '';
  return `${part('relatedYear')}-${part('month').padStart(2, '0')}-${part('day').padStart(2, '0')}`;
}
