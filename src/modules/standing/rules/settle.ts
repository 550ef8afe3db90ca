import type { ChildFacts, Fact, WithdrawnFact } from './facts';

/**
 * The facts that count, oldest first: by the day they happened, then by the moment they were recorded, then by id, so
 * that the order in which they are handed in does not matter. What the bureau has withdrawn is gone for every day;
 * anybody else's withdrawal is no more than a wish (方案 四(三) 隐瞒不报).
 */
export function settleFacts(facts: readonly Fact[]): readonly Fact[] {
  const sorted = facts.toSorted(inOrder);
  const withdrawn = withdrawnIds(sorted);
  return sorted.filter((fact) => fact.kind !== 'withdrawn' && !isWithdrawn(fact, withdrawn));
}

/** The child as it was known at a moment: for asking why an earlier roll call said what it said. */
export function knownAt(child: ChildFacts, moment: string): ChildFacts {
  return { ...child, facts: child.facts.filter((fact) => fact.recorded <= moment) };
}

/** Order of two facts: negative when `a` is the older. */
export function inOrder(a: Fact, b: Fact): number {
  return compareText(a.happened, b.happened) || byRecord(a, b);
}

/** Order in which the server learnt two facts: what was decided before something was told was decided without it. */
export function byRecord(a: Fact, b: Fact): number {
  return compareText(a.recorded, b.recorded) || compareText(a.id, b.id);
}

/** A withdrawal may itself be withdrawn, by one recorded later; so the newest is judged first. */
function withdrawnIds(facts: readonly Fact[]): ReadonlySet<string> {
  const wishes = facts.filter((fact): fact is WithdrawnFact => fact.kind === 'withdrawn' && fact.source === 'bureau');
  const withdrawn = new Set<string>();
  for (const wish of wishes.sort((a, b) => byRecord(b, a))) if (!isWithdrawn(wish, withdrawn)) withdrawn.add(wish.of);
  return withdrawn;
}

function isWithdrawn(fact: Fact, withdrawn: ReadonlySet<string>): boolean {
  return withdrawn.has(fact.id) || (fact.batch !== undefined && withdrawn.has(fact.batch));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
