import { expect, test } from 'vitest';
import { z } from 'zod';
import { isOptional, markingOf, withoutEmpty } from './form-shape';

const text = z.string().min(1);

test('the fewer fields are the ones that are marked', () => {
  expect(markingOf(z.object({ a: text, b: text, c: text.optional() }))).toBe('optional');
  expect(markingOf(z.object({ a: text, b: text.optional(), c: text.default('x') }))).toBe('required');
  expect(markingOf(z.object({ a: text, b: text }))).toBe('none');
  expect(markingOf(z.object({ a: text.optional() }))).toBe('none');
});

test('a field inside another is found by its path, and a wrong path is found out', () => {
  const shape = z.object({ guardian: z.object({ name: text, phone: text.optional() }).optional() });
  expect(isOptional(shape, 'guardian.name')).toBe(false);
  expect(isOptional(shape, 'guardian.phone')).toBe(true);
  expect(() => isOptional(shape, 'guardian.mail')).toThrow('no field guardian.mail');
});

test('what was left empty is left out, and spaces around a text are no part of it', () => {
  const typed = { name: ' 阿拉坦其其格 ', note: '  ', day: null, guardian: { phone: '', name: '白某' }, tags: ['a', ' b'] };
  expect(withoutEmpty(typed)).toEqual({ name: '阿拉坦其其格', guardian: { name: '白某' }, tags: ['a', 'b'] });
});

test('a password is sent with the spaces it was typed with', () => {
  expect(withoutEmpty({ login: ' li ', password: ' a b ', again: '' }, ['password', 'again'])).toEqual({
    login: 'li',
    password: ' a b ',
  });
});
