import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerGroupNames, answerGroups } from '../../verification/index';
import { bucketOf, classWords, exceptions } from './answers';
import { overlaps, type Plan, phaseOf, planFault } from './campaign';
import { cutOf } from './cuts';
import { gridOf, ownersOf } from './grids';
import { draw } from './sample';
import { toTell } from './telling';

const plan: Plan = { template: 'special', method: 'home', places: [], grades: [], from: '2025-03-01', until: '2025-03-14' };

describe('a plan', () => {
  it.each([
    ['is in order', {}, undefined],
    ['of a 报到 is not made at home', { template: 'term-opening' }, 'method'],
    ['ends before it begins', { until: '2025-02-28' }, 'days'],
    ['is over already', { from: '2025-02-01', until: '2025-03-02' }, 'over'],
    ['is longer than 120 days', { until: '2025-06-29' }, 'long'],
    ['lasts 120 days', { until: '2025-06-28' }, undefined],
    ['names a school for visits', { places: ['211324/s1/'] }, 'places'],
    ['names a township for classes', { method: 'in-school', places: ['211324/211324101/'] }, 'places'],
    ['is about marked groups and names none', { template: 'marked-groups' }, 'marks'],
    ['is about marked groups', { template: 'marked-groups', marks: ['orphan'] }, undefined],
    ['names marked groups and is about others', { marks: ['orphan'] }, 'marks'],
    ['is about grades 8 and 9 and names none', { template: 'key-grades' }, 'grades'],
    ['is about grades 8 and 9 and names another', { template: 'key-grades', grades: [7, 8] }, 'grades'],
  ] as const)('%s', (_, change, fault) => {
    expect(planFault({ ...plan, ...change }, '2025-03-05')).toBe(fault);
  });

  it.each([
    ['the same', {}, true],
    ['of another template', { template: 'before-term' }, false],
    ['that asks in class', { method: 'in-school' }, false],
    ['after its end', { from: '2025-03-15', until: '2025-03-20' }, false],
    ['of other places', { places: ['211324/211324102/'] }, false],
    ['of other grades', { grades: [2] }, false],
  ] as const)('meets one %s', (_, change, meets) => {
    const other = { ...plan, places: ['211324/211324101/'], grades: [1] };
    expect(overlaps({ ...plan, ...change }, other)).toBe(meets);
  });

  it('is late after its day and until somebody closes it', () => {
    const phase = (day: string, state: 'running' | 'closed' = 'running') => phaseOf({ state, ...plan }, day);
    expect([phase('2025-02-28'), phase('2025-03-01'), phase('2025-03-14'), phase('2025-03-15')]).toEqual([
      ...['coming', 'running', 'running', 'late'],
    ]);
    expect(phase('2025-03-01', 'closed')).toBe('closed');
  });
});

describe('an answer', () => {
  it('is counted in one bucket, whatever it is', () => {
    const all = [...classWords, ...exceptions, ...answerGroupNames.flatMap((name) => [...answerGroups[name]])];
    expect(all.filter((answer) => bucketOf(answer) === undefined)).toEqual([]);
    expect(
      ['there', 'out-of-province', 'sick', 'out-of-school', 'unreached', 'no-such-person', 'moved-away'].map((one) =>
        bucketOf(one as 'there'),
      ),
    ).toEqual([...['schooled', 'schooled', 'not-in-school', 'not-in-school', 'not-found', 'not-found', 'gone']]);
  });

  it.each([
    ['a class has it there', 'there', 'in-school', false, undefined],
    ['a class has it there, and something was told before', 'there', 'to-verify', true, 'in-county-enrolled'],
    ['it comes in some days', 'on-the-way', 'in-school', false, undefined],
    ['a visit finds what is known', 'in-county-enrolled', 'in-school', false, undefined],
    ['a visit finds it elsewhere', 'out-of-province', 'unplaced', false, 'out-of-province'],
    ['it is in no school, as is known', 'out-of-school', 'unplaced', false, 'out-of-school'],
    ['a visit takes back what was told', 'in-county-enrolled', 'in-school', true, 'in-county-enrolled'],
  ] as const)('tells what is new: %s', (_, answer, state, told, outcome) => {
    expect(toTell({ answer, state, told })).toBe(outcome);
  });
});

it.each([
  ['2025-02-27', 'first-day'],
  ['2025-03-01', 'first-day'],
  ['2025-03-02', 'first-week'],
  ['2025-03-07', 'first-week'],
  ['2025-03-08', 'later'],
  [null, 'never'],
] as const)('who reports on %s is counted as %s', (day, cut) => {
  expect(cutOf('2025-03-01', day)).toBe(cut);
});

describe('a grid', () => {
  it('is the finest place that is known', () => {
    expect(['211324/a/b/', '211324/a/~/', '211324/~/~/'].map(gridOf)).toEqual(['211324/a/b/', '211324/a/', undefined]);
  });

  it('has the owner of its school where it has none of its own, and is named where nobody answers', () => {
    const owner = (path: string) => ({ path, name: path, userId: null });
    const { of, without } = ownersOf(['c/a/1/', 'c/a/2/', 'c/b/1/'], [owner('c/a/'), owner('c/a/1/')]);
    expect([of.get('c/a/1/')?.name, of.get('c/a/2/')?.name, without]).toEqual(['c/a/1/', 'c/a/', ['c/b/1/']]);
  });
});

it('draws the same sample with the same seed, whatever order the ids come in, and one more id moves nobody else', () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 3, maxLength: 40 });
  fc.assert(
    fc.property(ids, fc.string(), fc.nat({ max: 40 }), (all, seed, size) => {
      const drawn = draw(all, seed, size);
      expect(drawn).toEqual(draw([...all].reverse(), seed, size));
      expect(new Set(drawn).size).toBe(Math.min(size, all.length));
      const [last = '', ...rest] = [...all].reverse();
      expect(draw(rest, seed, all.length)).toEqual(draw(all, seed, all.length).filter((id) => id !== last));
    }),
  );
  const many = Array.from({ length: 200 }, (_, at) => `id-${at}`);
  expect(draw(many, '1', 20)).not.toEqual(draw(many, '2', 20));
});
