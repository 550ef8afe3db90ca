import { expect, test } from 'vitest';
import { activeFilters, type Filter, nextSort, without } from './filters';

const filters: readonly Filter[] = [
  { key: 'q', says: '名称', kind: 'text' },
  {
    key: 'stage',
    says: '学段',
    kind: 'several',
    options: [
      { value: 'p', says: '小学' },
      { value: 'j', says: '初中' },
    ],
  },
];
const at = (search: Record<string, unknown>) => ({ page: 1, size: 50, ...search });

test('a condition that is set is told in the words of its options', () => {
  expect(activeFilters(filters, at({ stage: ['j', 'p'], q: '' }))).toEqual([{ key: 'stage', says: '学段', value: '初中、小学' }]);
  expect(activeFilters(filters, at({ q: '六官', stage: [] }))).toEqual([{ key: 'q', says: '名称', value: '六官' }]);
});

test('a value that no option has, of an old address, is shown as it is and can be taken away', () => {
  expect(activeFilters(filters, at({ stage: ['x'] }))).toEqual([{ key: 'stage', says: '学段', value: 'x' }]);
  expect(without(['stage'])).toEqual({ stage: undefined, page: 1, open: undefined });
});

test('a heading sorts up, then down, then not at all', () => {
  expect(nextSort('name', undefined)).toBe('name');
  expect(nextSort('name', 'name')).toBe('-name');
  expect(nextSort('name', '-name')).toBeUndefined();
  expect(nextSort('name', 'age')).toBe('name');
});
