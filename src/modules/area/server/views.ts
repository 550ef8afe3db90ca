import type { ClassView, GridView, OwnerView, RollOverView } from '../contract';
import type { OwnerProblem } from '../rules/grid-owner';
import { className, entryYear } from '../rules/school-class';
import type { StoredClass } from './class-store';
import type { PlacedGrid } from './grids';
import type { StoredOwner } from './owner-store';
import type { PreviewedRollOver } from './roll-over-actions';

/** A class as it goes over the wire. */
export function classView({ areaPath: _, ...one }: StoredClass): ClassView {
  return { ...one, name: className(one), entryYear: entryYear(one.schoolYear, one.grades[0] ?? 1) };
}

/** An owner as it goes over the wire. */
export function ownerView({ kind: _, areaPath: __, ...owner }: StoredOwner): OwnerView {
  return owner;
}

/** A grid with those who hold it on a day. */
export function gridView(
  { areaPath: _, ...grid }: PlacedGrid,
  owners: readonly StoredOwner[],
  problem: OwnerProblem['kind'] | null,
): GridView {
  return { ...grid, owners: owners.map(ownerView), problem };
}

/** A roll-over for a person to look at. */
export function rollOverView(from: string, { result, schools, to, state }: PreviewedRollOver): RollOverView {
  const next = (one: Parameters<typeof className>[0] & { readonly schoolId: string }) => ({
    schoolId: one.schoolId,
    school: schools.get(one.schoolId)?.name ?? '',
    name: className(one),
  });
  return {
    from,
    to,
    moves: result.moves.map((move) => ({ from: classView(move.from), to: next(move.to) })),
    joins: result.joins.map((join) => ({ from: classView(join.from), to: classView(join.to) })),
    finishes: result.finishes.map((one) => ({ ...one, from: classView(one.from) })),
    disappears: result.disappears.map((one) => ({ ...one, from: classView(one.from) })),
    entrants: result.entrants.map(next),
    done: result.done.length,
    state,
  };
}
