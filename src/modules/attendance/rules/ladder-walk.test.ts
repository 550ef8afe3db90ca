import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../standing/index';
import { promises, reachedKinds, reasons, ways } from './contact';
import { type DayWord, takenOut } from './known-days';
import { ladderOf } from './ladder';
import { type Absence, type Contact, nextOf, type Obligation, obligationsOf, type Report } from './obligations';

const ladder = ladderOf(defaultPolicy);
const runs = { numRuns: 10_000 };
/** Monday 3 March on, weekends left out. */
const weekdays = Array.from({ length: 56 }, (_, at) => new Date(Date.UTC(2025, 2, 3 + at)))
  .filter((day) => day.getUTCDay() % 6 !== 0)
  .map((day) => day.toISOString().slice(0, 10));
const dayAt = (at: number) => weekdays[at] ?? '2025-12-31';

type Step =
  | { readonly kind: 'day'; readonly leave: boolean }
  /** a day that has gone is called again: a leave is entered afterwards, or taken back */
  | { readonly kind: 'again'; readonly before: number; readonly leave: boolean }
  | ({ readonly kind: 'contact'; readonly before: number } & Omit<Contact, 'day' | 'noted' | 'backDay'> & {
        readonly back: number;
      })
  | { readonly kind: 'report' }
  | { readonly kind: 'receipt'; readonly unit: 'bureau' | 'township' };

const aContact = fc.record({
  ...{ kind: fc.constant('contact' as const), before: fc.integer({ min: 0, max: 6 }), way: fc.constantFrom(...ways) },
  ...{ reached: fc.constantFrom(...reachedKinds), reason: fc.option(fc.constantFrom(...reasons)) },
  ...{ promise: fc.constantFrom(...promises), back: fc.integer({ min: 0, max: 6 }) },
});
const steps = fc.array(
  fc.oneof(
    { arbitrary: fc.record({ kind: fc.constant('day' as const), leave: fc.boolean() }), weight: 4 },
    {
      arbitrary: fc.record({
        ...{ kind: fc.constant('again' as const), before: fc.integer({ min: 0, max: 12 }), leave: fc.boolean() },
      }),
      weight: 3,
    },
    { arbitrary: aContact, weight: 3 },
    { arbitrary: fc.record({ kind: fc.constant('report' as const) }), weight: 1 },
    {
      arbitrary: fc.record({
        kind: fc.constant('receipt' as const),
        unit: fc.constantFrom('bureau' as const, 'township' as const),
      }),
      weight: 1,
    },
  ),
  { maxLength: 40 },
);

/** A child that is away from the first day on, and what a school does about it, as it stands after each step. */
function* walk(list: readonly Step[]): Generator<Absence> {
  let today = 0;
  const words: DayWord[] = [];
  const contacts: Contact[] = [];
  let reports: readonly Report[] = [];
  const call = (at: number, leave: boolean) =>
    words.push({ day: dayAt(at), on: dayAt(today), verdict: leave ? 'leave' : 'absent' });
  const now = (): Absence => {
    const { away: days, excused } = takenOut(words);
    return { days, excused, schoolDays: weekdays.slice(0, today + 1), today: dayAt(today), contacts: [...contacts], reports };
  };
  call(0, false);
  yield now();
  for (const step of list) {
    if (step.kind === 'day') {
      today += 1;
      call(today, step.leave);
    } else if (step.kind === 'again') {
      call(Math.max(0, today - step.before), step.leave);
    } else if (step.kind === 'contact') {
      const { before, back, kind: _, ...said } = step;
      const at = Math.max(0, today - before);
      const backDay = said.promise === 'day' ? dayAt(at + back) : null;
      contacts.push({ ...said, day: dayAt(at), noted: dayAt(today), backDay });
    } else if (step.kind === 'report') {
      const day = dayAt(today);
      if (!reports.length) reports = [{ kind: 'report', day, toTownship: true, received: { bureau: null, township: null } }];
    } else {
      const day = dayAt(today);
      reports = reports.map((one) => ({ ...one, received: { ...one.received, [step.unit]: one.received[step.unit] ?? day } }));
    }
    yield now();
  }
}

