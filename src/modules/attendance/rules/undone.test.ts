import fc from 'fast-check';
import { expect, it } from 'vitest';
import { marks } from './marks';
import { type Called, undoneOf } from './undone';

const children = ['a', 'b', 'c', 'd'];
const aRoll = fc
  .tuple(
    ...children.map(() => fc.option(fc.constantFrom(...marks, 'here' as const, 'unread' as const), { nil: 'here' as const })),
  )
  .map(
    (words): Called => ({
      present: children.filter((_, at) => words[at] === 'here'),
      marks: children.flatMap((childId, at) => {
        const word = words[at];
        return word === undefined || word === 'here' || word === 'unread' ? [] : [{ childId, mark: word }];
      }),
    }),
  );
const isAway = ({ marks: list }: Called, child: string) =>
  list.some(({ childId, mark }) => childId === child && mark === 'absent');

it('names who is there after all, who is on leave, and who was left out', () => {
  const before: Called = { present: ['d'], marks: ['a', 'b', 'c'].map((childId) => ({ childId, mark: 'absent' })) };
  const after: Called = { present: ['a', 'd'], marks: [{ childId: 'b', mark: 'sick' }] };
  expect(undoneOf(before, after)).toEqual([
    { childId: 'a', to: 'present' },
    { childId: 'b', to: 'leave' },
    { childId: 'c', to: 'not-called' },
  ]);
  expect(undoneOf(after, before)).toEqual([]);
});

it('leaves no absence unaccounted for: over 10,000 days that are called again and again, each stands or is named', () => {
  fc.assert(
    fc.property(fc.array(aRoll, { minLength: 1, maxLength: 40 }), (rolls) => {
      const last = rolls[rolls.length - 1];
      for (const child of children) {
        const ever = rolls.some((roll) => isAway(roll, child));
        const named = rolls.some((roll, at) => {
          const next = rolls[at + 1];
          return next !== undefined && undoneOf(roll, next).some(({ childId }) => childId === child);
        });
        expect(!ever || named || (last !== undefined && isAway(last, child))).toBe(true);
        // And nobody is named who was not away.
        if (!ever) expect(named).toBe(false);
      }
    }),
    { numRuns: 10_000 },
  );
});
