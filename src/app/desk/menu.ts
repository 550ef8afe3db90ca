import type { MenuEntry } from '../../ui/desk/frame-menu';
import type { DeskPage } from '../../ui/desk/page';
import type { Says } from '../../ui/shared/words';

type Group = { readonly key: string; readonly says: Says };
type Facts = {
  readonly groups: readonly Group[];
  readonly pages: readonly DeskPage[];
  readonly may: (permissions: readonly string[]) => boolean;
  readonly path: string;
  readonly say: (says: Says) => string;
};

/** The menu of one person: what he may not see is absent, and a group with one page is that page under the group's word. */
export function menuOf({ groups, pages, may, path, say }: Facts): readonly MenuEntry[] {
  return groups.flatMap((group) => {
    const inside = pages
      .filter((page) => page.menu?.group === group.key && may(page.permissions))
      .sort((one, other) => (one.menu?.order ?? 0) - (other.menu?.order ?? 0))
      .map((page) => entryOf(page, path, say));
    const [only] = inside;
    if (!only) return [];
    if (inside.length === 1) return [{ ...only, says: say(group.says) }];
    return [{ key: group.key, says: say(group.says), current: inside.some((entry) => entry.current), pages: inside }];
  });
}

function entryOf(page: DeskPage, path: string, say: (says: Says) => string): MenuEntry {
  const href = page.place.path;
  const current = href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
  return { key: page.key, says: say(page.says), href, current, useCount: page.useCount };
}
