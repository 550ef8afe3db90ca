import { type Day, formatDay, parseDay } from '../../../kernel/day';
import type { Says } from '../../../ui/shared/words';
import type { CalendarView } from '../contract';

/** How a day of the year is drawn. */
export type DayKind = 'taught' | 'weekend' | 'vacation' | 'holiday' | 'makeUp' | 'closed' | 'extra' | 'opening' | 'unknown';

/** One day of a calendar with its kind, and why it is so where that is not plain. */
export type YearDay = {
  readonly day: Day;
  readonly date: number;
  readonly weekday: number;
  readonly kind: DayKind;
  readonly says?: Says;
};

/** One month: its days in order, and on how many children are taught. */
export type YearMonth = {
  readonly year: number;
  readonly month: number;
  readonly days: readonly YearDay[];
  readonly taught: number;
};

/** The months of a school year, from its first day to its last. Monday is weekday 0. */
export function monthsOf(view: CalendarView): readonly YearMonth[] {
  const first = parseDay(view.first) ?? 0;
  const notes = new Map(view.notes.map((note) => [note.day, note]));
  const months = new Map<string, YearDay[]>();
  [...view.days].forEach((mark, place) => {
    const day = formatDay(first + place);
    const weekday = (first + place + 3) % 7;
    const note = notes.get(day);
    const kind = kindOf(view, { day, weekday, mark, noted: note !== undefined });
    const days = months.get(day.slice(0, 7)) ?? [];
    days.push({ day, date: Number(day.slice(8)), weekday, kind, ...(note ? { says: note.says } : {}) });
    months.set(day.slice(0, 7), days);
  });
  return [...months].map(([month, days]) => ({
    year: Number(month.slice(0, 4)),
    month: Number(month.slice(5)),
    days,
    taught: days.filter(({ kind }) => isTaught(kind)).length,
  }));
}

/** Whether children are taught on a day of this kind. */
export function isTaught(kind: DayKind): boolean {
  return kind === 'taught' || kind === 'makeUp' || kind === 'extra';
}

type Marked = { readonly day: Day; readonly weekday: number; readonly mark: string; readonly noted: boolean };

/** The server says whether a day is taught and why; which sign stands for that is worked out of the terms and exceptions beside it. */
function kindOf({ exceptions, terms }: CalendarView, { day, weekday, mark, noted }: Marked): DayKind {
  if (mark === '?') return 'unknown';
  const taught = mark === '1';
  const isExcepted = exceptions.some((one) => one.from <= day && one.until >= day && (one.kind === 'taught') === taught);
  if (taught) return noted ? (isExcepted ? 'extra' : 'makeUp') : 'taught';
  if (noted && isExcepted) return 'closed';
  if (noted && terms.some(({ term }) => term.opensDay <= day && day < term.firstDay)) return 'opening';
  if (noted) return 'holiday';
  const isTerm = terms.some(({ term }) => term.opensDay <= day && day <= term.lastDay);
  return isTerm && weekday >= 5 ? 'weekend' : 'vacation';
}
