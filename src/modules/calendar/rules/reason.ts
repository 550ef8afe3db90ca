import type { Day } from '../../../kernel/day';
import type { Sentence } from '../../../kernel/refusal';
import { type CalendarFacts, dayKinds } from './day-kind';
import type { CalendarException } from './exception';

/** Why there are no lessons on a day of this kind, for people; undefined on a school day. */
export function reasonFor(
  kind: number,
  day: Day,
  { terms, holidays }: CalendarFacts,
  exception: CalendarException | undefined,
): Sentence | undefined {
  switch (kind) {
    case dayKinds.lessons:
    case dayKinds.makeUpTaught:
    case dayKinds.taught:
      return undefined;
    case dayKinds.closed:
      return { zh: `停课：${exception?.reason ?? ''}`, en: `no lessons: ${exception?.reason ?? ''}` };
    case dayKinds.holiday: {
      const name = holidays.on(day)?.name ?? { zh: '节日', en: 'public holiday' };
      return { zh: `${name.zh}放假`, en: `public holiday (${name.en})` };
    }
    case dayKinds.weekend:
      return { zh: '周末', en: 'weekend' };
    case dayKinds.makeUpFree:
      return { zh: '调休上班日，学校不上课', en: 'worked in place of a holiday, but not taught' };
    case dayKinds.opening:
      return { zh: '开学报到，还没有上课', en: 'the term opens, lessons have not begun' };
    case dayKinds.betweenTerms:
      return vacation(terms.some(({ number, lastDay }) => number === 1 && lastDay < day && !springBefore(terms, lastDay, day)));
    default:
      return { zh: '校历里还没有这一天所在的学期', en: 'the calendar has no term for this day yet' };
  }
}

/** What a calendar page writes on a day: everything that is not simply a school day, a weekend or a vacation. */
export function noteFor(
  kind: number,
  day: Day,
  facts: CalendarFacts,
  exception: CalendarException | undefined,
): Sentence | undefined {
  if (kind === dayKinds.taught) return { zh: `上课：${exception?.reason ?? ''}`, en: `lessons: ${exception?.reason ?? ''}` };
  if (kind === dayKinds.makeUpTaught) return { zh: '调休上课', en: 'taught in place of a holiday' };
  if (kind === dayKinds.weekend || kind === dayKinds.betweenTerms || kind === dayKinds.unknown) return undefined;
  return reasonFor(kind, day, facts, exception);
}

/** Whether a spring term ended between the end of an autumn term and the day: then the day lies in a summer. */
function springBefore(terms: CalendarFacts['terms'], autumnEnd: Day, day: Day): boolean {
  return terms.some(({ number, lastDay }) => number === 2 && lastDay > autumnEnd && lastDay < day);
}

function vacation(winter: boolean): Sentence {
  return winter ? { zh: '寒假', en: 'winter vacation' } : { zh: '暑假', en: 'summer vacation' };
}
