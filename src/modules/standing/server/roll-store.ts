import type { Selectable } from 'kysely';
import type { ReadTrx, Trx } from '../../../platform/db';
import type { Span } from '../rules/span';
import type { StandingTables } from './tables';

/** By which days and which policies a roll is counted. */
export type Measure = Span & { readonly policies: string };

/** The roll of a county: what is counted, and what it is being counted by anew, if it is. */
export type StoredRoll = {
  readonly counted: Measure;
  /** children up to `after` are counted by it already */ readonly next?: Measure & { readonly after: string };
};

/** The county's roll, undefined before the first child is counted. */
export async function findRoll(trx: ReadTrx): Promise<StoredRoll | undefined> {
  const row = await rolls(trx).executeTakeFirst();
  return row && rollFrom(row);
}

/** The same, held until the transaction ends: one process at a time counts. */
export async function lockRoll(trx: Trx): Promise<StoredRoll | undefined> {
  const row = await rolls(trx).forUpdate().executeTakeFirst();
  return row && rollFrom(row);
}

/** Opens the roll; of two processes one does, and the other waits for it. */
export async function openRoll(trx: Trx, { from, until, policies }: Measure): Promise<void> {
  await trx
    .withTables<StandingTables>()
    .insertInto('roll')
    .values({ county_id: trx.countyId, from_day: from, until_day: until, policies, ...nothingNext })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Keeps what is counted and what is to come. */
export async function saveRoll(trx: Trx, { counted, next }: StoredRoll): Promise<void> {
  const coming = next && {
    next_from: next.from,
    next_until: next.until,
    next_policies: next.policies,
    recount_after: next.after,
  };
  await trx
    .withTables<StandingTables>()
    .updateTable('roll')
    .set({ from_day: counted.from, until_day: counted.until, policies: counted.policies, ...(coming ?? nothingNext) })
    .where('county_id', '=', trx.countyId)
    .execute();
}

const nothingNext = { next_from: null, next_until: null, next_policies: null, recount_after: null };

function rolls(trx: ReadTrx) {
  return trx.withTables<StandingTables>().selectFrom('roll').selectAll().where('county_id', '=', trx.countyId);
}

function rollFrom(row: Selectable<StandingTables['roll']>): StoredRoll {
  const counted = { from: row.from_day, until: row.until_day, policies: row.policies };
  const { next_from: from, next_until: until, next_policies: policies, recount_after: after } = row;
  if (from === null || until === null || policies === null || after === null) return { counted };
  return { counted, next: { from, until, policies, after } };
}
