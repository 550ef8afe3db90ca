import type { Day } from '../../../kernel/day';
import type { BroughtRoll, ClassList } from '../../../modules/attendance/server';
import type { Known } from '../../../modules/checks';
import type { UntouchedItem } from '../../../modules/checks/server';
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

/** What was done about a difference of a past month: a step on a school day, so many of them after the month was opened. */
export type Followed = { readonly after: number } & (
  | { readonly state: 'following' | 'persuading' | 'visiting' | 'back' | 'confirmed'; readonly note: string }
  /** given more time, in school days from today */
  | { readonly more: number }
);

/** Of the differences of past months whose child is not back so many were ended with papers, and so many were given more time … */
const [ENDED, PROLONGED] = [0.55, 0.85];
/** … and of the others, which are overdue, so many were looked at at all. */
const LOOKED_AT = 0.5;
/** Of the differences of the running month so many were begun with. */
const BEGUN = 0.3;

const visited = ['上门见到奶奶，说孩子随父母在外地。', '和家长谈过一次，答应再考虑。', '电话打不通，托村干部去看了。'];
const papers = {
  extra: ['转学手续已办完，学籍已转入本校。', '原校已在学籍系统同意转出，学籍已到。'],
  guest: ['原校已回函同意借读，证明已存档。', '家长已提交借读申请，两校都已备案。'],
  other: ['已和学籍系统核对，材料存学籍档案。'],
} as const;
const asking = {
  extra: ['已向原校发转学联系函，等回函。', '家长补交材料中，缺户口簿复印件。'],
  guest: ['已联系原校核实，等回函。'],
  other: ['已约家长来校核对材料。'],
} as const;

/**
 * What was done about a difference; `back`: the day from which rolls have the child there again, `isPast`: it was found in a month that is
 * over. A child that is away cannot be ended by papers, and nobody says that it is back when no roll does.
 */
export function followedOf(
  rng: Rng,
  { kind }: Pick<UntouchedItem, 'kind'>,
  { back, isPast }: { readonly back: Day | undefined; readonly isPast: boolean },
): readonly Followed[] {
  const isAway = kind === 'absent' || kind === 'hollow';
  const sort = kind === 'extra' || kind === 'guest' ? kind : 'other';
  const looking = rng.chance(0.5) ? 'visiting' : 'persuading';
  const begun: Followed = {
    // Papers are followed at a desk; only a child that is away is visited.
    ...{ after: 1 + rng.int(isPast ? 5 : 1), state: isAway ? looking : 'following' },
    note: rng.pick(isAway ? visited : asking[sort]),
  };
  if (!isPast) return rng.chance(BEGUN) ? [begun] : [];
  if (isAway && back !== undefined) return [begun, { after: 8, state: 'back', note: `${back} 起正常到校。` }];
  const u = rng.next();
  if (!isAway && u < ENDED) return [begun, { after: 6 + rng.int(3), state: 'confirmed', note: rng.pick(papers[sort]) }];
  if (u < PROLONGED) return [begun, { after: 9, more: 3 + rng.int(6) }];
  return rng.chance(LOOKED_AT) ? [begun] : [];
}

/** The first day after another on which rolls have a child there; undefined where none has. */
export function backSince(rolls: readonly BroughtRoll[], childId: string, after: Day): Day | undefined {
  return rolls.find(
    ({ day, marks }) =>
      day > after && !marks.some((one) => one.childId === childId && ['absent', 'sick', 'personal'].includes(one.mark)),
  )?.day;
}
