import { useRouter, useRouterState } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { z } from 'zod';
import { hrefOf, type Place, readSearch } from './place';

type SearchShape = z.ZodObject;

/** What the address of a page says, and the way to change it. */
export type Address<S extends SearchShape> = {
  readonly search: z.output<S>;
  readonly params: Readonly<Record<string, string>>;
  /** Changes some of it; what is undefined goes. `replace` leaves no step for "back". */
  change(patch: Partial<z.output<S>>, options?: { readonly replace?: boolean }): void;
};

/** The address of a list, as far as every list has it (`listSearch`); its filters are texts or lists of texts. */
export type ListAddress = {
  readonly search: Readonly<Record<string, unknown>> & {
    readonly page: number;
    readonly size: number;
    readonly sort?: string | undefined;
    readonly open?: string | undefined;
  };
  change(patch: Readonly<Record<string, unknown>>, options?: { readonly replace?: boolean }): void;
};

/** Reads the address of the page that is open, which has to be this place, and lets it be changed: filter, order, page, open row. */
export function useAddress<S extends SearchShape>(place: Place<S>): Address<S> {
  const router = useRouter();
  const raw = useRouterState({ select: (state) => state.location.search as Readonly<Record<string, unknown>> });
  const params = useRouterState({ select: (state) => state.matches.slice(-1)[0]?.params as Readonly<Record<string, string>> });
  const search = useMemo(() => readSearch(place, raw), [place, raw]);
  const change = useCallback<Address<S>['change']>(
    (patch, { replace = false } = {}) => {
      const href = hrefOf(place, params, { ...search, ...patch });
      if (replace) router.history.replace(href);
      else router.history.push(href);
    },
    [router, place, params, search],
  );
  return useMemo(() => ({ search, params, change }), [search, params, change]);
}

/** Goes to an address of ours, without loading the page anew. */
export function useGo(): (href: string) => void {
  const { history } = useRouter();
  return useCallback((href) => history.push(href), [history]);
}

/** Where we are, without the search: to mark the entry of the menu. */
export function usePath(): string {
  return useRouterState({ select: (state) => state.location.pathname });
}
