import { sql } from 'kysely';
import { newId, type ReadTrx, type Trx } from '../../../platform/db';
import { bulkRows, inPieces } from './bulk-store';
import type { ChildrenTables } from './tables';

/** Whom a transaction has asked for: its rows, facts and records are written one after another, and once is enough. */
const asked = new WeakMap<Trx, Set<string>>();

/** Asks for children to be counted again, because what is known of them has changed; in the transaction that changed it. */
export async function markDue(trx: Trx, children: Iterable<string>): Promise<void> {
  const before = asked.get(trx) ?? new Set();
  asked.set(trx, before);
  const fresh = [...new Set(children)].filter((child) => !before.has(child));
  for (const child of fresh) before.add(child);
  for (const piece of inPieces(fresh)) {
    const rows = bulkRows({ due_id: ['text', piece.map(() => newId())], child_id: ['text', piece] });
    await sql`insert into child_due (county_id, due_id, child_id, asked_at)
      select ${trx.countyId}, t.*, ${trx.now}::timestamptz from ${rows}`.execute(tables(trx));
  }
}

/** More than so many are not counted: after an import of a county nobody needs to know the number. */
export const MOST_WAITING = 1000;

/** How many requests wait, `MOST_WAITING + 1` where there are more than that, and since when the oldest does. */
export async function countDue(trx: ReadTrx): Promise<{ readonly waiting: number; readonly since: Date | null }> {
  const { rows } = await sql<{ waiting: number; since: Date | null }>`
    select (select count(*) from (select from child_due where county_id = ${trx.countyId} limit ${MOST_WAITING + 1}) c) as waiting,
      (select min(asked_at) from child_due where county_id = ${trx.countyId}) as since`.execute(tables(trx));
  const [found] = rows;
  return { waiting: Number(found?.waiting ?? 0), since: found?.since ?? null };
}

/** Takes away every request for `most` children at most, and answers with these in the order of their ids. The server alone may do this. */
export async function takeDue(trx: Trx, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ child_id: string }>`
    with picked as (select distinct child_id from child_due where county_id = ${trx.countyId} order by child_id limit ${most}),
      taken as (delete from child_due d using picked p
        where d.county_id = ${trx.countyId} and d.child_id = p.child_id returning d.child_id)
    select distinct child_id from taken order by child_id`.execute(tables(trx));
  return rows.map((row) => row.child_id);
}

function tables(trx: ReadTrx) {
  return trx.withTables<ChildrenTables>();
}
