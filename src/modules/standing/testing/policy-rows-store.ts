import { sql } from 'kysely';
import { type Database, transact } from '../../../platform/db';
import type { TestHouse } from '../../../platform/testing/house';

/** What the trail says of the newest setting of the policy. */
export async function newestPolicyLine(owner: Database): Promise<object | undefined> {
  const { rows } = await sql<object>`select user_id, object, reason, detail from audit_line where act = 'policy.set'
    order by seq desc limit 1`.execute(owner.kysely);
  return rows[0];
}

/** Does to the versions of the policy what no code of ours does; throws what PostgreSQL says to it. */
export async function overwriteVersions({ db, system }: TestHouse, how: 'change' | 'remove'): Promise<void> {
  const statement = how === 'change' ? sql`update standing_policy set from_day = '2025-01-01'` : sql`delete from standing_policy`;
  await transact(db, system, async (trx) => {
    await statement.execute(trx.withTables<object>());
    return { result: undefined, changes: [] };
  });
}
