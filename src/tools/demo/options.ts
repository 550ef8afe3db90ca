import { dayNumber } from '../../kernel/day';

/** What a county is made of; every share is a setting so that a test can turn one thing up alone. */
export type Population = {
  /** families of Mongolian nationality (policy facts: 19.5–21.9 % of the county) */ readonly mongolian: number;
  /** of those, families whose names are Mongolian in form */ readonly mongolianNames: number;
  /** families with dotted names */ readonly dotted: number;
  /** children with a rare character in the name */ readonly rare: number;
  /** births that are twin births */ readonly twinBirths: number;
  /** families with a second child, and with a third */ readonly secondChild: number;
  readonly thirdChild: number;
  /** families whose father's brother lives in the same village with a family of his own */ readonly cousins: number;
  /** families that have moved away and left their household registration */ readonly away: number;
  readonly poor: number;
  readonly disabled: number;
};

export const usualPopulation: Population = {
  mongolian: 0.2,
  mongolianNames: 0.2,
  dotted: 0.003,
  rare: 0.006,
  twinBirths: 0.015,
  secondChild: 0.43,
  thirdChild: 0.04,
  cousins: 0.2,
  away: 0.06,
  poor: 0.08,
  disabled: 0.008,
};

/** The day of the demonstration; the school year is 2024-25. */
export const asOf = '2025-03-01';

function day(year: number, month: number, date: number): number {
  const found = dayNumber(year, month, date);
  if (found === undefined) throw new RangeError(`no such day: ${year}-${month}-${date}`);
  return found;
}

/** Births of the nine cohorts of compulsory school age in 2024-25, both ends included. */
export const inAge = { first: day(2009, 9, 1), last: day(2018, 8, 31) } as const;

/** Births that the household list reaches: two cohorts too old, one too young. */
export const listed = { first: day(2007, 9, 1), last: day(2019, 8, 31) } as const;

/** Whether somebody born on `birth` is of compulsory school age in 2024-25. */
export function isInAge(birth: number): boolean {
  return birth >= inAge.first && birth <= inAge.last;
}
