import { expect, it } from 'vitest';
import { defaultPolicy } from '../../standing/index';
import { ladderOf, stepOf } from './ladder';

it('climbs by school days and names the source of each step; a rule of another province is never a basis', () => {
  const ladder = ladderOf(defaultPolicy);
  expect([0, 1, 2, 3, 5, 6, 19, 20, 99].map((days) => stepOf(ladder, days)?.key ?? '-')).toEqual([
    ...['-', 'contact', 'visit', 'report', 'report', 'suspected', 'suspected', 'dropout', 'dropout'],
  ]);
  for (const { label, confirmed, source } of ladder)
    if (/外省|云南|福建/.test(source.zh)) expect([label, confirmed]).toEqual(['suggested', false]);
});

it('climbs by what the county has set', () => {
  const set = { ...defaultPolicy, visitDays: { ...defaultPolicy.visitDays, value: 3 } };
  expect(ladderOf(set).map(({ from }) => from)).toEqual([1, 3, 3, 6, 20]);
});
