import type { StandingKey } from '../../../kernel/standing';
import { canonicalJson } from './canonical';
import type { Kind, Reason } from './kinds';
import type { Line } from './propose';
import type { Agreed, Difference, Sums } from './sheet';

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
  readonly agreeing: readonly Agreed[];
  readonly differences: readonly Difference[];
};

/** One thing that is otherwise than in the account that was frozen. */
export type Change = {
  readonly className: string;
  readonly what: (typeof changeNames)[number];
  /** a child's name; '' where a class is spoken of */ readonly name: string;
  readonly kind: Kind | null;
  readonly before: number | Reason | StandingKey | null;
  readonly after: number | Reason | StandingKey | null;
};
/**
 * `came`, `left`: a child that agrees and was not on the sheet before, or did and is not any more; `new`, `gone`, `answer`: of a
 * difference; `state`: of where a child stands; `detail`: the words or figures of a difference.
 */
export const changeNames = [
  ...(['class-new', 'class-gone', 'registered', 'attending', 'came', 'left', 'new', 'gone'] as const),
  ...(['answer', 'state', 'detail'] as const),
];

/** What is otherwise in the later of two accounts, class by class and child by child; none where both say the same. */
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
  const [old, now] = [differing(before), differing(after)];
  const said = after.differences.flatMap((one): readonly Change[] => {
    const was = old.get(keyOf(one));
    if (was === undefined) return [{ className, what: 'new', name: one.name, kind: one.kind, before: null, after: one.reason }];
    const what = changed(was, one);
    if (what === undefined) return [];
    const values = what === 'state' ? { before: was.state, after: one.state } : { before: was.reason, after: one.reason };
    return [{ className, what, name: one.name, kind: one.kind, ...values }];
  });
  const gone = before.differences
    .filter((one) => !now.has(keyOf(one)))
    .map((one): Change => ({ className, what: 'gone', name: one.name, kind: one.kind, before: one.reason, after: null }));
  return [...counted, ...agreeingChanges(className, before, after), ...said, ...gone];
}

/** Who agrees and did not stand on the sheet before, and the other way round; whoever differs in one of both is told of as a difference. */
function agreeingChanges(className: string, before: AccountClass, after: AccountClass): readonly Change[] {
  const line = { className, kind: null, before: null, after: null };
  const [old, now] = [agreed(before), agreed(after)];
  const [differed, differs] = [differing(before), differing(after)];
  const came = after.agreeing.flatMap(({ childId, name, state }): readonly Change[] => {
    const was = old.get(childId);
    if (was === undefined) return differed.has(childId) ? [] : [{ ...line, what: 'came', name }];
    return was.state === state ? [] : [{ ...line, what: 'state', name, before: was.state, after: state }];
  });
  const left = before.agreeing
    .filter(({ childId }) => !now.has(childId) && !differs.has(childId))
    .map(({ name }): Change => ({ ...line, what: 'left', name }));
  return [...came, ...left];
}

/** What of a difference is said otherwise, the weightiest first. */
function changed(was: Difference, is: Difference): 'answer' | 'state' | 'detail' | undefined {
  if (was.reason !== is.reason || was.kind !== is.kind) return 'answer';
  if (was.state !== is.state) return 'state';
  return canonicalJson(was) === canonicalJson(is) ? undefined : 'detail';
}

function agreed({ agreeing }: AccountClass): ReadonlyMap<string, Agreed> {
  return new Map(agreeing.map((one) => [one.childId, one]));
}

function differing({ differences }: AccountClass): ReadonlyMap<string, Difference> {
  return new Map(differences.map((one) => [keyOf(one), one]));
}

function keyOf({ childId, name }: Difference): string {
  return childId ?? `~${name}`;
}
