import { leaveSchool } from './fates';
import { isPlainPair } from './naming';
import { isInAge } from './options';
import type { Child, Family } from './people';
import { makeRng, type Rng } from './random';
import { isEnrolled } from './schools';

export const trapKinds = ['twin', 'sibling', 'namesake', 'cousin', 'idOnSibling'] as const;
export type TrapKind = (typeof trapKinds)[number];

/** A child who is out of school and the enrolled child a comparison may take it for. */
export type Trap = { readonly kind: TrapKind; readonly child: Child; readonly decoy: Child };

/** Of school-age children, how many are hidden behind each kind of decoy; with fates this makes 0.6 % out of school. */
const trapShare = 0.0006;

/** Hides children: takes some out of school whose twin, sibling, namesake or cousin stays enrolled. */
export function setTraps(seed: number, families: readonly Family[], children: readonly Child[], ofAge: number): Trap[] {
  const rng = makeRng(seed, 5);
  const wanted = Math.max(1, Math.round(ofAge * trapShare));
  const touched = new Set<Family>();
  const traps: Trap[] = [];
  const hide = (kind: TrapKind, child: Child, decoy: Child) => {
    if (touched.has(child.family) || touched.has(decoy.family)) return false;
    touched.add(child.family).add(decoy.family);
    if (kind === 'namesake') child.given = decoy.given;
    if (kind === 'cousin' && isPlainPair(decoy.given) && isPlainPair(child.given)) child.given = decoy.given[0] + child.given[1];
    leaveSchool(child);
    traps.push({ kind, child, decoy });
    return true;
  };
  const shuffled = shuffle(rng, families);
  fill(wanted, siblingPairs(shuffled, true), (pair) => hide('twin', ...pair));
  fill(wanted, siblingPairs(shuffled, false), (pair) => hide('sibling', ...pair));
  fill(wanted, cousinPairs(shuffled), (pair) => hide('cousin', ...pair));
  fill(wanted, siblingPairs(shuffled, false), (pair) => hide('idOnSibling', ...pair));
  fill(wanted, namesakePairs(shuffle(rng, children)), (pair) => hide('namesake', ...pair));
  return traps;
}

type Pair = readonly [child: Child, decoy: Child];

function fill(wanted: number, pairs: Iterable<Pair>, hide: (pair: Pair) => boolean): void {
  let done = 0;
  for (const pair of pairs) {
    if (done === wanted) return;
    if (hide(pair)) done++;
  }
}

/** In school, of age, in one household register and without quirks: somebody whose disappearance nothing else explains. */
function plain(child: Child): boolean {
  const usual = child.kind === 'enrolled' || child.kind === 'enrolledElsewhere';
  return usual && isInAge(child.birth) && child.secondSchool < 0 && !child.twoHouseholds && isEnrolled(child);
}

function* siblingPairs(families: readonly Family[], twins: boolean): Generator<Pair> {
  for (const { children } of families) {
    for (let i = 1; i < children.length; i++) {
      const [elder, younger] = [children[i - 1], children[i]];
      if ((elder.birth === younger.birth) !== twins || !plain(elder) || !plain(younger)) continue;
      yield younger.id % 2 === 0 ? [younger, elder] : [elder, younger];
    }
  }
}

function* cousinPairs(families: readonly Family[]): Generator<Pair> {
  for (const { children, cousinOf } of families) {
    for (const child of children) {
      const decoy = cousinOf?.children.find((other) => other.sex === child.sex && Math.abs(other.birth - child.birth) < 500);
      if (decoy && plain(child) && plain(decoy)) yield [child, decoy];
    }
  }
}

/** Two children of one surname, sex and year of birth in different families; the first will get the other's given name. */
function* namesakePairs(children: readonly Child[]): Generator<Pair> {
  const waiting = new Map<string, Child>();
  for (const child of children) {
    if (!plain(child) || child.surname === '') continue;
    const key = `${child.surname}${child.sex}${new Date(child.birth * 86_400_000).getUTCFullYear()}`;
    const other = waiting.get(key);
    if (other && other.family.village !== child.family.village) {
      waiting.delete(key);
      yield [child, other];
    } else waiting.set(key, child);
  }
}

function shuffle<T>(rng: Rng, list: readonly T[]): T[] {
  const result = [...list];
  for (let i = result.length - 1; i > 0; i--) {
    const j = rng.int(i + 1);
    [result[i], result[j]] = [result[j], result[i]];
  }
  return result;
}
