import type { LeaveNumbers } from './levels';

/** Why a child's leave is looked at: long over a term, long at a stretch, or often. */
export const watchKeys = ['sum', 'stretch', 'times'] as const;
export type WatchKey = (typeof watchKeys)[number];

/**
 * From which number on somebody looks, beside the sum over a term, which is the county's. 病假条无限续 is the usual way to leave school
 * unnoticed (policy.md §3.4, an inference of its authors); both numbers are ours: 系统建议, 待县局确认.
 */
export const watchRules = {
  /** school days of one leave that still runs */ stretch: 10,
  /** leaves in a term */ times: 4,
} as const satisfies Record<Exclude<WatchKey, 'sum'>, number>;

/** What a rule has found: the number of the child, and the one from which it counts. */
export type Watch = { readonly key: WatchKey; readonly value: number; readonly from: number };

/** The leaves of a child in a term, in half school days; `running` is the longest of those that have not ended, so far. */
export type TermSum = { readonly halves: number; readonly times: number; readonly running: number };

/** The rules that a child has come to. */
export function watchOf({ halves, times, running }: TermSum, { sumDays }: Pick<LeaveNumbers, 'sumDays'>): readonly Watch[] {
  const rules = { ...watchRules, sum: sumDays } as const satisfies Record<WatchKey, number>;
  const values = { sum: halves / 2, stretch: running / 2, times } as const satisfies Record<WatchKey, number>;
  return watchKeys.filter((key) => values[key] >= rules[key]).map((key) => ({ key, value: values[key], from: rules[key] }));
}
