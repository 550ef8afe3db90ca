import { expect, test } from 'vitest';
import { areaKindOf } from './area-kind';

test.each([
  ['211324', 'county'],
  ['211324001', 'street'],
  ['211324100', 'town'],
  ['211324199', 'town'],
  ['211324204', 'rural-township'],
  ['211324400', 'township-like'],
  ['211324001001', 'community'],
  ['211324001199', 'community'],
  ['211324001200', 'village'],
  ['211324400500', 'village-like'],
] as const)('the code %s is that of a %s', (code, kind) => {
  expect(areaKindOf(code)).toBe(kind);
});
