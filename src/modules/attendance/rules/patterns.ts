import { type Day, parseDay } from '../../../kernel/day';

/** What may be worth a question about a child that is away now and then; none of it says why, and none is a reproach. */
export const signKeys = ['often', 'edges', 'halves', 'leave', 'unrecorded'] as const;
export type SignKey = (typeof signKeys)[number];

/**
 * The numbers behind the signs. No notice names them; all are proposals of this system (系统建议) and wait for the bureau: 3 away in 10
 * school days, two in three of at least 3 on a Monday or Friday, 3 half days, 3 separate leaves, 5 days of which nothing is recorded.
 */
export const patternNumbers = {
  often: 3,
  window: 10,
  edges: 3,
  edgeShare: 2 / 3,
  halves: 3,
  leaves: 3,
  unrecorded: 5,
  /** school days on which nobody called a class */ uncalled: 3,
} as const;

/** A day on which a child was not wholly there: away, on leave, or away without leave for one of two called halves. */
export type AwayDay = { readonly day: Day; readonly kind: 'absent' | 'leave' | 'half' };

/** A sign with the days it rests on, the earliest first; `times` where it counts something else than days. */
export type Sign = { readonly key: SignKey; readonly days: readonly Day[]; readonly times: number };

type Facts = {
  /** of the term so far, the earliest first */ readonly away: readonly AwayDay[];
  /** the last days on which its class was called without it */ readonly unrecorded: readonly Day[];
  /** school days from one day to another, both included */ readonly schoolDaysBetween: (first: Day, last: Day) => number;
};

/** What is worth a look in the term of a child so far. Leave is no absence, but leave that comes again and again is shown. */
export function signsOf({ away, unrecorded, schoolDaysBetween }: Facts): readonly Sign[] {
  const of = (kind: AwayDay['kind']) => away.filter((one) => one.kind === kind).map(({ day }) => day);
  const [absent, halves, leave] = [of('absent'), of('half'), of('leave')];
  const often = oftenOf(absent, schoolDaysBetween);
  const edges = absent.filter(isEdge);
  const spells = spellsOf(leave, schoolDaysBetween);
  const { edges: most, edgeShare, halves: half, leaves, unrecorded: silent } = patternNumbers;
  const signs: Sign[] = [];
  if (often.length > 0) signs.push({ key: 'often', days: often, times: often.length });
  if (absent.length >= most && edges.length >= absent.length * edgeShare)
    signs.push({ key: 'edges', days: edges, times: edges.length });
  if (halves.length >= half) signs.push({ key: 'halves', days: halves, times: halves.length });
  if (spells.length >= leaves) signs.push({ key: 'leave', days: spells, times: spells.length });
  if (unrecorded.length >= silent) signs.push({ key: 'unrecorded', days: unrecorded, times: unrecorded.length });
  return signs;
}

/** The days of the latest stretch of ten school days that holds three days away; none where there is no such stretch. */
function oftenOf(absent: readonly Day[], between: Facts['schoolDaysBetween']): readonly Day[] {
  const { often, window } = patternNumbers;
  for (let end = absent.length - 1; end >= often - 1; end--) {
    const last = absent[end] ?? '';
    const within = absent.slice(0, end + 1).filter((day) => between(day, last) <= window);
    if (within.length >= often) return within;
  }
  return [];
}

/** Monday or Friday; day 0 of the kernel's count was a Thursday. */
function isEdge(day: Day): boolean {
  const weekday = ((parseDay(day) ?? 0) + 3) % 7;
  return weekday === 0 || weekday === 4;
}

/** The first day of each leave; school days that follow one another are one leave. */
function spellsOf(leave: readonly Day[], between: Facts['schoolDaysBetween']): readonly Day[] {
  return leave.filter((day, place) => place === 0 || between(leave[place - 1] ?? day, day) > 2);
}
