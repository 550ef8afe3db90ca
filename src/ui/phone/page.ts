import { type ComponentType, lazy } from 'react';
import type { Says } from '../shared/words';

/** One phone page as a module offers it. Its component gets what stands for the `:names` of its path. */
export type PhonePage = {
  readonly key: string;
  /** Below /m/: `/m/tasks/:id`. */
  readonly path: string;
  /** Whoever holds one of these sees it; an empty list: everybody who is signed in. */
  readonly permissions: readonly string[];
  /** A tab at the foot; at most four are shown to one person, low orders first, and what is left stands under 我的. */
  readonly tab?: { readonly says: Says; readonly order: number };
  /** How many things wait there, beside the words of its tab. */
  readonly useCount?: () => number | undefined;
  readonly component: ComponentType<PhonePageProps>;
};

export type PhonePageProps = { readonly params: Readonly<Record<string, string>> };

/** A phone page that is loaded when it is first shown: `opensOnPhone(() => import('./tasks-page'), 'TasksPage')`. */
export function opensOnPhone<Name extends string>(
  load: () => Promise<Record<Name, ComponentType<PhonePageProps>>>,
  name: Name,
): ComponentType<PhonePageProps> {
  return lazy<ComponentType<PhonePageProps>>(async () => ({ default: (await load())[name] }));
}
