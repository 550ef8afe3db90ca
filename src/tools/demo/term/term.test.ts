import { describe, expect, it } from 'vitest';
import { makeTerm } from './term';

const days = Array.from({ length: 90 }, (_, at) =>
  new Date(Date.UTC(2024, 8, 2 + Math.floor(at / 5) * 7 + (at % 5))).toISOString().slice(0, 10),
);
const today = days.at(-1) ?? '';
const classes = Array.from({ length: 400 }, (_, at) => ({
  of: {
    id: `c${at}`,
    path: `211324/s${Math.floor(at / 10)}/c${at}/`,
    children: Array.from({ length: 40 }, (_, child) => `${at}-${child}`),
  },
  grade: (at % 9) + 1,
  by: `t${at}`,
  head: `h${Math.floor(at / 10)}`,
}));
const options = { seed: 1, classes, own: { teacher: 0, beside: 2 }, days };
const { terms, contacts, leaves, reports, marks } = makeTerm(options);
const isAway = (mark: string) => ['absent', 'sick', 'personal'].includes(mark);
const rolls = terms.flatMap(({ of, rolls: own }) => own.map((roll) => ({ of, ...roll })));

/** For how many called days on end a child has been away without leave, up to its last roll. */
function daysAway(term: (typeof terms)[number], child: string): number {
  const back = term.rolls
    .toReversed()
    .findIndex(({ marks }) => !marks.some((one) => one.childId === child && one.mark === 'absent'));
  return back < 0 ? term.rolls.length : back;
}

