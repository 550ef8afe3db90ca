import { type RawBuilder, sql } from 'kysely';
import { openDatabase, transact } from '../../../platform/db';
import type { TestHouse } from '../../../platform/testing/house';

/** What somebody with the keys of the database alters in a frozen account. */
export type Altered = 'content' | 'digest' | 'missing' | 'number';

const changes: { readonly [A in Altered]: RawBuilder<unknown> } = {
  content: sql`content = set_byte(content, 40, get_byte(content, 40) # 1)`,
  digest: sql`digest = set_byte(digest, 3, get_byte(digest, 3) # 1)`,
  missing: sql`missing = missing + 1`,
  number: sql`number = number || '9'`,
};

/** Does something while one account is altered by the owner of the database, and puts it right again. */
export async function whileAltered(
  { owner: url }: TestHouse,
  { month, schoolId, version }: { readonly month: string; readonly schoolId: string; readonly version: number },
  what: Altered,
  act: () => Promise<void>,
): Promise<void> {
  const { kysely, close } = openDatabase(url, () => undefined);
  const row = sql`county_id = '211324' and month = ${month} and school_id = ${schoolId} and version = ${version}`;
  try {
    await sql`alter table check_account no force row level security`.execute(kysely);
    await sql`create table kept as select * from check_account where ${row}`.execute(kysely);
    await sql`update check_account set ${changes[what]} where ${row}`.execute(kysely);
    await act();
  } finally {
    await sql`delete from check_account where ${row}`.execute(kysely);
    await sql`insert into check_account select * from kept`.execute(kysely);
    await sql`drop table kept`.execute(kysely);
    await sql`alter table check_account force row level security`.execute(kysely);
    await close();
  }
}

/** Tries, as the serving role, to write over what was signed. */
export async function writeOver({ db, system }: TestHouse): Promise<void> {
  await transact(db, system, async (trx) => {
    await sql`update check_account set reason = '改' where county_id = ${trx.countyId}`.execute(trx.withTables());
    return { result: undefined, changes: [] };
  });
}
