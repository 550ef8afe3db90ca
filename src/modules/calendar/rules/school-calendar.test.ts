import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, formatDay, parseDay } from '../../../kernel/day';
import { packageHolidays } from '../server/holidays';
import type { CalendarException } from './exception';
import { exceptionsFor } from './exception';
import { type Holidays, holidaysOf } from './holidays';
import { makeSchoolCalendar } from './school-calendar';
import { proposedTerms, type Term } from './term';

const holidays = holidaysOf(packageHolidays());

function calendar(
  options: { exceptions?: CalendarException[]; terms?: readonly Term[]; taught?: boolean; holidays?: Holidays } = {},
) {
  return makeSchoolCalendar({
    terms: options.terms ?? proposedTerms,
    holidays: options.holidays ?? holidays,
    makeUpDaysTaught: () => options.taught ?? true,
    exceptions: options.exceptions ?? [],
  });
}

function exception(change: Partial<CalendarException>): CalendarException {
  const plain = { id: 'a', tree: 'county', path: '211324/', grades: [], from: '2025-03-05', until: '2025-03-05' } as const;
  return { ...plain, kind: 'closed', reason: '大雪', ...change };
}

describe('the school days of a county', () => {
  it('are weekdays of a term that are no public holiday', () => {
    const days = calendar();
    expect(days.isSchoolDay('2025-03-03')).toBe(true);
    expect(days.whyNoSchool('2025-03-01')?.zh).toBe('开学报到，还没有上课');
    expect(days.whyNoSchool('2025-03-08')?.zh).toBe('周末');
    expect(days.whyNoSchool('2025-04-04')?.zh).toBe('清明放假');
    expect(days.whyNoSchool('2025-05-05')).toEqual({ zh: '劳动节放假', en: 'public holiday (Labour Day)' });
    expect(days.whyNoSchool('2025-02-10')?.zh).toBe('寒假');
    expect(days.whyNoSchool('2025-08-01')?.zh).toBe('暑假');
    expect(days.whyNoSchool('2024-08-20')?.zh).toBe('暑假');
    expect(days.whyNoSchool('2025-03-04')).toBeUndefined();
  });

  it('hold the days worked in place of a holiday only where the county teaches on them', () => {
    expect(calendar().isSchoolDay('2025-04-27')).toBe(true);
    expect(calendar({ taught: false }).whyNoSchool('2025-04-27')?.zh).toBe('调休上班日，学校不上课');
  });

  it('leave out a holiday on the first and on the last day of a term too', () => {
    const [, , autumn] = proposedTerms;
    const terms = autumn ? [{ ...autumn, opensDay: '2025-10-01', firstDay: '2025-10-01', lastDay: '2026-01-01' }] : [];
    expect(calendar({ terms }).whyNoSchool('2025-10-01')?.zh).toBe('国庆节放假');
    expect(calendar({ terms }).whyNoSchool('2026-01-01')?.zh).toBe('元旦放假');
  });

  it('leave out what is closed and take in what is taught besides', () => {
    const snow = exception({});
    const makeUp = exception({ id: 'b', kind: 'taught', from: '2025-03-08', until: '2025-03-08', reason: '补课' });
    const days = calendar({ exceptions: [snow, makeUp] });
    expect(days.whyNoSchool('2025-03-05')).toEqual({ zh: '停课：大雪', en: 'no lessons: 大雪' });
    expect(days.isSchoolDay('2025-03-08')).toBe(true);
  });

  it('are 91 in the proposed spring of 2025, counted by hand from a wall calendar', () => {
    // 19 weeks of 5 days from 3 March to 11 July, less 4 April, 1, 2 and 5 May, 2 June, and 27 April taught besides.
    expect(calendar().schoolDaysBetween('2025-03-03', '2025-07-11')).toBe(19 * 5 - 5 + 1);
  });

  it('cannot be counted over days that the calendar does not know', () => {
    const days = calendar();
    expect(days.addSchoolDays('2025-07-11', 1)).toBe('2025-09-01');
    expect(days.addSchoolDays('2025-03-06', 3)).toBe('2025-03-11');
    expect(days.addSchoolDays('2025-03-10', -3)).toBe('2025-03-05');
    expect(days.addSchoolDays('2025-03-08', 0)).toBe('2025-03-10');
    expect(days.addSchoolDays('2027-01-15', 1)).toBeUndefined();
    expect(days.doubtAbout('2027-03-01', '2027-03-05')?.code).toBe('term-unknown');
    const gap = proposedTerms.filter(({ schoolYear }) => schoolYear !== '2025-2026');
    expect(calendar({ terms: gap }).addSchoolDays('2025-07-11', 1)).toBeUndefined();
  });

  it('of a year without a notice are marked, and not taken for a year without holidays', () => {
    const days = calendar();
    expect(days.holidaysUnknown).toEqual([2027]);
    expect(days.doubtAbout('2026-12-30', '2027-01-04')?.says.zh).toContain('2027 年的放假和调休安排还没有');
    expect(days.doubtAbout('2026-09-01', '2026-12-31')).toBeUndefined();
    expect(days.doubtAbout('2027-01-04', '2026-12-30')).toBeUndefined();
  });

  it('are none where the county has entered no term', () => {
    const days = calendar({ terms: [] });
    expect(days.isSchoolDay('2025-03-04')).toBe(false);
    expect(days.whyNoSchool('2025-03-04')?.zh).toBe('校历里还没有这一天所在的学期');
    expect(days.doubtAbout('2025-03-04', '2025-03-04')?.code).toBe('term-unknown');
  });
});

