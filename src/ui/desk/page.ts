import { type ComponentType, lazy } from 'react';
import type { Says } from '../shared/words';
import type { Place } from './place';

/** Parts of the menu; the application says which entries there are and in which order. */
export type MenuPlace = { readonly group: string; readonly order: number };

/** One desktop page as a module offers it: where it lies, what it is called, who may see it, and its code, loaded when opened. */
export type DeskPage = {
  readonly key: string;
  readonly place: Place;
  /** In the menu, as the heading, and in the title of the window. */
  readonly says: Says;
  /** Whoever holds one of these sees it; an empty list: everybody who is signed in. */
  readonly permissions: readonly string[];
  /** Absent: reached from another page only. */
  readonly menu?: MenuPlace;
  /** My open items, beside the word in the menu; a hook that may ask the server. */
  readonly useCount?: () => number | undefined;
  readonly component: ComponentType;
};

/** A card of the start page (我的待办), as a module offers it. Low orders come first. */
export type StartCard = {
  readonly key: string;
  readonly order: number;
  readonly permissions: readonly string[];
  readonly component: ComponentType;
};

/**
 * A component that is loaded when it is first shown: `opens(() => import('./schools-page'), 'SchoolsPage')`. The name is the
 * export's, for there are no default exports here.
 */
export function opens<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name): ComponentType {
  return lazy<ComponentType>(async () => ({ default: (await load())[name] }));
}
