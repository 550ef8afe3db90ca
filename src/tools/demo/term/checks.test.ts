import { expect, it } from 'vitest';
import { makeRng } from '../random';
import { knownOf, neverThere, newcomersOf } from './checks';

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
