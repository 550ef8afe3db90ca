import { type Day, formatDay, parseDay } from '../../../kernel/day';

type HolidayDay = { readonly day: Day; readonly name: string; readonly off: boolean };

/** One holiday as the notice writes it: off from–until, and up to two weekend days worked instead. Empty texts are not filled in. */
export type HolidayRow = {
  readonly name: string;
  readonly from: string;
  readonly until: string;
  readonly worked: readonly [string, string];
};

/** The holidays that every year has, in their order. */
const everyYear = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'];

/** The rows of a form for a year of which nothing is known. */
export function emptyHolidayRows(): readonly HolidayRow[] {
  return everyYear.map((name) => ({ name, from: '', until: '', worked: ['', ''] }));
}

/** The days of a year as rows: days off of one name beside each other are one row, and the days worked instead stand with it. */
export function holidayRowsOf(days: readonly HolidayDay[]): readonly HolidayRow[] {
  const rows: HolidayRow[] = [];
  for (const { day, name, off } of [...days].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    if (!off) continue;
    const last = rows[rows.length - 1];
    if (last && last.name === name && next(last.until) === day) rows[rows.length - 1] = { ...last, until: day };
    else rows.push({ name, from: day, until: day, worked: ['', ''] });
  }
  for (const { day, name, off } of days) {
    if (off) continue;
    const place = rows.findIndex((row) => row.name === name && row.worked[1] === '');
    const row = rows[place];
    if (row) rows[place] = { ...row, worked: row.worked[0] === '' ? [day, ''] : [row.worked[0], day] };
    else rows.push({ name, from: '', until: '', worked: [day, ''] });
  }
  return rows;
}

/** The other way round; undefined where a row is half filled in or ends before it begins. Rows left empty are left out. */
export function daysOfHolidayRows(rows: readonly HolidayRow[]): HolidayDay[] | undefined {
  const days: HolidayDay[] = [];
  for (const { name, from, until, worked } of rows) {
    const [first, last] = [parseDay(from), parseDay(until)];
    if ((first === undefined) !== (last === undefined)) return undefined;
    if (first !== undefined && last !== undefined) {
      if (last < first || last - first > longest) return undefined;
      for (let day = first; day <= last; day++) days.push({ day: formatDay(day), name, off: true });
    }
    for (const day of worked) if (day !== '') days.push({ day, name, off: false });
  }
  return days;
}

/** No public holiday is longer; a wrong year typed must not make a thousand days. */
const longest = 20;

function next(day: Day): Day {
  return formatDay((parseDay(day) ?? 0) + 1);
}
