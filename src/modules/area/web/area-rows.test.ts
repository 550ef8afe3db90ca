import { expect, test } from 'vitest';
import type { AreaListed } from '../contract';
import { areaOf } from '../rules/area-tree';
import { areaLines } from './area-rows';

const listed = (code: string, name: string, sounds: readonly string[], otherNames: readonly string[] = []): AreaListed => ({
  ...areaOf(code, name, otherNames, '2023-06-30'),
  version: 1,
  sounds,
});
const areas = [
  listed('211324', '喀左县', ['kzx']),
  listed('211324001', '大城子街道', ['dczjd', 'dachengzijiedao'], ['大城子镇']),
  listed('211324001200', '西村', ['xc', 'xicun']),
  listed('211324101', '南公营子镇', ['ngyzz', 'nangongyingzizhen']),
  listed('211324101200', '南村', ['nc', 'nancun']),
  listed('211324101201', '东村', ['dc', 'dongcun']),
];
const found = (q: string, township?: string) => areaLines(areas, { q, township }).map(({ name }) => name);

test('without a condition the list is that of the townships, with the number of their villages', () => {
  const lines = areaLines(areas, { q: '' });
  expect(lines.map(({ name, villages }) => [name, villages])).toEqual([
    ['大城子街道', 1],
    ['南公营子镇', 2],
  ]);
});

test('of a township it shows the township and its villages', () => {
  expect(found('', '211324101')).toEqual(['南公营子镇', '南村', '东村']);
  expect(areaLines(areas, { q: '', township: '211324101' })[1]?.township).toBe('南公营子镇');
});

test.each([
  ['南', ['南公营子镇', '南村']],
  ['DC', ['大城子街道', '东村']],
  ['xicun', ['西村']],
  ['大城子镇', ['大城子街道']],
  ['211324101000', ['南公营子镇']],
  ['喀左', []],
])('a place is found by %s', (q, names) => {
  expect(found(q)).toEqual(names);
});

test('a text is looked for within the township that is chosen', () => {
  expect(found('dc', '211324101')).toEqual(['东村']);
});
