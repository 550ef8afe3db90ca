import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from '../../../kernel/day';
import { readDate } from './dates';
import { MISSING_DAY } from './register';

function shown(raw: string): string {
  const { day, problem } = readDate(raw);
  return problem ?? (day === MISSING_DAY ? '' : formatDay(day));
}

describe('a birthday', () => {
  it('is read in every way that lists write it', () => {
    const written = [
      ...[
        '20110101',
        '2011-1-1',
        '2011-01-01',
        '2011/1/1',
        '2011.1.1',
        '2011。1。1',
        '2011、1、1',
        '2011 1 1',
        '2011年1月1日',
        '2011年01月01号',
      ],
      ...[
        '二〇一一年一月一日',
        '二零一一年一月一日',
        '２０１１－０１－０１',
        '2011-01-01 00:00:00',
        '2011/1/1 0:00',
        '2011-01-01T08:00:00',
        '20110101000000',
      ],
      ...["'20110101", '20110101.0', '40544', '40544.0', '11.1.1', '11-01-01', '11年1月1日', ' 2011-1-1 '],
    ];
    expect(written.map((raw) => [raw, shown(raw)])).toEqual(written.map((raw) => [raw, '2011-01-01']));
    expect(shown('二〇一二年十二月三十一日')).toBe('2012-12-31');
    expect(shown('二〇一二年十月二十日')).toBe('2012-10-20');
    expect(shown('2012-02-29')).toBe('2012-02-29');
    expect(shown('75.3.5')).toBe('1975-03-05');
  });

  it('is a month only where the day is missing', () => {
    for (const raw of ['201101', '2011-01', '2011年1月', '2011.1', '2011/1', '二〇一一年一月', '2011', '2011年'])
      expect(shown(raw)).toBe('birthMonthOnly');
  });

  it('is not believed where the calendar has no such day', () => {
    for (const raw of ['20130229', '2013-2-30', '2012/13/1', '2012年4月31日', '18991231', '21010101', '20120300'])
      expect(shown(raw)).toBe('birthImpossible');
  });

  it('is not guessed where it could mean two things or nothing', () => {
    for (const raw of ['3/5/2012', '3/5/12', '12/3/5', '110101', '张三', '12岁', '2012年春', '农历正月初一', '99999', '123'])
      expect(shown(raw)).toBe('birthUnreadable');
  });

  it('is missing, without a word, where the cell says nothing', () => {
    for (const raw of ['', ' ', '无', '不详', '-', '/', '0', '00000000']) expect(shown(raw)).toBe('');
  });

  it('comes back from each way of writing any day', () => {
    const first = parseDay('1930-01-01') ?? 0;
    const last = parseDay('2060-01-01') ?? 0;
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (day) => {
        const iso = formatDay(day);
        const [year, month, date] = iso.split('-').map(Number);
        const written = [
          iso,
          iso.replaceAll('-', ''),
          `${year}/${month}/${date}`,
          `${year}年${month}月${date}日`,
          String(day + 25569),
        ];
        expect(written.map((raw) => readDate(raw).day)).toEqual(written.map(() => day));
      }),
    );
  });
});
