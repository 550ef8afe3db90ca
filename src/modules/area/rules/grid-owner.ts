import { type Day, formatDay, parseDay } from '../../../kernel/day';
import type { FieldFault, Sentence } from '../../../kernel/refusal';

/** The kinds of grids somebody answers for (县方案 三(一)2: 班级为最小网格; beside it 县→乡→村). */
export type GridKind = 'township' | 'village' | 'school' | 'class';

/** A grid that needs an owner on each of its days; `until` null is open. */
export type Grid = {
  readonly kind: GridKind;
  /** path in the tree of areas or of schools */ readonly path: string;
  readonly name: Sentence;
  readonly from: Day;
  readonly until: Day | null;
};

/** Who answers for a grid from `from` to `until`, both included. */
export type GridOwner = {
  readonly id: string;
  readonly path: string;
  /** the person's account, null for somebody without one */ readonly userId: string | null;
  readonly name: string;
  /** 班主任, 包村干部 … */ readonly duty: string;
  readonly from: Day;
  readonly until: Day | null;
};

/** Days of a grid on which nobody answers for it, or more than one person does. */
export type OwnerProblem = {
  readonly kind: 'gap' | 'overlap';
  readonly grid: Grid;
  readonly from: Day;
  /** null: up to now and on */ readonly until: Day | null;
  readonly owners: readonly GridOwner[];
};

/** The owner of a grid on a day; undefined where there is none, or where several leave it open who it is. */
export function ownerOn(owners: readonly GridOwner[], path: string, day: Day): GridOwner | undefined {
  const found = owners.filter((owner) => owner.path === path && holdsOn(owner, day));
  return found.length === 1 ? found[0] : undefined;
}

/**
 * Where the rule "each grid has exactly one owner on each day" is broken, between `first` and `last`: in the order of the grids,
 * then of the days. Neighbouring days with the same owners are one problem.
 */
export function problemsOfOwners(
  grids: readonly Grid[],
  owners: readonly GridOwner[],
  first: Day,
  last: Day,
): readonly OwnerProblem[] {
  const ofPath = new Map<string, GridOwner[]>();
  for (const owner of owners) {
    const known = ofPath.get(owner.path);
    if (known) known.push(owner);
    else ofPath.set(owner.path, [owner]);
  }
  return grids.flatMap((grid) => problemsOfGrid(grid, ofPath.get(grid.path) ?? [], first, last));
}

/** From when until when somebody shall answer for a grid; `until` null is open. */
export type OwnerDays = Pick<GridOwner, 'from' | 'until'>;

/**
 * What is wrong with giving a grid to somebody for these days; nothing when none of `others` has one of them. Leave out who makes
 * room for a later one (`endedByHandOver`), so that a change of person is one step.
 */
export function faultsOfOwner(grid: Grid, others: readonly GridOwner[], { from, until }: OwnerDays): readonly FieldFault[] {
  if (until !== null && until < from)
    return [{ path: 'until', zh: '结束日早于开始日，请改正。', en: 'The last day is before the first.' }];
  if (from < grid.from || (grid.until !== null && (until ?? from) > grid.until)) {
    const zh = `“${grid.name.zh}”的起止是 ${grid.from} 至 ${grid.until ?? '今'}，请改日期。`;
    return [{ path: 'from', zh, en: `"${grid.name.en}" exists from ${grid.from} to ${grid.until ?? 'today'}; change the days.` }];
  }
  const clash = others.find((owner) => owner.path === grid.path && meets(owner, { from, until }));
  if (!clash) return [];
  const zh = `${clash.from} 至 ${clash.until ?? '今'} 由${clash.name}负责，请避开这些天，或先改那一条。`;
  return [
    { path: 'from', zh, en: `${clash.name} answers for it from ${clash.from} to ${clash.until ?? 'today'}; choose other days.` },
  ];
}

/** The owner without an end who makes room, and ends the day before; undefined where there is none. */
export function endedByHandOver<Owner extends GridOwner>(
  owners: readonly Owner[],
  path: string,
  days: OwnerDays,
): Owner | undefined {
  if (days.until !== null) return undefined;
  return owners.find((owner) => owner.path === path && owner.until === null && owner.from < days.from);
}

function meets(a: OwnerDays, b: OwnerDays): boolean {
  return (b.until === null || a.from <= b.until) && (a.until === null || a.until >= b.from);
}

/** The last day of the owner before, when another begins on `from`. */
export function dayBefore(from: Day): Day {
  return formatDay((parseDay(from) ?? 0) - 1);
}

function problemsOfGrid(grid: Grid, owners: readonly GridOwner[], first: Day, last: Day): readonly OwnerProblem[] {
  const from = grid.from > first ? grid.from : first;
  const until = grid.until !== null && grid.until < last ? grid.until : last;
  if (until < from) return [];
  // Between two of these days nothing changes, so looking at the first of each stretch is looking at every day.
  const turns = [from, ...owners.flatMap((owner) => [owner.from, owner.until === null ? from : dayAfter(owner.until)])];
  const starts = [...new Set(turns)].filter((day) => day >= from && day <= until).sort();
  return starts.flatMap((start, place) => {
    const holding = owners.filter((owner) => holdsOn(owner, start));
    if (holding.length === 1) return [];
    const next = starts[place + 1];
    const end = next === undefined ? until : dayBefore(next);
    return [{ kind: holding.length === 0 ? 'gap' : 'overlap', grid, from: start, until: end, owners: holding } as const];
  });
}

function holdsOn({ from, until }: GridOwner, day: Day): boolean {
  return from <= day && (until === null || until >= day);
}

function dayAfter(day: Day): Day {
  return formatDay((parseDay(day) ?? 0) + 1);
}
