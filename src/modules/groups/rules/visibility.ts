import { classFacts, type GroupKey, groupKeys, groupOf, type VisibilityClass } from './groups';

/** Whether the word of a group may be said to somebody with these classes: at once, with a reason, or not at all. */
export function sightOf(group: GroupKey, mine: ReadonlySet<VisibilityClass>): 'plain' | 'reveal' | 'none' {
  const { class: of } = groupOf(group);
  if (!mine.has(of)) return 'none';
  return classFacts[of].reveal ? 'reveal' : 'plain';
}

/** The groups whose marks make 需关注 for whoever is told no word, and the closer ladder of everybody. */
export const flags: readonly GroupKey[] = groupKeys.filter((group) => classFacts[groupOf(group).class].flags);

/**
 * The groups whose marks make 需关注 for somebody. Whoever is told no class at all sees it for all of `flags`, which says nothing about
 * which; whoever is told some sees it for those alone, since 需关注 without a word would tell him which one he is not told.
 */
export function flaggingGroups(mine: ReadonlySet<VisibilityClass>): readonly GroupKey[] {
  return mine.size === 0 ? flags : groupKeys.filter((group) => mine.has(groupOf(group).class));
}