/** What is wrong with the duties of an absence that are known; one text each. */
function faultsOf(absence: Absence, owed: readonly Obligation[]): readonly string[] {
  const faults: string[] = [];
  const open = (which: Obligation['duty']) => owed.some(({ duty, holder }) => duty === which && holder !== null);
  const away = absence.days.length > 0;
  if (away && !owed.some(({ duty }) => duty === 'contact')) faults.push('nobody was asked to get in touch');
  if (owed.some(({ holder, done, lifted }) => (holder === null) !== (done !== null || lifted !== null)))
    faults.push('not done, and with nobody');
  if (owed.some(({ due, lifted }) => lifted !== null && lifted < due)) faults.push('taken away before it was due');
  if (owed.some(({ lifted }) => lifted !== null && !absence.excused.some(({ on }) => on === lifted)))
    faults.push('taken away by no leave');
  const visited = absence.contacts.some(({ way }) => way === 'visit' || way === 'village');
  if (absence.days.length > 2 && !visited && !open('visit')) faults.push('nobody is to go there');
  const third = absence.days[2];
  const told = owed.some(({ duty, holder, done }) => duty === 'report' && (holder === 'bureau' || done !== null));
  if (third !== undefined && third < absence.today && !told) faults.push('neither report nor the bureau');
  const next = nextOf(owed);
  if (owed.some(({ holder, due }) => holder !== null && (next === undefined || due < next.due))) faults.push('not the earliest');
  return faults;
}

/** Duties that lay with the bureau and no longer do, although nobody has done them. Asking again is done by asking. */
function lostOf(before: readonly Obligation[], after: readonly Obligation[]): readonly string[] {
  return before.flatMap(({ duty, due, holder }) => {
    if (holder !== 'bureau') return [];
    const now = after.find((one) => one.duty === duty);
    if (duty === 'again' && now?.due !== due) return [];
    return now !== undefined && (now.holder === 'bureau' || now.done !== null || now.lifted !== null) ? [] : [`${duty} ${due}`];
  });
}

/** Duties that had come due and are gone, or due later. Asking again follows the contacts; what is done before its day names no other. */
function movedOf(before: readonly Obligation[], after: readonly Obligation[]): readonly string[] {
  return before.flatMap(({ duty, due, holder, lifted }) => {
    if (duty === 'again' || (holder === null && lifted === null)) return [];
    const now = after.find((one) => one.duty === duty);
    return now !== undefined && now.due <= due ? [] : [`${duty} ${due} ${now?.due}`];
  });
}

/** What a check finds of how things stood when a day ended beside what is known later: what is put right on its own day was a slip. */
function sinceEvening(list: readonly Step[], check: typeof lostOf): readonly string[] {
  let [evening, known]: readonly (readonly Obligation[])[] = [[], []];
  let today = '';
  return [...walk(list)].flatMap((absence) => {
    if (absence.today !== today) evening = known;
    today = absence.today;
    known = obligationsOf(absence, ladder);
    return check(evening, known);
  });
}

describe('whatever a school does, over 10,000 walks of up to 40 steps', () => {
  it('each duty of a child that is away is done or lies with somebody; after the third day the bureau has the report, or the duty', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const faults = [...walk(list)].flatMap((absence) => faultsOf(absence, obligationsOf(absence, ladder)));
        expect(faults).toEqual([]);
      }),
      runs,
    );
  });

  it('the day on which a duty first lies with the bureau is never taken back: what leaves it was done, or a leave took it away', () => {
    fc.assert(
      fc.property(steps, (list) => {
        expect(sinceEvening(list, lostOf)).toEqual([]);
      }),
      runs,
    );
  });

  it('what has come due stays due on its day, whatever leave is entered afterwards or taken back', () => {
    fc.assert(
      fc.property(steps, (list) => {
        expect(sinceEvening(list, movedOf)).toEqual([]);
      }),
      runs,
    );
  });
});
