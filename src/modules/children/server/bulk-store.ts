import { type RawBuilder, sql } from 'kysely';

/** The PostgreSQL type of a column, and its values, one a row. */
export type BulkColumn =
  | readonly [type: 'text' | 'int' | 'smallint' | 'real' | 'jsonb', values: readonly unknown[]]
  | readonly [type: 'bytea', values: readonly (Uint8Array | null)[]];
export type BulkColumns = { readonly [name: string]: BulkColumn };

/**
 * So many rows at once make a statement that fits the socket, so that the database begins while we make the next: with 250 it
 * often did not, and a first comparison of 30,000 children took 6 s longer (49 s; two shared cores, PostgreSQL 18).
 */
const rowsAtOnce = 100;

/**
 * Rows as a table `t` to select from, all columns of one length. Values of `jsonb` are given as objects. Bytes and texts go over
 * the wire as one piece and are cut apart by the database: as an array each would be written out in hexadecimal digits, or
 * looked through for quotes.
 */
export function bulkRows(columns: BulkColumns): RawBuilder<unknown> {
  const arrays: RawBuilder<unknown>[] = [];
  const names: RawBuilder<unknown>[] = [];
  const selected: RawBuilder<unknown>[] = [];
  for (const [name, [type, values]] of Object.entries(columns)) {
    const column = sql.ref(name);
    if (type === 'bytea') {
      const { bytes, starts, lengths } = packed(values);
      const [start, length] = [sql.ref(`${name}_start`), sql.ref(`${name}_length`)];
      arrays.push(sql`${starts}::int[]`, sql`${lengths}::int[]`);
      names.push(start, length);
      selected.push(sql`case when ${length} >= 0 then substring(${bytes}::bytea from ${start} for ${length}) end as ${column}`);
    } else {
      if (type === 'text') arrays.push(textArray(values as readonly (string | null)[]));
      else if (type === 'jsonb') arrays.push(textArray(values.map((one) => JSON.stringify(one))));
      else arrays.push(sql`${`{${values.map((one) => one ?? 'NULL').join(',')}}`}::${sql.raw(type)}[]`);
      names.push(column);
      selected.push(type === 'jsonb' ? sql`${column}::jsonb as ${column}` : column);
    }
  }
  return sql`(select ${sql.join(selected)} from unnest(${sql.join(arrays)}) as u(${sql.join(names)})) as t`;
}

/** A list in pieces that are written at once. */
export function* inPieces<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += rowsAtOnce) yield list.slice(at, at + rowsAtOnce);
}

/**
 * Writes a list piece by piece. What `write` does before its first statement – sealing, hashing – is done for one piece while
 * the database works on the piece before it.
 */
export async function writeInPieces<T>(list: readonly T[], write: (piece: readonly T[]) => Promise<unknown>): Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  for (const piece of inPieces(list)) {
    const next = write(piece);
    // A failure of the piece before ends the loop; that this one fails behind it is no news.
    next.catch(() => undefined);
    await running;
    running = next;
  }
  await running;
}

/** Between texts, and in place of one that is not there; cleaned texts have no such characters. */
const [BETWEEN, NONE] = ['\u001f', '\u001e'];

function textArray(values: readonly (string | null)[]): RawBuilder<unknown> {
  const isPlain = values.length > 1 && !values.some((one) => one !== null && (one.includes(BETWEEN) || one === NONE));
  if (!isPlain) return sql`${values}::text[]`;
  return sql`string_to_array(${values.map((one) => one ?? NONE).join(BETWEEN)}::text, ${sql.lit(BETWEEN)}, ${sql.lit(NONE)})`;
}

/** Values one after another; the database counts bytes from 1, and nothing has length -1. */
function packed(values: readonly (Uint8Array | null)[]): { bytes: Buffer; starts: number[]; lengths: number[] } {
  const starts: number[] = [];
  const lengths: number[] = [];
  let used = 1;
  for (const value of values) {
    starts.push(used);
    lengths.push(value?.length ?? -1);
    used += value?.length ?? 0;
  }
  return { bytes: Buffer.concat(values.flatMap((value) => value ?? [])), starts, lengths };
}
