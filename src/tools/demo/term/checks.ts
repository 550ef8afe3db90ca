import type { Day } from '../../../kernel/day';
import type { BroughtRoll, ClassList } from '../../../modules/attendance/server';
import type { Known } from '../../../modules/checks';
import type { Rng } from '../random';

/** A child that sits in a class while its papers are still on the way, or are another school's. */
export type Newcomer = { readonly childId: string; readonly elsewhere: string };

/** Of the classes so many have somebody new in a month … */
const NEW_IN = 0.04;
/** … and so many of these have their papers in order only a month later. */
const STAYS = 0.45;

/** Who sits in a class without being on its register, month by month: papers take their time. */
export function newcomersOf(
  rng: Rng,
  { children }: Pick<ClassList, 'children'>,
  { months, schools }: { readonly months: number; readonly schools: readonly string[] },
): readonly (readonly Newcomer[])[] {
  let staying: readonly Newcomer[] = [];
  return Array.from({ length: months }, () => {
    staying = staying.filter(() => rng.chance(STAYS));
    if (children.length > 0 && rng.chance(NEW_IN)) {
      const fresh = { childId: rng.pick(children), elsewhere: rng.chance(0.5) ? rng.pick(schools) : '' };
      if (!staying.some(({ childId }) => childId === fresh.childId)) staying = [...staying, fresh];
    }
    return staying;
  });
}

/** Called days of one child in a month. */
type Called = { called: number; present: number; absent: number; leave: number };

/** What was known of the children of a class at the check of a month: its list, its rolls from the first day to the last, who was new. */
export function knownOf(
  { children }: Pick<ClassList, 'children'>,
  rolls: readonly BroughtRoll[],
  {
    from,
    to,
    fresh,
    names,
  }: {
    readonly from: Day;
    readonly to: Day;
    readonly fresh: readonly Newcomer[];
    readonly names: ReadonlyMap<string, string>;
  },
): readonly Known[] {
  const days = daysOf(children, rolls, from, to);
  const news = new Map(fresh.map((one) => [one.childId, one]));
  return children.map((childId): Known => {
    const one = news.get(childId);
    const known = { childId, name: names.get(childId) ?? '', sex: '', state: 'in-school', standsHere: true } as const;
    const enrolled = one === undefined ? (['here'] as const) : one.elsewhere === '' ? [] : (['elsewhere'] as const);
    const counts = days.get(childId) ?? { called: 0, present: 0, absent: 0, leave: 0 };
    return { ...known, ...counts, enrolled, seenElsewhere: false, elsewhere: one?.elsewhere ?? '' };
  });
}

/** Whoever was called in a month and never there: of them a check has to say something. */
export function neverThere(
  { children }: Pick<ClassList, 'children'>,
  rolls: readonly BroughtRoll[],
  from: Day,
  to: Day,
): readonly string[] {
  const days = daysOf(children, rolls, from, to);
  return children.filter((childId) => days.get(childId)?.present === 0 && (days.get(childId)?.called ?? 0) > 0);
}

function daysOf(children: readonly string[], rolls: readonly BroughtRoll[], from: Day, to: Day): ReadonlyMap<string, Called> {
  const called = rolls.filter(({ day }) => day >= from && day <= to);
  const counts = new Map<string, Called>(
    children.map((childId) => [childId, { called: called.length, present: called.length, absent: 0, leave: 0 }]),
  );
  for (const { marks } of called) {
    for (const { childId, mark } of marks) {
      const count = counts.get(childId);
      const way = mark === 'absent' ? 'absent' : mark === 'sick' || mark === 'personal' ? 'leave' : undefined;
      if (count === undefined || way === undefined) continue;
      count[way] += 1;
      count.present -= 1;
    }
  }
  return counts;
}
