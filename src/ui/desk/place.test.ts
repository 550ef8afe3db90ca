import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { hrefOf, listSearch, parseSearch, place, readSearch, several, writeSearch } from './place';

const schools = place('/schools', { ...listSearch, kind: several(z.string()), q: z.string().default('') });
const school = place('/schools/:id', {});
const behind = (href: string) => parseSearch(href.split('?')[1] ?? '');

test('an address without a question mark leads to the usual view, and the usual view has that address', () => {
  expect(readSearch(schools, {})).toEqual({ page: 1, size: 50, kind: [], q: '' });
  expect(hrefOf(schools, {}, { page: 1, q: '' })).toBe('/schools');
});

test('a view and its address are the same thing', () => {
  expect(hrefOf(schools, {}, { page: 3, q: '六官营子', kind: ['初中', '小学'], open: 'a' })).toContain('page=3');
  fc.assert(
    fc.property(
      fc.record({
        page: fc.integer({ min: 1, max: 9999 }),
        size: fc.integer({ min: 1, max: 200 }),
        kind: fc.array(fc.string({ minLength: 1 }), { maxLength: 4 }),
        q: fc.string({ unit: 'grapheme' }),
      }),
      (search) => {
        expect(readSearch(schools, behind(hrefOf(schools, {}, search)))).toEqual(search);
      },
    ),
  );
});

test('a value that cannot be right is dropped and the rest of the address kept', () => {
  expect(readSearch(schools, parseSearch('page=minus&size=9000&q=x'))).toEqual({ page: 1, size: 50, kind: [], q: 'x' });
});

test('what a place does not know is not carried along', () => {
  expect(writeSearch(schools, { q: 'x', stranger: 'y' } as { q: string })).toBe('q=x');
});

test('parameters stand escaped in the path', () => {
  expect(hrefOf(school, { id: 'a/中' })).toBe('/schools/a%2F%E4%B8%AD');
  expect(() => hrefOf(school)).toThrow('needs the parameter id');
});
