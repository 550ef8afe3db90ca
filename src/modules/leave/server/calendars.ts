import type { ReadTrx } from '../../../platform/db';
import { classesAt, type StoredClass } from '../../area/server/index';
import type { SchoolCalendar } from '../../calendar/index';
import { type CalendarBook, calendarFrom, readBook } from '../../calendar/server/index';

/** The school days of classes by their paths, and the term that a day belongs to. */
export type Calendars = {
  readonly of: (classPath: string) => SchoolCalendar;
  /** first day of the term of a day, in a vacation of the term before; null before the first */ readonly termSince: (
    day: string,
  ) => string | null;
};

/** Reads the calendar once for some classes. A class that is not there any more has the school days of its school. */
export async function calendarsOf(trx: ReadTrx, classPaths: Iterable<string>): Promise<Calendars> {
  const paths = [...new Set(classPaths)];
  const [book, found] = await Promise.all([readBook(trx), classesAt(trx, paths)]);
  const classes = new Map(found.map((one) => [one.path, one]));
  const made = new Map<string, SchoolCalendar>();
  return {
    of(path) {
      // Without exceptions all classes of the county have the same days.
      const key = book.exceptions.length === 0 ? '' : path;
      const known = made.get(key) ?? calendarOf(book, path, classes.get(path));
      made.set(key, known);
      return known;
    },
    termSince: (day) => {
      const begun = book.terms.map(({ opensDay }) => opensDay).filter((opens) => opens <= day);
      return begun.length === 0 ? null : begun.reduce((last, one) => (one > last ? one : last));
    },
  };
}

function calendarOf(book: CalendarBook, path: string, one: StoredClass | undefined): SchoolCalendar {
  if (one === undefined) return calendarFrom(book, { school: path });
  const [grade] = one.grades;
  return calendarFrom(book, { area: one.areaPath, school: one.path, ...(grade === undefined ? {} : { grade }) });
}
