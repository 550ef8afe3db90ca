import { type Day, dayNumber, formatDay } from '../../../kernel/day';
import type { Sentence } from '../../../kernel/refusal';
import { daysOfSchoolYear, type SchoolYear } from '../../area/index';
import { numberOf } from './day-kind';
import type { Term } from './term';

/** One of the three key periods of inspection (县方案 四(三), C19); without days as long as the county has not said when. */
export type KeyPeriod = {
  readonly kind: 'opening' | 'before-exam' | 'december';
  readonly name: Sentence;
  readonly days: { readonly first: Day; readonly last: Day } | undefined;
};

/** The plan says 每学期开学 and no number of days; a week before and two weeks from the opening day are our choice. */
const BEFORE_OPENING = 7;
const FROM_OPENING = 14;

/**
 * The key periods of a school year, in the order in which they come: 每学期开学; 12 月回头看; 中考前一个月 (from the same date of
 * the month before up to the day before the first exam). `examDay` undefined: 待县局确认.
 */
export function keyPeriodsOf(schoolYear: SchoolYear, terms: readonly Term[], examDay: Day | undefined): readonly KeyPeriod[] {
  const december = `${daysOfSchoolYear(schoolYear).first.slice(0, 4)}-12`;
  return [
    opening(schoolYear, terms, 1),
    {
      kind: 'december',
      name: { zh: '12 月回头看', en: 'December review' },
      days: { first: `${december}-01`, last: `${december}-31` },
    },
    opening(schoolYear, terms, 2),
    {
      kind: 'before-exam',
      name: { zh: '中考前一个月', en: 'the month before the 中考' },
      days: examDay === undefined ? undefined : { first: monthBefore(examDay), last: formatDay(numberOf(examDay) - 1) },
    },
  ];
}

/** The key periods that contain a day; pass those of the school years around it. */
export function keyPeriodsOn(day: Day, periods: readonly KeyPeriod[]): readonly KeyPeriod[] {
  return periods.filter(({ days }) => days !== undefined && days.first <= day && day <= days.last);
}

function opening(schoolYear: SchoolYear, terms: readonly Term[], number: 1 | 2): KeyPeriod {
  const term = terms.find((one) => one.schoolYear === schoolYear && one.number === number);
  const name =
    number === 1 ? { zh: '秋季开学', en: 'opening of the autumn term' } : { zh: '春季开学', en: 'opening of the spring term' };
  if (!term) return { kind: 'opening', name, days: undefined };
  const opens = numberOf(term.opensDay);
  return { kind: 'opening', name, days: { first: formatDay(opens - BEFORE_OPENING), last: formatDay(opens + FROM_OPENING - 1) } };
}

/** The same date one month earlier, or that month's last day where it has no such date. */
function monthBefore(day: Day): Day {
  const [year, month, date] = day.split('-').map(Number);
  const [ofYear, ofMonth] = month === 1 ? [year - 1, 12] : [year, month - 1];
  for (let tried = date; ; tried--) {
    const number = dayNumber(ofYear, ofMonth, tried);
    if (number !== undefined) return formatDay(number);
  }
}
