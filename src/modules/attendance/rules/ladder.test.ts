import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../standing/index';
import { closerLadder, ladderOf, stepOf } from './ladder';

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

describe('the closer ladder', () => {
  const fromOf = (visit: number, report: number, sooner: number) => {
    const value = (of: 'visitDays' | 'reportDays' | 'closerDays', is: number) => ({ ...defaultPolicy[of], value: is });
    const set = {
      ...defaultPolicy,
      ...{
        visitDays: value('visitDays', visit),
        reportDays: value('reportDays', report),
        closerDays: value('closerDays', sooner),
      },
    };
    const usual = ladderOf(set);
    return { usual: usual.map(({ from }) => from), closer: closerLadder(usual, set).map(({ from }) => from) };
  };

  it('has the report a day sooner by default, and leaves the first day to getting in touch', () => {
    expect(fromOf(2, 3, 1).closer).toEqual([1, 2, 2, 6, 20]);
    const report = closerLadder(ladderOf(defaultPolicy), defaultPolicy).find(({ key }) => key === 'report');
    expect(report, 'both numbers are named').toMatchObject({ label: 'suggested', confirmed: false });
    expect(report?.source.zh).toMatch(/外省规定.*没有文件写明/);
    expect(fromOf(3, 5, 2).closer).toEqual([1, 2, 3, 6, 20]);
    expect(fromOf(1, 1, 1).closer).toEqual([1, 1, 1, 6, 20]);
    expect(fromOf(2, 3, 0).closer).toEqual([1, 2, 3, 6, 20]);
  });

  it('rises like every ladder and is never later than the usual one, whatever the county sets', () => {
    for (let visit = 1; visit <= 10; visit++)
      for (let report = visit; report <= 15; report++)
        for (let sooner = 0; sooner <= 5; sooner++) {
          const { usual, closer } = fromOf(visit, report, sooner);
          const name = `${visit} ${report} ${sooner}`;
          expect(
            closer.every((from, at) => from <= (usual[at] ?? 0)),
            name,
          ).toBe(true);
          expect(
            closer.slice(0, 3).every((from, at) => at === 0 || from >= (closer[at - 1] ?? 0)),
            name,
          ).toBe(true);
        }
  });
});
