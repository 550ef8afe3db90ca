import { expect, it } from 'vitest';
import { isWholeNumber, looksLikeNumber } from './typed-number';

it('tells a number from a name, as people type and paste it', () => {
  for (const typed of [
    '211324201405020031',
    '21132420140502003X',
    '2113 2420 1405 0200 3x',
    'G211324201405020031',
    '１３８０４２１０００７',
    '+86 138-0421-0007',
  ])
    expect([looksLikeNumber(typed), isWholeNumber(typed)], typed).toEqual([true, true]);
  for (const typed of ['张浩然', 'zhr', 'x', 'G', '', '12', '张123456789']) expect(looksLikeNumber(typed), typed).toBe(false);
});

it('waits for the rest of a number', () => {
  expect(looksLikeNumber('211324')).toBe(true);
  expect(isWholeNumber('211324')).toBe(false);
});
