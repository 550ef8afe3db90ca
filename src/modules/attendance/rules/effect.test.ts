import { expect, it } from 'vitest';
import { effectOf } from './effect';
import type { Verdict } from './marks';

/** All days of March are school days. */
const schoolDaysBetween = (first: string, last: string) => Math.max(0, Number(last.slice(8)) - Number(first.slice(8)) + 1);
const after = (...verdicts: readonly (Verdict | '')[]) =>
  effectOf({
    contact: '2025-03-10',
    calls: verdicts.flatMap((verdict, place) => (verdict === '' ? [] : [{ day: `2025-03-${10 + place}`, verdict }])),
    schoolDaysBetween,
  }).kind;

it('says what came after a contact, and nothing of what is not known yet', () => {
  expect(after('absent', 'present')).toBe('next');
  expect(after('present', 'absent')).toBe('open');
  expect(after('absent', 'absent', 'present')).toBe('within');
  expect(after('absent', 'absent', 'leave', 'absent', 'absent', 'present')).toBe('within');
  expect(after('absent', 'absent', 'leave', 'absent', 'absent', 'absent')).toBe('not');
  expect(after('absent', 'absent', 'absent', 'absent', 'absent', 'absent', 'present')).toBe('not');
  expect(after('absent', 'absent', 'absent', 'absent')).toBe('open');
  expect(after('absent', '', '', 'absent')).toBe('open');
  expect(after('absent', '', '', 'present')).toBe('within');
  expect(after('absent', '', '', '', '', '', 'absent')).toBe('not');
});
