import type { Day } from '../../../kernel/day';
import type { StoredClass } from '../../area/server/index';
import { type SchoolCalendar, type Term, termName } from '../../calendar/index';
import { type CalendarBook, calendarFrom } from '../../calendar/server/index';
import { effectOf } from '../rules/effect';
import { type Verdict, verdictOf } from '../rules/marks';
import type { AwayDay } from '../rules/patterns';
import type { AwayChild, AwayWord, CalledDays, ContactMade } from './pattern-store';

/** The term that runs on a day, or the last one before it, up to the day; undefined where the calendar has none. */
export function termSoFar({ terms }: Pick<CalendarBook, 'terms'>, today: Day) {
  const begun = terms.filter(({ firstDay }) => firstDay <= today).sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1));
  const term: Term | undefined = begun[begun.length - 1];
  if (term === undefined) return undefined;
  return { from: term.firstDay, to: term.lastDay < today ? term.lastDay : today, name: termName(term) };
}

/** The school days of each class, worked out once for those that have the same. */
export function calendarsOf(book: CalendarBook): (one: Pick<StoredClass, 'areaPath' | 'path' | 'grades'>) => SchoolCalendar {
  const known = new Map<string, SchoolCalendar>();
  return ({ areaPath, path, grades: [grade] }) => {
    // Without exceptions of places the days of all classes are the county's.
    const key = book.exceptions.length === 0 ? '' : `${path} ${grade}`;
    const found =
      known.get(key) ?? calendarFrom(book, { area: areaPath, school: path, ...(grade === undefined ? {} : { grade }) });
    known.set(key, found);
    return found;
  };
}

/** The days on which a child was not wholly there. One of two called halves away without leave is a half day. */
export function awayDays(words: readonly AwayWord[], twice: ReadonlySet<Day>): readonly AwayDay[] {
  const of = new Map<Day, AwayWord[]>();
  for (const word of words) of.set(word.day, [...(of.get(word.day) ?? []), word]);
  return [...of].flatMap(([day, parts]): readonly AwayDay[] => {
    const absent = parts.some(({ mark }) => verdictOf(mark) === 'absent');
    if (twice.has(day) && parts.length === 1) return absent ? [{ day, kind: 'half' }] : [];
    return [{ day, kind: absent ? 'absent' : 'leave' }];
  });
}

/** What came after each contact, by what its child's class called. */
export function effectsOf(
  contacts: readonly ContactMade[],
  away: readonly AwayChild[],
  called: readonly CalledDays[],
  schoolDaysBetween: (classPath: string) => SchoolCalendar['schoolDaysBetween'],
) {
  const ofChild = new Map(away.map((one) => [one.child_id, one.words]));
  const ofClass = new Map(called.map((one) => [one.class_path, one]));
  return contacts.map((contact) => {
    const days = ofClass.get(contact.class_path);
    const not = new Map(
      awayDays(ofChild.get(contact.child_id) ?? [], new Set(days?.twice)).map(({ day, kind }) => [day, kind] as const),
    );
    const calls = (days?.days ?? []).map((day): { day: Day; verdict: Verdict } => {
      const kind = not.get(day);
      return { day, verdict: kind === 'absent' || kind === 'leave' ? kind : 'present' };
    });
    const between = schoolDaysBetween(contact.class_path);
    return { contact, ...effectOf({ contact: contact.day, calls, schoolDaysBetween: between }) };
  });
}