describe('an exception', () => {
  const ofCounty = exception({ reason: '县' });
  const ofTownship = exception({ id: 'b', tree: 'area', path: '211324/211324104/', kind: 'taught', reason: '镇' });
  const ofSchool = exception({ id: 'c', tree: 'school', path: '211324/s1/', reason: '校' });
  const all = [ofSchool, ofTownship, ofCounty];
  const inTownship = { area: '211324/211324104/211324104208/' };

  it('of the nearer place goes before one of the place around it', () => {
    expect(exceptionsFor(all, {}).map(({ reason }) => reason)).toEqual(['县']);
    expect(exceptionsFor(all, inTownship).map(({ reason }) => reason)).toEqual(['县', '镇']);
    expect(exceptionsFor(all, { ...inTownship, school: '211324/s1/c1/' }).map(({ reason }) => reason)).toEqual([
      '县',
      '镇',
      '校',
    ]);
    expect(exceptionsFor(all, { ...inTownship, school: '211324/s10/' }).map(({ reason }) => reason)).toEqual(['县', '镇']);
    expect(calendar({ exceptions: [...exceptionsFor(all, inTownship)] }).isSchoolDay('2025-03-05')).toBe(true);
  });

  it('of a village or a class goes before one of its township or school, in whatever order they were written', () => {
    const village = exception({ id: '1', tree: 'area', path: '211324/211324104/211324104208/', reason: '村' });
    const ofClass = exception({ id: '0', tree: 'school', path: '211324/s1/c1/', reason: '班' });
    const whose = { ...inTownship, school: '211324/s1/c1/' };
    const order = (list: readonly CalendarException[]) => exceptionsFor(list, whose).map(({ reason }) => reason);
    expect(order([ofClass, village, ...all])).toEqual(['县', '镇', '村', '校', '班']);
    expect(order([...all, village, ofClass])).toEqual(['县', '镇', '村', '校', '班']);
  });

  it('for one grade does not close the school', () => {
    const leaving = exception({ grades: [9], from: '2025-06-23', until: '2025-07-11', reason: '中考结束' });
    expect(exceptionsFor([leaving], { grade: 9 })).toEqual([leaving]);
    expect(exceptionsFor([leaving], { grade: 8 })).toEqual([]);
    expect(exceptionsFor([leaving], {})).toEqual([]);
  });
});

/** The definition said again, day by day and without the arrays. */
function naive(day: Day, terms: readonly Term[], taught: boolean, exceptions: readonly CalendarException[]): boolean {
  const last = exceptions.filter(({ from, until }) => from <= day && day <= until).at(-1);
  if (last) return last.kind === 'taught';
  if (!terms.some(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay)) return false;
  const holiday = holidays.on(day);
  if (holiday) return !holiday.off && taught;
  return ![0, 6].includes(new Date(day).getUTCDay());
}

const firstDay = parseDay('2024-08-15') ?? 0;
const anyDay = fc.integer({ min: 0, max: 900 }).map((days) => formatDay(firstDay + days));
const anyException = fc
  .record({ from: anyDay, length: fc.integer({ min: 0, max: 20 }), kind: fc.constantFrom('taught' as const, 'closed' as const) })
  .map(({ from, length, kind }) => exception({ from, until: formatDay((parseDay(from) ?? 0) + length), kind }));
const facts = fc.record({ taught: fc.boolean(), exceptions: fc.array(anyException, { maxLength: 6 }) });

describe('counting school days', () => {
  it('agrees with going through the days one by one', () => {
    fc.assert(
      fc.property(facts, anyDay, anyDay, ({ taught, exceptions }, first, last) => {
        const days = calendar({ taught, exceptions });
        let expected = 0;
        for (let number = parseDay(first) ?? 0; number <= (parseDay(last) ?? 0); number++) {
          if (naive(formatDay(number), proposedTerms, taught, exceptions)) expected++;
        }
        expect(days.schoolDaysBetween(first, last)).toBe(expected);
        expect(days.isSchoolDay(first)).toBe(naive(first, proposedTerms, taught, exceptions));
        expect(days.whyNoSchool(first) === undefined).toBe(days.isSchoolDay(first));
      }),
    );
  });

  it('and adding them are each other’s way back', () => {
    fc.assert(
      fc.property(facts, anyDay, fc.integer({ min: -200, max: 200 }), ({ taught, exceptions }, day, count) => {
        const days = calendar({ taught, exceptions });
        const reached = days.addSchoolDays(day, count);
        if (reached === undefined) return;
        expect(days.isSchoolDay(reached)).toBe(true);
        const [first, last] = count > 0 ? [day, reached] : [reached, day];
        const own = days.isSchoolDay(day) ? 1 : 0;
        const counted = days.schoolDaysBetween(first, last);
        if (count > 0) expect(counted).toBe(count + own);
        if (count < 0) expect(counted).toBe(-count + own);
        if (count === 0) expect(days.schoolDaysBetween(day, reached)).toBe(1);
      }),
    );
  });
});
