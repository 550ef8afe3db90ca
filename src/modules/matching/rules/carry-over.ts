/** A row by its lasting name, and by what it says of who it is. */
export type NamedRow = { readonly name: string; readonly list: string; readonly who: string; readonly born: string };

/**
 * Rows whose lasting name changed because a number was mended: of one list, with one name and one birthday, where nobody else
 * has both. New name → old name; so a child whose only row was mended stays the child it was.
 */
export function carryOver(gone: readonly NamedRow[], fresh: readonly NamedRow[]): ReadonlyMap<string, string> {
  const before = alone(gone);
  const found = new Map<string, string>();
  for (const [key, row] of alone(fresh)) {
    const old = before.get(key);
    if (row !== undefined && old !== undefined) found.set(row.name, old.name);
  }
  return found;
}

/** Rows by list, name and birthday; `undefined` where two have the same. */
function alone(rows: readonly NamedRow[]): Map<string, NamedRow | undefined> {
  const found = new Map<string, NamedRow | undefined>();
  for (const row of rows) {
    if (row.who === '' || row.born === '') continue;
    const key = `${row.list}|${row.who}|${row.born}`;
    found.set(key, found.has(key) ? undefined : row);
  }
  return found;
}
