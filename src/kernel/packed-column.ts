/**
 * One column of a sheet, interned: equal cells are stored once.
 *
 * `codes[i]` is the dictionary entry of data row `i`. Entry 0 is always the empty cell, so a register of a million rows
 * whose villages repeat costs four bytes a cell. Everything that depends on the cell alone (is this a valid number, what
 * does this name sound like) is worked out once an entry and not once a row.
 */
export type PackedColumn = { readonly codes: Uint32Array; readonly entries: Entries };

/** The distinct cells of a column: `bytes` holds their UTF-8 texts one after another, entry `e` ends at `ends[e]`. */
export type Entries = {
  readonly count: number;
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
  readonly kinds: Uint8Array;
};

/** What the file said a cell is. A `date` entry's text is `2012-03-05`, or `2012-03-05 14:02`; a `number` entry's text is as the file wrote it. */
export const cellKind = { text: 0, number: 1, date: 2, boolean: 3, error: 4 } as const;

const decoder = new TextDecoder();

/** The text of one dictionary entry; entry 0 is ''. */
export function entryText(entries: Entries, entry: number): string {
  const from = entry === 0 ? 0 : entries.ends[entry - 1];
  return decoder.decode(entries.bytes.subarray(from, entries.ends[entry]));
}

/** The text of row `row` in a column. */
export function cellText(column: PackedColumn, row: number): string {
  return entryText(column.entries, column.codes[row]);
}

/** All entries of a column as strings, decoded at once. */
export function entryTexts(entries: Entries): string[] {
  const texts: string[] = new Array(entries.count);
  for (let entry = 0; entry < entries.count; entry++) texts[entry] = entryText(entries, entry);
  return texts;
}