describe('a made-up term', () => {
  it('is the same when the seed is the same, and another with another seed', () => {
    const text = (seed: number) => JSON.stringify(makeTerm({ ...options, seed }));
    expect(text(1) === JSON.stringify({ terms, contacts, leaves, reports, marks })).toBe(true);
    expect(text(2) === text(1)).toBe(false);
  });

  it('has about one child in a hundred away, and more of them in winter and at both ends of a week', () => {
    const away = (of: typeof rolls) => {
      const named = of.flatMap(({ marks }) => marks.filter(({ mark }) => isAway(mark))).length;
      return named / (of.length * 40);
    };
    expect(away(rolls)).toBeGreaterThan(0.007);
    expect(away(rolls)).toBeLessThan(0.013);
    expect(away(rolls.filter(({ day }) => day > '2024-11'))).toBeGreaterThan(away(rolls.filter(({ day }) => day < '2024-11')));
  });

  it('has mornings that were entered late, and some that nobody called', () => {
    const late = rolls.filter(({ daysLate }) => daysLate > 0);
    expect(late.length / rolls.length).toBeGreaterThan(0.004);
    expect(late.length / rolls.length).toBeLessThan(0.04);
    const before = rolls.filter(({ day }) => day !== today).length;
    expect(before).toBeLessThan(classes.length * (days.length - 1));
    expect(before).toBeGreaterThan(classes.length * (days.length - 1) * 0.98);
    expect(rolls.filter(({ day, takenAt }) => takenAt.getTime() < new Date(`${day}T07:00:00+08:00`).getTime())).toEqual([]);
  });

  it('has called more than half of the classes this morning, but not the class of the teacher', () => {
    const called = rolls.filter(({ day }) => day === today);
    expect(called.length / classes.length).toBeGreaterThan(0.5);
    expect(called.length / classes.length).toBeLessThan(0.8);
    expect(called.some(({ of }) => of.id === 'c0')).toBe(false);
    expect(called.filter(({ takenAt }) => takenAt > new Date(`${today}T08:00:00+08:00`))).toEqual([]);
  });

  it('has children on every step of the ladder, one of them in the class of the teacher', () => {
    const long = terms.flatMap((term) => term.of.children.map((child) => daysAway(term, child)));
    const between = (from: number, to: number) => long.filter((many) => many >= from && many <= to).length;
    for (const [from, to] of [
      [1, 1],
      [2, 2],
      [3, 5],
      [6, 10],
      [20, 99],
    ] as const)
      expect(between(from, to), `${from} to ${to}`).toBeGreaterThan(2);
    const own = terms[0];
    expect(own?.of.children.map((child) => own && daysAway(own, child)).filter((many) => many === 2)).toHaveLength(1);
  });

  it('answers for everybody who was away the time before', () => {
    const unanswered = terms.flatMap(({ rolls: own }) =>
      own.flatMap(({ day, marks }, at) => {
        const named = new Set(marks.map(({ childId }) => childId));
        const away = (own[at - 1]?.marks ?? []).filter(({ mark }) => isAway(mark));
        return away.filter(({ childId }) => !named.has(childId)).map(({ childId }) => `${childId} ${day}`);
      }),
    );
    expect(unanswered).toEqual([]);
  });

  it('notes contacts only about children who were away that day without leave', () => {
    const away = new Set(
      rolls.flatMap(({ day, marks }) => marks.filter(({ mark }) => mark === 'absent').map(({ childId }) => `${childId} ${day}`)),
    );
    expect(contacts.length).toBeGreaterThan(500);
    expect(contacts.filter(({ childId, said }) => !away.has(`${childId} ${said.day}`))).toEqual([]);
    expect(contacts.filter(({ said }) => said.backDay !== null && said.backDay <= said.day)).toEqual([]);
  });

  it('has a slip behind each short time on leave, none overlapping another, and one that waits for the demo’s teacher', () => {
    const waiting = leaves.filter(({ approved, dropped }) => approved === null && dropped === undefined);
    expect(waiting.map(({ classPath, guardian }) => [classPath, guardian])).toEqual([
      [classes[0]?.of.path, '母亲'],
      [classes[2]?.of.path, null],
    ]);
    const spans = new Map<string, string[]>();
    const inOrder = [...leaves].sort((a, b) => (a.span.from.day < b.span.from.day ? -1 : 1));
    for (const { childId, span, halves, approved } of inOrder) {
      if (halves > 6 && approved !== null) expect(approved.by, 'a long one is decided on by the school').toMatch(/^h/);
      const last = spans.get(childId)?.at(-1);
      if (last !== undefined) expect(span.from.day > last).toBe(true);
      spans.set(childId, [...(spans.get(childId) ?? []), span.until.day]);
    }
    expect(new Set(leaves.map(({ kind }) => kind))).toEqual(new Set(['sick', 'personal', 'other']));
    expect(new Set(leaves.flatMap(({ dropped }) => dropped?.as ?? []))).toEqual(new Set(['refused', 'withdrawn']));
    expect(leaves.filter(({ halves }) => halves === 1).length, 'half days').toBeGreaterThan(50);
    expect(leaves.filter(({ guardian, approved }) => guardian !== null && approved !== null).length).toBeGreaterThan(50);
    expect(leaves.filter(({ ended, halves }) => ended === null && halves >= 2 * 20).length, 'ill for long').toBe(2);
    const phases = leaves.map(({ ended, span }) => (ended !== null ? 'ended' : span.until.day < today ? 'overdue' : 'running'));
    for (const phase of ['ended', 'overdue', 'running']) expect(phases).toContain(phase);
  });

  it('has reports in every state, numbered in the order in which their schools wrote them, and one that is left to be written', () => {
    const received = (unit: 'bureau' | 'township') =>
      reports.filter((one) => one.received.some((receipt) => receipt.unit === unit)).length;
    expect(reports.length).toBeGreaterThan(30);
    for (const unit of ['bureau', 'township'] as const) {
      expect(received(unit)).toBeGreaterThan(reports.length / 2);
      expect(received(unit)).toBeLessThan(reports.length);
    }
    expect(new Set(reports.map(({ kind }) => kind))).toEqual(new Set(['report', 'proposal']));
    for (const { days: away, made, received: receipts, kind } of reports) {
      expect(away.length).toBeGreaterThan(kind === 'report' ? 2 : 19);
      expect(away.at(-1)).toBe(made.day);
      expect(made.day < today && receipts.every(({ day }) => day > made.day && day < today)).toBe(true);
    }
    const schoolOf = new Map(terms.flatMap(({ of }) => of.children.map((child) => [child, of.path.split('/')[1]] as const)));
    const inOne = reports.filter(({ childId }) => schoolOf.get(childId) === schoolOf.get(reports[0]?.childId ?? ''));
    expect(inOne.map(({ serial }) => serial)).toEqual(inOne.map((_, at) => at + 1));
    const beside = terms[options.own.beside];
    expect(reports.filter(({ childId }) => beside?.of.children.includes(childId))).toEqual([]);
  });

  it('has marks of some children, one of a kind for each, that began before today and hold for a year', () => {
    expect(marks.length / (400 * 40)).toBeGreaterThan(0.05);
    expect(marks.length / (400 * 40)).toBeLessThan(0.09);
    expect(new Set(marks.map(({ childId, group }) => `${childId} ${group}`)).size).toBe(marks.length);
    for (const { from, until, ended } of marks) {
      expect(from < today && until !== null && until > today).toBe(true);
      if (ended !== null) expect(ended > from && ended <= today).toBe(true);
    }
    expect(new Set(marks.map(({ group }) => group)).size).toBe(8);
  });
});
