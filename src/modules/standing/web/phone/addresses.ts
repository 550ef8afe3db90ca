/** What the address of a phone page of the roll call says. */
type Said = { readonly tree?: string; readonly grid?: string; readonly part?: string; readonly page?: number };

/** 点名 of a grid, the asker's own where none is named. */
export function rollHref(said: Said = {}): string {
  return written('/m/roll-call', said);
}

/** The children behind one of its numbers. */
export function childrenHref(said: Said): string {
  return written('/m/roll-call/children', said);
}

function written(path: string, said: Said): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(said)) if (value !== undefined) search.set(key, String(value));
  return search.toString() === '' ? path : `${path}?${search}`;
}
