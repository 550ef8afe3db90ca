import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SchoolCalendar } from '../../calendar/index';
import { checkAsk } from './check';
import { isSuspension, levelOf, reaches } from './levels';
import { covers, dayAfter, dueBackOf, halvesIn, overlaps, type Slot, type Span, spanUntilBack } from './span';
import { acts, daysOverdue, phaseOn, type State, stateAfter, states } from './states';
import { watchOf } from './watch';

/** Monday to Friday of March and April 2025, but for 清明 on 4 April. */
const calendar = weekdays('2025-03-03', '2025-04-30', ['2025-04-04']);

/** The county's numbers, as long as it has set no others. */
const numbers = { teacherDays: 3, months: 3, sumDays: 20 };

const slot = (text: string): Slot => ({ day: `2025-${text.slice(0, 5)}`, half: text.endsWith('pm') ? 'pm' : 'am' });
const span = (from: string, until: string): Span => ({ from: slot(from), until: slot(until) });

describe('a leave', () => {
  it.each([
    ['03-10am', '03-12pm', 3],
    ['03-10pm', '03-12pm', 2.5],
    ['03-10pm', '03-12am', 2],
    ['03-10am', '03-10am', 0.5],
    ['03-10pm', '03-10am', 0],
    // From Friday noon over the weekend to Monday noon.
    ['03-14pm', '03-17am', 1],
    ['03-15am', '03-16pm', 0],
    // A half of a day without lessons takes nothing away.
    ['03-15pm', '03-17pm', 1],
    ['04-03am', '04-07pm', 2],
  ])('from %s until %s is %d school days', (from, until, days) => {
    expect(halvesIn(calendar, span(from, until))).toBe(2 * days);
  });

  it('is back on the first school day after it, whatever lies between', () => {
    expect(dueBackOf(calendar, span('03-12am', '03-14pm'))).toBe('2025-03-17');
    expect(dueBackOf(calendar, span('04-03am', '04-03pm'))).toBe('2025-04-07');
  });

  it('counts until the child was back', () => {
    const whole = span('03-10am', '03-14pm');
    const until = (back: string) => {
      const taken = spanUntilBack(whole, slot(back));
      return taken === undefined ? 0 : halvesIn(calendar, taken) / 2;
    };
    expect(['03-10am', '03-10pm', '03-12am', '03-14pm', '03-17am'].map(until)).toEqual([0, 0.5, 2, 4.5, 5]);
  });
});

describe('who decides', () => {
  it.each([
    [0.5, 'teacher'],
    [3, 'teacher'],
    [3.5, 'school'],
    [40, 'school'],
  ] as const)('on %d school days: %s', (days, level) => {
    expect(levelOf(2 * days, numbers)).toBe(level);
  });

  it('is whoever stands for the level, and the school for all', () => {
    expect([
      reaches('teacher', 'teacher'),
      reaches('teacher', 'school'),
      reaches('school', 'teacher'),
      reaches(null, 'teacher'),
    ]).toEqual([true, false, true, false]);
  });

  it('is nobody from three months on', () => {
    expect(isSuspension({ from: slot('03-10am'), until: { day: '2025-06-09', half: 'pm' } }, numbers)).toBe(false);
    expect(isSuspension({ from: slot('03-10am'), until: { day: '2025-06-10', half: 'am' } }, numbers)).toBe(true);
    const november: Slot = { day: '2025-11-30', half: 'am' };
    expect(isSuspension({ from: november, until: { day: '2026-02-28', half: 'pm' } }, numbers)).toBe(false);
    expect(isSuspension({ from: november, until: { day: '2026-03-01', half: 'am' } }, numbers)).toBe(true);
  });
});

it('goes by the numbers that the county has set', () => {
  expect(levelOf(2 * 3, { teacherDays: 2 })).toBe('school');
  expect(levelOf(2 * 5, { teacherDays: 5 })).toBe('teacher');
  expect(isSuspension({ from: slot('03-10am'), until: { day: '2025-04-10', half: 'am' } }, { months: 1 })).toBe(true);
  expect(watchOf({ halves: 20, times: 1, running: 0 }, { sumDays: 10 })).toEqual([{ key: 'sum', value: 10, from: 10 }]);
  const facts = { today: '2025-04-09', calendar, others: [], numbers: { ...numbers, teacherDays: 1 } };
  expect(checkAsk({ ...facts, span: span('04-10am', '04-11pm') })).toEqual({ halves: 4, level: 'school' });
});

