import type { Day } from '../../../kernel/day';
import { fieldRefusal, Refusal } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import { type Context, type Db, type ReadTrx, transact } from '../../../platform/db';
import { schoolYearOf } from '../../area/index';
import type { SchoolCalendar } from '../../calendar/index';
import { calendarFrom, readBook } from '../../calendar/server/index';
import { findRoll } from '../../standing/server/index';
import type { MonthView, OpenRequest } from '../contract';
import { monthsOf, signDay, usualOpenDay } from '../rules/month';
import { refusals } from '../words';

import { insertMonth, openedMonths } from './month-store';

/** The months of a school year, and the one that is asked for; without one the newest that is open. */
export type Months = {
  readonly today: Day;
  readonly months: readonly MonthView[];
  readonly month: MonthView | null;
  readonly calendar: SchoolCalendar;
  /** the first day of which children are counted */ readonly begins: Day | undefined;
};

/** Which months are checked and from when: worked out anew with each look, so that no night is missed in which nobody opened one. */
export async function readMonths(trx: ReadTrx, asked?: string): Promise<Months> {
  const today = dayOf(trx.now);
  const [book, byHand, roll] = await Promise.all([readBook(trx), openedMonths(trx), findRoll(trx)]);
  // Of days before the first list nothing is known that could be checked; what was brought along was opened by hand.
  const begins = roll?.counted.from;
  const calendar = calendarFrom(book, {});
  const months = monthsOf(schoolYearOf(asked === undefined ? today : `${asked}-01`), calendar).flatMap((month): MonthView[] => {
    const hand = byHand.get(month);
    const openDay = hand?.openDay ?? usualOpenDay(month, calendar);
    const isKnown = begins !== undefined && openDay !== undefined && (hand !== undefined || openDay >= begins);
    return !isKnown
      ? []
      : [{ month, openDay, dueDay: signDay(month, openDay, calendar), open: openDay <= today, reason: hand?.reason ?? '' }];
  });
  const newest = months.filter(({ open }) => open).at(-1) ?? null;
  const month = asked === undefined ? newest : (months.find((one) => one.month === asked) ?? null);
  return { today, months, month, calendar, begins };
}

/** One month that is checked at all, open or not; without one asked for the newest that is open, or the next to come. */
export async function monthFor(trx: ReadTrx, asked?: string): Promise<Months & { readonly month: MonthView }> {
  const found = await readMonths(trx, asked);
  const month = found.month ?? (asked === undefined ? found.months.find(({ open }) => !open) : undefined);
  if (month === undefined) throw new Refusal('unprocessable', 'no-month', refusals.noMonth(asked ?? found.today.slice(0, 7)));
  return { ...found, month };
}

/** The bureau opens a month on another day than the usual one, before it has opened by itself. */
export async function openMonth(db: Db, context: Context, { month, day, reason }: OpenRequest): Promise<MonthView> {
  return transact(db, context, async (trx) => {
    const { month: known, today, calendar } = await monthFor(trx, month);
    if (known.open) throw new Refusal('conflict', 'is-open', refusals.isOpen);
    const began = calendar.schoolDaysBetween(`${month}-01`, day) > 0;
    if (!day.startsWith(month) || day > today || !began) throw fieldRefusal('day', refusals.openDay);
    if (!(await insertMonth(trx, month, day, reason))) throw new Refusal('conflict', 'is-open', refusals.isOpen);
    const change = { act: 'check.open', object: `check:${month}`, reason, detail: { month, day } };
    return { result: { month, openDay: day, dueDay: signDay(month, day, calendar), open: true, reason }, changes: [change] };
  });
}
