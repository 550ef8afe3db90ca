import { type RawBuilder, sql } from 'kysely';
import { openDatabase, transact } from '../../../platform/db';
import type { TestHouse } from '../../../platform/testing/house';

/** Reports as they are kept, for the worlds of tests. */
export { insertReport } from '../server/report-store';

/** What somebody with the keys of the database alters in a report; each has a way back. */
export type Altered = 'body' | 'serial' | 'since';

const changes: { readonly [A in Altered]: { readonly to: RawBuilder<unknown>; readonly back: RawBuilder<unknown> } } = {
  body: {
    to: sql`body = set_byte(body, 40, get_byte(body, 40) # 1)`,
    back: sql`body = set_byte(body, 40, get_byte(body, 40) # 1)`,
  },
  serial: { to: sql`serial = serial + 7`, back: sql`serial = serial - 7` },
  since: { to: sql`since = '2024' || substr(since, 5)`, back: sql`since = '2025' || substr(since, 5)` },
};

/** Does something while a report is altered by the owner of the database, and puts it right again. */
export async function whileAltered({ owner }: TestHouse, id: string, what: Altered, act: () => Promise<void>): Promise<void> {
  const { kysely, close } = openDatabase(owner, () => undefined);
  const change = (how: RawBuilder<unknown>) => sql`update absence_report set ${how} where report_id = ${id}`.execute(kysely);
  try {
    await sql`alter table absence_report no force row level security`.execute(kysely);
    await change(changes[what].to);
    await act();
  } finally {
    await change(changes[what].back);
    await sql`alter table absence_report force row level security`.execute(kysely);
    await close();
  }
}

/** Tries, as the serving role, to write over what was reported. */
export async function writeOver({ db, system }: TestHouse): Promise<void> {
  await transact(db, system, async (trx) => {
    await sql`update absence_report set serial = 99 where county_id = ${trx.countyId}`.execute(trx.withTables());
    return { result: undefined, changes: [] };
  });
}