it.each([
  [span('03-12am', '03-11pm'), 'order'],
  [span('03-07am', '03-10pm'), 'too-old'],
  [span('04-12am', '04-13pm'), 'no-lessons'],
  [span('04-10am', '04-10pm'), 'overlap'],
  [{ from: slot('04-14am'), until: { day: '2025-07-14', half: 'am' } } as const, 'suspension'],
] as const)('what cannot be asked for is said: %j is %s', (asked, fault) => {
  const facts = { today: '2025-04-09', numbers, calendar, others: [span('04-10pm', '04-11am')] };
  expect(checkAsk({ ...facts, span: asked })).toBe(fault);
  // The morning before it, and the afternoon after it, are free.
  expect(checkAsk({ ...facts, span: span('04-10am', '04-10am') })).toEqual({ halves: 1, level: 'teacher' });
  expect(checkAsk({ ...facts, span: span('04-11pm', '04-11pm') })).toEqual({ halves: 1, level: 'teacher' });
});

it('goes from state to state by this table and by no other way', () => {
  const table = Object.fromEntries(
    states.map((state) => [state, acts.flatMap((act) => stateAfter(state, act) ?? '-').join(' ')]),
  );
  // approve, refuse, withdraw, end, reopen
  expect(table).toEqual({
    asked: 'approved refused withdrawn - -',
    approved: '- - withdrawn ended -',
    refused: '- - - - -',
    withdrawn: '- - - - -',
    ended: '- - - - approved',
  } satisfies Record<State, string>);
});

it('is coming, runs over the weekend after it, and is overdue from the day of being back', () => {
  const leave = { state: 'approved' as const, span: span('03-12am', '03-14pm') };
  const on = (day: string) => `${phaseOn(leave, `2025-${day}`, calendar)} ${daysOverdue(leave, `2025-${day}`, calendar)}`;
  expect(['03-11', '03-12', '03-14', '03-16', '03-17', '03-18', '03-23'].map(on)).toEqual([
    'coming 0',
    'running 0',
    'running 0',
    'running 0',
    'overdue 0',
    'overdue 1',
    'overdue 5',
  ]);
  expect(phaseOn({ ...leave, state: 'ended' }, '2025-03-23', calendar)).toBe('ended');
});

it('is looked at when it is long over a term, long at a stretch, or often', () => {
  const keys = (halves: number, times: number, running: number) =>
    watchOf({ halves, times, running }, numbers).map(({ key }) => key);
  expect(keys(39, 3, 19)).toEqual([]);
  expect([keys(40, 1, 0), keys(20, 1, 20), keys(8, 4, 0)]).toEqual([['sum'], ['stretch'], ['times']]);
  expect(watchOf({ halves: 41, times: 1, running: 0 }, numbers)).toEqual([{ key: 'sum', value: 20.5, from: 20 }]);
});

const anySlot = fc
  .tuple(fc.integer({ min: 0, max: 50 }), fc.constantFrom('am' as const, 'pm' as const))
  .map(([days, half]): Slot => ({ day: dayAfter('2025-03-05', days), half }));

it('counts each half day once, however spans are cut', () => {
  fc.assert(
    fc.property(anySlot, anySlot, anySlot, (from, until, back) => {
      const whole = { from, until };
      const all = slotsFrom('2025-03-01', 70);
      const counted = all.filter((one) => covers(whole, one) && calendar.isSchoolDay(one.day)).length;
      expect(halvesIn(calendar, whole)).toBe(counted);
      const taken = spanUntilBack(whole, back);
      const before = all.filter((one) => covers(whole, one) && `${one.day}${one.half}` < `${back.day}${back.half}`);
      expect(all.filter((one) => taken !== undefined && covers(taken, one))).toEqual(before);
    }),
  );
});

it('finds what overlaps as whoever looks at each half day', () => {
  fc.assert(
    fc.property(anySlot, anySlot, anySlot, anySlot, (a, b, c, d) => {
      const [one, other] = [
        { from: a, until: b },
        { from: c, until: d },
      ];
      fc.pre(`${a.day}${a.half}` <= `${b.day}${b.half}` && `${c.day}${c.half}` <= `${d.day}${d.half}`);
      const both = slotsFrom('2025-03-01', 70).some((slot) => covers(one, slot) && covers(other, slot));
      expect(overlaps(one, other)).toBe(both);
    }),
  );
});

function slotsFrom(day: string, days: number): readonly Slot[] {
  return Array.from({ length: 2 * days }, (_, at) => ({
    day: dayAfter(day, Math.floor(at / 2)),
    half: at % 2 === 0 ? 'am' : 'pm',
  }));
}

function weekdays(
  first: string,
  last: string,
  off: readonly string[],
): Pick<SchoolCalendar, 'isSchoolDay' | 'schoolDaysBetween' | 'addSchoolDays'> {
  const isSchoolDay = (day: string) =>
    day >= first && day <= last && !off.includes(day) && ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  const days = Array.from({ length: 120 }, (_, at) => dayAfter('2025-02-01', at));
  return {
    isSchoolDay,
    schoolDaysBetween: (from, to) => days.filter((day) => day >= from && day <= to && isSchoolDay(day)).length,
    addSchoolDays: (day, count) => days.filter((one) => one > day && isSchoolDay(one))[count - 1],
  };
}
