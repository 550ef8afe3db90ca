import { createContext } from 'react';
import type { PhonePage } from '../../ui/phone/page';
import { useSay } from '../../ui/shared/language';
import { useSignedIn } from '../../ui/shared/server-context';
import { holds } from '../../ui/shared/session';

/** The most tabs that fit a thumb. */
const mostTabs = 4;

/** A tab that one may have; `useCount` says how many things wait there. */
export type OwnTab = { readonly href: string; readonly says: string; readonly useCount: PhonePage['useCount'] };

/** The tabs for which there is no room at the foot; 我的 lists them. */
export const TabsLeft = createContext<readonly OwnTab[]>([]);

/** The pages of whoever is signed in, the tabs at the foot, and the tabs for which there is no room. */
export function useTabs(pages: readonly PhonePage[]) {
  const say = useSay();
  const session = useSignedIn();
  const mine = pages.filter((page) => holds(session, page.permissions));
  const tabs: readonly OwnTab[] = mine
    .flatMap(({ path, tab, useCount }) => (tab ? [{ href: path, says: say(tab.says), order: tab.order, useCount }] : []))
    .sort((one, other) => one.order - other.order);
  const before = tabs.length > mostTabs ? mostTabs - 1 : tabs.length - 1;
  return { mine, shown: [...tabs.slice(0, before), ...tabs.slice(-1)], left: tabs.slice(before, -1) };
}
