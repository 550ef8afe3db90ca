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

/** The menu of one person: what he may not see is absent, and a group with one page is that page. */
export function menuOf({ groups, pages, may, path, say }: Facts): readonly MenuEntry[] {
  const open = openPage(pages, path);
  return groups.flatMap((group) => {
    const inside = pages
      .filter((page) => page.menu?.group === group.key && may(page.permissions))
      .sort((one, other) => (one.menu?.order ?? 0) - (other.menu?.order ?? 0))
      .map((page) => entryOf(page, page === open, say));
    const [only] = inside;
    if (!only) return [];
    if (inside.length === 1) return [only];
    return [{ key: group.key, says: say(group.says), current: inside.some((entry) => entry.current), pages: inside }];
  });
}

function entryOf(page: DeskPage, current: boolean, say: (says: Says) => string): MenuEntry {
  return { key: page.key, says: say(page.says), href: page.place.path, current, useCount: page.useCount };
}

/** The page of the menu in which somebody is: of several whose addresses begin alike, the one with the longest. */
function openPage(pages: readonly DeskPage[], path: string): DeskPage | undefined {
  const holds = ({ place: { path: href } }: DeskPage) =>
    href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
  const [longest] = pages.filter((page) => page.menu && holds(page)).sort((a, b) => b.place.path.length - a.place.path.length);
  return longest;
}
