import { z } from 'zod';

type SearchShape = z.ZodObject;

/** One kind of page with its address: `/schools/:id` and what may stand behind the `?`. */
export type Place<S extends SearchShape = SearchShape> = { readonly path: string; readonly search: S };

type Params = Readonly<Record<string, string>>;
type Raw = Readonly<Record<string, unknown>>;

/**
 * Names an address. Each search key needs a default or is optional, for an address without a `?` must lead somewhere too; values
 * arrive as texts, so numbers and truths are coerced: `z.coerce.number().default(1)`.
 */
export function place<S extends z.ZodRawShape>(path: string, search: S): Place<z.ZodObject<S>> {
  return { path, search: z.object(search) };
}

/** Several values of one search key, `?kind=a&kind=b`; none when it is absent. */
export function several<T extends z.ZodType>(each: T) {
  return z.preprocess((said) => (said === undefined || Array.isArray(said) ? said : [said]), z.array(each).default([]));
}

/** The search keys of every list: page from 1, rows a page, `name` or `-name` for the order, and the opened row. */
export const listSearch = {
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
  sort: z.string().max(40).optional(),
  open: z.string().max(80).optional(),
};

/** Reads what an address says; a value that cannot be right is dropped, for a pasted address must lead somewhere. */
export function readSearch<S extends SearchShape>(place: Place<S>, raw: Raw): z.output<S> {
  const first = place.search.safeParse(raw);
  if (first.success) return first.data;
  const wrong = new Set(first.error.issues.map((issue) => issue.path[0]));
  return place.search.parse(Object.fromEntries(Object.entries(raw).filter(([key]) => !wrong.has(key))));
}

/** Writes what an address says; what is as without it is left out, so that equal views have equal addresses. */
export function writeSearch<S extends SearchShape>(place: Place<S>, search: Partial<z.output<S>>): string {
  const usual: Raw = place.search.parse({});
  const written = new URLSearchParams();
  for (const key of Object.keys(place.search.shape)) {
    const value = (search as Raw)[key];
    if (value === undefined || value === '' || JSON.stringify(value) === JSON.stringify(usual[key])) continue;
    for (const each of Array.isArray(value) ? value : [value]) written.append(key, String(each));
  }
  return written.toString();
}

/** The address of a place with its parameters and its search. */
export function hrefOf<S extends SearchShape>(place: Place<S>, params: Params = {}, search: Partial<z.output<S>> = {}): string {
  const path = place.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${place.path} needs the parameter ${name}`);
    return encodeURIComponent(value);
  });
  const behind = writeSearch(place, search);
  return behind === '' ? path : `${path}?${behind}`;
}

/** `?a=1&b=x&b=y` as values: a text, or a list of texts where a key comes more than once. */
export function parseSearch(text: string): Record<string, string | string[]> {
  const said: Record<string, string | string[]> = {};
  for (const [key, value] of new URLSearchParams(text)) {
    const before = said[key];
    said[key] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return said;
}
