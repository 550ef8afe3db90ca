import type { Kind, Reason } from './kinds';
import type { Line } from './propose';
import type { Difference, Sums } from './sheet';

/** What changed on a sheet between the moment it was seen and now: who came, who went, of whom something else is known. */
export type Moved = { readonly name: string; readonly how: 'came' | 'left' | 'differs' };

/** What of a line has to be the same for an answer still to be an answer. */
export function gistOf({ childId, registered, attends, kind, reason }: Line): string {
  return [childId, registered ? 1 : 0, attends ? 1 : 0, kind ?? '', reason ?? ''].join('|');
}

/** What changed, in the order of the new sheet, those who went at the end. */
export function movedBetween(seen: readonly Line[], now: readonly Line[]): readonly Moved[] {
  const before = new Map(seen.map((line) => [line.childId, line]));
  const after = new Set(now.map(({ childId }) => childId));
  const changed = now.flatMap((line): readonly Moved[] => {
    const old = before.get(line.childId);
    if (old === undefined) return [{ name: line.name, how: 'came' }];
    return gistOf(old) === gistOf(line) ? [] : [{ name: line.name, how: 'differs' }];
  });
  const gone = seen.filter(({ childId }) => !after.has(childId)).map(({ name }): Moved => ({ name, how: 'left' }));
  return [...changed, ...gone];
}

/** A class as it stands in an account. */
export type AccountClass = {
  readonly classId: string;
  readonly name: string;
  readonly sums: Sums;
  readonly differences: readonly Difference[];
};

/** One thing that is otherwise than in the account that was frozen. */
export type Change = {
  readonly className: string;
  readonly what: 'class-new' | 'class-gone' | 'registered' | 'attending' | 'new' | 'gone' | 'answer';
  /** a child's name; '' where a class is spoken of */ readonly name: string;
  readonly kind: Kind | null;
  readonly before: number | Reason | null;
  readonly after: number | Reason | null;
};

/** What is otherwise in the later of two accounts, class by class. */
export function changesBetween(before: readonly AccountClass[], after: readonly AccountClass[]): readonly Change[] {
  const old = new Map(before.map((one) => [one.classId, one]));
  const kept = new Set(after.map(({ classId }) => classId));
  const nothing = { name: '', kind: null, before: null, after: null };
  const gone = before.filter(({ classId }) => !kept.has(classId));
  return [
    ...after.flatMap((one): readonly Change[] => {
      const was = old.get(one.classId);
      return was ? ofClass(was, one) : [{ className: one.name, what: 'class-new', ...nothing }];
    }),
    ...gone.map((one): Change => ({ className: one.name, what: 'class-gone', ...nothing })),
  ];
}

function ofClass(before: AccountClass, after: AccountClass): readonly Change[] {
  const className = after.name;
  const counted = (['registered', 'attending'] as const)
    .filter((what) => before.sums[what] !== after.sums[what])
    .map((what): Change => ({ className, what, name: '', kind: null, before: before.sums[what], after: after.sums[what] }));
  const old = new Map(before.differences.map((one) => [keyOf(one), one]));
  const now = new Map(after.differences.map((one) => [keyOf(one), one]));
  const said = after.differences.flatMap((one): readonly Change[] => {
    const was = old.get(keyOf(one));
    if (was === undefined) return [{ className, what: 'new', name: one.name, kind: one.kind, before: null, after: one.reason }];
    if (was.reason === one.reason && was.kind === one.kind && was.words === one.words) return [];
    return [{ className, what: 'answer', name: one.name, kind: one.kind, before: was.reason, after: one.reason }];
  });
  const gone = before.differences
    .filter((one) => !now.has(keyOf(one)))
    .map((one): Change => ({ className, what: 'gone', name: one.name, kind: one.kind, before: one.reason, after: null }));
  return [...counted, ...said, ...gone];
}

function keyOf({ childId, name }: Difference): string {
  return childId ?? `~${name}`;
}
