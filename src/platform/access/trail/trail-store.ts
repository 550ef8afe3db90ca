import { sql } from 'kysely';
import type { CoreTables, ReadTrx } from '../../db';

type Tables = Pick<CoreTables, 'audit_head' | 'audit_line'>;

/** Where a chain of the trail ends: the number of its last line and that line's link. */
export type Head = { readonly chain: number; readonly seq: number; readonly mac: Buffer };

/** A line as it lies in the database, with what a Date and a parsed JSON would hide. */
export type StoredLine = Omit<CoreTables['audit_line'], 'detail'> & {
  readonly detail: string | null;
  /** microseconds beyond the millisecond: 0 in every line of ours */ readonly beyondMs: number;
};

/** Lines fetched at once. */
const BATCH = 5000;

/**
 * Hands over the heads, then every line by chain and number, all as they stood at one moment; `eachBatch` answers false to
 * stop. The transaction must be fresh: what was read in it before was another moment.
 */
export async function walkTrail(
  trx: ReadTrx,
  begin: (heads: readonly Head[]) => void,
  eachBatch: (lines: readonly StoredLine[]) => boolean,
): Promise<void> {
  const connection = trx.withTables<Tables>();
  await sql`set transaction isolation level repeatable read`.execute(connection);
  begin(await trailHeads(trx));
  // A cursor and not pages by number: whoever tampers may have given two lines the same number.
  await sql`declare nol_trail no scroll cursor for select county_id, chain, seq, at, user_id, request_id, source, act, object,
      outcome, reason, detail::text as detail, mac, (extract(microseconds from at)::bigint % 1000)::int as "beyondMs"
    from audit_line where county_id = ${sql.lit(trx.countyId)} order by chain, seq`.execute(connection);
  for (;;) {
    const { rows } = await sql<StoredLine>`fetch ${sql.lit(BATCH)} from nol_trail`.execute(connection);
    if (rows.length === 0 || !eachBatch(rows)) return;
  }
}

export async function trailHeads(trx: ReadTrx): Promise<readonly Head[]> {
  const heads = trx.withTables<Tables>().selectFrom('audit_head').select(['chain', 'seq', 'mac']);
  return heads.where('county_id', '=', trx.countyId).orderBy('chain').execute();
}
