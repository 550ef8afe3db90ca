import { classFacts, type GroupKey, groupOf, type VisibilityClass } from './groups';

/** Whether the word of a group may be said to somebody with these classes: at once, with a reason, or not at all. */
export function sightOf(group: GroupKey, mine: ReadonlySet<VisibilityClass>): 'plain' | 'reveal' | 'none' {
  const { class: of } = groupOf(group);
  if (!mine.has(of)) return 'none';
  return classFacts[of].reveal ? 'reveal' : 'plain';
}
