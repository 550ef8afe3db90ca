import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from '../../../kernel/day';
import { ChildStory } from '../testing/facts';
import { stepsOf, twoPolicies } from '../testing/steps';
import { Walk } from '../testing/walk';
import type { ChildFacts } from './facts';
import { type Interval, standingHistory } from './history';
import { defaultPolicy, policyOn } from './policy';
import { standingOn } from './standing-on';

const from = '2024-06-01';
const to = '2027-01-31';

describe('the history of a standing', () => {
  it('says for each day what the day itself says, under the policy of that day', () => {
    fc.assert(
      fc.property(stepsOf(30), fc.nat(), (steps, which) => {
        const walk = new Walk();
        for (const step of steps) walk.take(step);
        const children = [...walk.children.values()];
        expectDayByDay(children[which % children.length]);
      }),
      { numRuns: process.env.NOL_LONG ? 5000 : 80 },
    );
  });

  it('has neither gap nor overlap, and two neighbours always differ', () => {
    const child = new ChildStory().household('2025-03-01').enrolled('2025-03-03').listed('2025-03-05', 'absent');
    const intervals = standingHistory(child.child, twoPolicies, from, to);
    expect(intervals[0].from).toBe(from);
    expect(intervals.at(-1)?.until).toBe('2027-02-01');
    for (const [at, interval] of intervals.slice(1).entries()) {
      expect(interval.from).toBe(intervals[at].until);
      expect(interval.standing).not.toEqual(intervals[at].standing);
    }
  });

  it('knows the days to come: a proof that runs out, and the birthday that counts', () => {
    const child = new ChildStory('2018-09-15')
      .household('2025-03-01')
      .verified('2025-08-01', 'out-of-province', ['school-certificate']);
    const states = standingHistory(child.child, [defaultPolicy], '2025-03-01', '2026-03-31').map(
      ({ from: day, standing }) => `${day} ${standing.state}`,
    );
    expect(states).toEqual(['2025-03-01 too-young', '2025-09-01 elsewhere', '2026-01-29 to-verify']);
  });

  it('is empty for texts that are no days and for a span that ends before it begins', () => {
    const { child } = new ChildStory();
    expect(standingHistory(child, [defaultPolicy], 'soon', to)).toEqual([]);
    expect(standingHistory(child, [defaultPolicy], to, from)).toEqual([]);
  });
});

function expectDayByDay(child: ChildFacts): void {
  const intervals = standingHistory(child, twoPolicies, from, to);
  const last = parseDay(to) ?? 0;
  for (let number = parseDay(from) ?? 0; number <= last; number++) {
    const day = formatDay(number);
    const standing = standingOn(child, day, policyOn(twoPolicies, day));
    const kept = intervalOf(intervals, day)?.standing;
    if (JSON.stringify(kept) !== JSON.stringify(standing)) expect({ day, standing: kept }).toEqual({ day, standing });
  }
}

function intervalOf(intervals: readonly Interval[], day: string): Interval | undefined {
  return intervals.find((interval) => interval.from <= day && day < interval.until);
}
