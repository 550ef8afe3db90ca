import { expect, it } from 'vitest';
import { standingIndex } from '../../../kernel/standing';
import { balance } from '../rules/balance';
import { countsLength } from '../rules/counts';
import { unsettledOf } from './use-unsettled';

const county = { path: '211324/', name: null };

it('counts those to be verified and those not placed, each by the address of its children, and no state that nobody stands in', () => {
  const counts = new Array<number>(countsLength).fill(0);
  counts[standingIndex['in-school']] = 900;
  counts[standingIndex.unplaced] = 2028;
  const called = () => ({
    tree: 'area' as const,
    grid: county,
    roll: { ...balance(counts), terms: [...balance(counts).terms], outside: [] },
  });
  expect(unsettledOf(called())).toEqual([
    { state: 'unplaced', count: 2028, href: '/roll-call/children?tree=area&grid=211324%2F&part=unplaced' },
  ]);
  counts[standingIndex['to-verify']] = 297;
  expect(unsettledOf(called()).map(({ state, count }) => [state, count])).toEqual([
    ['to-verify', 297],
    ['unplaced', 2028],
  ]);
});
