import { type ItemState, isClosed, type Kind, type Owner, ownerOf, type Reason } from './kinds';
import type { Difference } from './sheet';

/** An item of the list of a class that is not closed yet. */
export type OpenItem = {
  readonly itemId: string;
  readonly childId: string | null;
  readonly name: string;
  readonly kind: Kind;
  readonly reason: Reason;
  /** the other school or class that has the child */ readonly elsewhere: string;
  /** the month in which it was found, and the last one that had it */ readonly firstMonth: string;
  readonly lastMonth: string;
};

/** What a signed sheet does to the list. */
export type ItemStep =
  | { readonly step: 'found'; readonly difference: Difference; readonly owner: Owner; readonly state: ItemState }
  | { readonly step: 'again'; readonly item: OpenItem; readonly difference: Difference }
  | { readonly step: 'settled'; readonly item: OpenItem; readonly state: 'back' | 'confirmed'; readonly present: number }
  | { readonly step: 'taken-back'; readonly item: OpenItem };

/** What names a difference that was dealt with in a month already. */
export function doneKey(one: Pick<Difference, 'childId' | 'name' | 'kind' | 'reason'>): string {
  return [keyOf(one), one.kind, one.reason].join('|');
}

/** Days present in the month by child, of those who now agree. */
export type Agreeing = ReadonlyMap<string, number>;

/**
 * What the sheet of a month does to the items of its class: the same difference joins the open item, a new one opens one; a child that
 * agrees by now closes its own where that shows it; what was found in this very month and is not said any more is taken back. A month
 * that is signed late ends nothing that a later one has seen. `done`: the keys of what this month's check had and somebody, or the papers,
 * have closed since; signing the class again does not open it again.
 */
export function itemSteps(
  month: string,
  open: readonly OpenItem[],
  differences: readonly Difference[],
  agreeing: Agreeing,
  done: ReadonlySet<string>,
): readonly ItemStep[] {
  const left = new Map(open.map((item) => [keyOf(item), item]));
  const steps = differences.flatMap((difference): readonly ItemStep[] => {
    const key = keyOf(difference);
    const item = left.get(key);
    left.delete(key);
    if (item) return [{ step: 'again', item, difference }];
    if (done.has(doneKey(difference))) return [];
    return [{ step: 'found', difference, owner: ownerOf(difference.reason), state: firstState(difference) }];
  });
  const ended = [...left.values()].flatMap((item): readonly ItemStep[] => {
    if (item.lastMonth > month) return [];
    if (item.firstMonth === month) return [{ step: 'taken-back', item }];
    const present = item.childId === null ? undefined : agreeing.get(item.childId);
    const state = present === undefined ? undefined : stateShown(item, present);
    return present === undefined || state === undefined ? [] : [{ step: 'settled', item, state, present }];
  });
  return [...steps, ...ended];
}

/**
 * What is shown by a child that agrees by now. That it is there again only rolls can show. Data that a person has called wrong only a
 * person can call right; what the lists themselves showed, a second place, they no longer show.
 */
function stateShown({ kind, reason, elsewhere }: OpenItem, present: number): 'back' | 'confirmed' | undefined {
  if (kind === 'extra' || kind === 'guest') return 'confirmed';
  if (present === 0) return undefined;
  if (kind !== 'wrong') return 'back';
  return reason === 'in-class' || elsewhere !== '' ? 'confirmed' : undefined;
}

/** What an open item says once the check of a month has it as well; undefined where that is nothing new. A late month tells when it began. */
export function joined(
  { firstMonth, lastMonth, kind, reason }: OpenItem,
  found: Pick<Difference, 'kind' | 'reason'>,
  month: string,
): Pick<OpenItem, 'firstMonth' | 'lastMonth' | 'kind' | 'reason'> | undefined {
  if (month < firstMonth) return { firstMonth: month, lastMonth, kind, reason };
  if (month < lastMonth) return undefined;
  if (month === lastMonth && found.kind === kind && found.reason === reason) return undefined;
  return { firstMonth, lastMonth: month, kind: found.kind, reason: found.reason };
}

/** Where papers are in order by the county's own data there is nothing to follow; the list says so and shows it. */
function firstState({ byData, reason }: Difference): ItemState {
  return byData && (reason === 'suspended' || reason === 'home-teaching') ? 'confirmed' : 'following';
}

function keyOf({ childId, name }: { readonly childId: string | null; readonly name: string }): string {
  return childId ?? `~${name}`;
}

/** Whether somebody may bring an item to a state: what is closed stays closed, and closing it needs words that show it. */
export function stepFault(from: ItemState, to: ItemState, note: string): 'closed' | 'note' | undefined {
  if (isClosed(from)) return 'closed';
  return isClosed(to) && note.length < 2 ? 'note' : undefined;
}
