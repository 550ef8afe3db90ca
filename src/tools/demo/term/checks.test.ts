import { expect, it } from 'vitest';
import { makeRng } from '../random';
import { backSince, followedOf, knownOf, neverThere, newcomersOf } from './checks';

const of = { children: ['a', 'b', 'c'] };
const roll = (day: string, marks: readonly { childId: string; mark: 'absent' | 'sick' }[]) => ({
  ...{ day, marks, daysLate: 0, takenAs: 'teacher' as const, takenBy: 't', takenAt: new Date(`${day}T00:00:00Z`) },
});
const rolls = [
  roll('2024-12-02', [{ childId: 'b', mark: 'absent' }]),
  roll('2024-12-03', [
    { childId: 'b', mark: 'absent' },
    { childId: 'c', mark: 'sick' },
  ]),
  roll('2025-01-06', []),
];

it('knows of a child what the rolls of the month say, and of nobody more', () => {
  const span = { from: '2024-12-01', to: '2024-12-20', names: new Map([['b', '白雪']]) };
  const fresh = [{ childId: 'a', elsewhere: '听泉小学' }];
  expect(knownOf(of, rolls, { ...span, fresh })).toMatchObject([
    { childId: 'a', called: 2, present: 2, enrolled: ['elsewhere'], elsewhere: '听泉小学' },
    { childId: 'b', name: '白雪', called: 2, present: 0, absent: 2, enrolled: ['here'] },
    { childId: 'c', called: 2, present: 1, leave: 1 },
  ]);
  expect(neverThere(of, rolls, '2024-12-01', '2024-12-20')).toEqual(['b']);
  expect(neverThere(of, rolls, '2025-02-01', '2025-02-28')).toEqual([]);
});

it('has somebody new in few classes, the same for the same seed, and some of them for months', () => {
  const options = { months: 3, schools: ['听泉小学'] };
  const made = Array.from({ length: 500 }, (_, at) => newcomersOf(makeRng(1, at), of, options));
  expect(made).toEqual(Array.from({ length: 500 }, (_, at) => newcomersOf(makeRng(1, at), of, options)));
  const firstMonth = made.filter(([first]) => (first?.length ?? 0) > 0);
  expect(firstMonth.length).toBeGreaterThan(5);
  expect(firstMonth.length).toBeLessThan(50);
  expect(firstMonth.some(([first, second]) => second?.some(({ childId }) => childId === first?.[0]?.childId))).toBe(true);
});

it('has most differences of past months ended or given time, few overdue, and none ended against the rolls', () => {
  const made = (kind: 'absent' | 'extra', back: string | undefined, isPast = true) =>
    Array.from({ length: 400 }, (_, at) => followedOf(makeRng(2, at), { kind }, { back, isPast }));
  const ends = (steps: ReturnType<typeof followedOf>) =>
    steps.flatMap((step) => ('more' in step ? ['more'] : ['back', 'confirmed'].includes(step.state) ? [step.state] : []));
  const count = (all: ReturnType<typeof made>, end: string) => all.filter((steps) => ends(steps).includes(end)).length;
  const extra = made('extra', undefined);
  expect(count(extra, 'confirmed')).toBeGreaterThan(180);
  expect(count(extra, 'more')).toBeGreaterThan(80);
  expect(extra.filter((steps) => ends(steps).length === 0).length).toBeGreaterThan(20);
  expect(extra.filter((steps) => ends(steps).length === 0).length).toBeLessThan(100);
  const away = made('absent', undefined);
  expect(count(away, 'back') + count(away, 'confirmed')).toBe(0);
  expect(count(made('absent', '2025-01-06'), 'back')).toBe(400);
  expect(made('extra', undefined, false).some((steps) => ends(steps).length > 0)).toBe(false);
  const states = (all: ReturnType<typeof made>) => new Set(all.flat().flatMap((step) => ('state' in step ? [step.state] : [])));
  expect([...states(extra)].sort(), 'nobody is visited about papers').toEqual(['confirmed', 'following']);
  expect([...states(away)].sort()).toEqual(['persuading', 'visiting']);
});

it('finds the day from which rolls have a child there again', () => {
  expect(backSince(rolls, 'b', '2024-12-20')).toBe('2025-01-06');
  expect(backSince(rolls, 'b', '2025-01-06')).toBeUndefined();
  expect(backSince(rolls, 'c', '2024-12-02')).toBe('2025-01-06');
});
