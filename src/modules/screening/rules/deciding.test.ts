import { expect, it } from 'vitest';
import { decideFault } from './deciding';
import { isChangedAfter } from './signing';

it.each([
  ['the bureau decides on what waits', true, true, false, undefined],
  ['nobody decides on his own word', true, true, true, 'own-answer'],
  ['what does not wait is not decided on', false, true, false, 'not-waiting'],
  ['who is not of the bureau decides on nothing, waiting or not', true, false, false, 'not-bureau'],
] as const)('%s', (_, waits, bureau, own, fault) => {
  expect(decideFault(waits, { bureau, own })).toBe(fault);
});

it.each([
  ['no school has signed', undefined, 3, false],
  ['it was said before the signature', 5, 3, false],
  ['it was said after it', 5, 6, true],
  ['it was sent back and is open', 5, null, true],
] as const)('what a school signed has changed: %s', (_, signed, said, changed) => {
  expect(isChangedAfter(signed, said)).toBe(changed);
});
