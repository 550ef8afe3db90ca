import { expect, it } from 'vitest';
import { monthAfter, weeksOf } from './month';

it('lays a month out in weeks from Monday', () => {
  const weeks = weeksOf('2025-03');
  expect(weeks).toHaveLength(6);
  expect(weeks[0]).toEqual([null, null, null, null, null, '2025-03-01', '2025-03-02']);
  expect(weeks[5]).toEqual(['2025-03-31', null, null, null, null, null, null]);
  expect(weeksOf('2024-02').flat().filter(Boolean)).toHaveLength(29);
  expect(weeksOf('no month')).toEqual([]);
});

it('goes from month to month over the end of a year', () => {
  expect(monthAfter('2025-01', -1)).toBe('2024-12');
  expect(monthAfter('2024-12', 1)).toBe('2025-01');
});
