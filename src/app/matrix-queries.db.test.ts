import { rawSql } from '../platform/access/testing/raw-store';
import { openDatabase } from '../platform/db';
import { testMatrix } from './testing/matrix/run';
import type { World } from './testing/matrix/world';

/** SEC-10, third run: the same table with row-level security off, as a database has it that does not know it. */
testMatrix('queries', liftRowSecurity);

/** What an owner of the tables can do, and the role of the server cannot. */
async function liftRowSecurity({ house }: World): Promise<void> {
  const owner = openDatabase(house.owner, () => undefined);
  try {
    const guarded = await rawSql<{ name: string }>(
      owner,
      "select relname as name from pg_class where relrowsecurity and relkind = 'r'",
    );
    for (const { name } of guarded) await rawSql(owner, `alter table ${name} disable row level security`);
  } finally {
    await owner.close();
  }
}
