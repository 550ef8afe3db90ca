import type { ListAddress } from './address';

/** One condition of a list. Its key is a key of the place's search; its value lies in the address. */
export type Filter = { readonly key: string; readonly says: string } & (
  | { readonly kind: 'text' }
  | { readonly kind: 'day' }
  | { readonly kind: 'choice'; readonly options: readonly FilterOption[] }
  | { readonly kind: 'several'; readonly options: readonly FilterOption[] }
);

/** `search` is what may be typed instead of the word, pinyin initials for one. */
export type FilterOption = { readonly value: string; readonly says: string; readonly search?: string };

/** A condition that is set, in words: 学段：初中、小学. */
export type ActiveFilter = { readonly key: string; readonly says: string; readonly value: string };

/** The conditions that are set, in the order of the filters. */
export function activeFilters(filters: readonly Filter[], search: ListAddress['search']): readonly ActiveFilter[] {
  return filters.flatMap((filter) => {
    const set = valuesOf(search[filter.key]);
    if (set.length === 0) return [];
    const options = 'options' in filter ? filter.options : [];
    const words = set.map((value) => options.find((option) => option.value === value)?.says ?? value);
    return [{ key: filter.key, says: filter.says, value: words.join('、') }];
  });
}

/** The change that takes these conditions away; another set of rows begins on its first page, with nothing opened. */
export function without(keys: readonly string[]): Readonly<Record<string, unknown>> {
  return { ...Object.fromEntries(keys.map((key) => [key, undefined])), page: 1, open: undefined };
}

/** The values that are set under a key: none, one or several. */
export function valuesOf(value: unknown): readonly string[] {
  if (value === undefined || value === '') return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

/** `-name` for `name`, then nothing, then `name` again: the orders that a click on a heading goes through. */
export function nextSort(key: string, now: string | undefined): string | undefined {
  if (now === key) return `-${key}`;
  return now === `-${key}` ? undefined : key;
}
