import { expect, test } from 'vitest';
import { readChoice, writeChoice } from './columns';

test('the choice of columns is remembered, and nonsense in the browser is forgotten', () => {
  const choice = new Map([
    ['school', true],
    ['village', false],
  ]);
  expect(writeChoice(choice)).toBe('+school,-village');
  expect(readChoice('+school,-village')).toEqual(choice);
  expect(readChoice('{"a":1}').size).toBe(0);
  expect(readChoice(undefined).size).toBe(0);
});
