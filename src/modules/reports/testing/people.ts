import type { Actor, Role, Tree } from '../../../platform/access';
import { type Context, type CoreTables, newId, transact } from '../../../platform/db';
import type { TestHouse } from '../../../platform/testing/house';
import type { ReportTables } from '../server/tables';

/** Somebody with an account, who asks from a test. */
export type Person = Context & { readonly actor: Actor };

/** Opens an account with one role at a place; the work in the background finds it by its id. */
export async function aPerson(
  { db, system }: TestHouse,
  role: Role,
  tree: Tree,
  path: string,
  name: string,
  unit: string,
): Promise<Person> {
  const userId = newId();
  await transact(db, system, async (trx) => {
    const { now, countyId: county_id } = trx;
    const tables = trx.withTables<CoreTables>();
    const whose = { login: `test-${userId}`, name, unit, language: 'zh' as const, state: 'active' as const };
    const secrets = { password_hash: null, password_set_at: null, must_change_password: false, totp_secret: null, totp_step: 0 };
    await tables
      .insertInto('app_user')
      .values({ county_id, user_id: userId, ...whose, ...secrets, last_seen_at: null, created_at: now, version: 1 })
      .execute();
    const given = { grant_id: newId(), user_id: userId, role, tree, path, from_day: '2020-01-01', until_day: null };
    const approved = { asked_by: null, approved_by: null, approved_at: now, ended_at: null, version: 1 };
    await tables
      .insertInto('role_grant')
      .values({ county_id, ...given, ...approved })
      .execute();
    return { result: undefined, changes: [] };
  });
  const actor = { userId, countyId: db.countyId, name, login: `test-${userId}`, grants: [{ role, tree, path }] };
  return { actor, requestId: newId(), source: 'test' };
}

/** Takes a role back, as the security administrator would. */
export async function endRoles({ db, system }: TestHouse, { actor }: Person): Promise<void> {
  await transact(db, system, async (trx) => {
    await trx
      .withTables<CoreTables>()
      .updateTable('role_grant')
      .set({ ended_at: trx.now })
      .where('user_id', '=', actor.userId)
      .execute();
    return { result: undefined, changes: [] };
  });
}

/** The process of every work that waits has begun it and died: its lease has run out. */
export async function killed({ db, system }: TestHouse): Promise<void> {
  await transact(db, system, async (trx) => {
    const lease_until = new Date(trx.now.getTime() - 1000);
    await trx
      .withTables<CoreTables>()
      .updateTable('job')
      .set({ state: 'running', tries: 1, lease_until })
      .where('state', '=', 'waiting')
      .execute();
    return { result: undefined, changes: [] };
  });
}

/** As if the approver had been told of far fewer rows than there are. */
export async function toldOfFewer({ db, system }: TestHouse, exportId: string): Promise<void> {
  await transact(db, system, async (trx) => {
    await trx
      .withTables<ReportTables>()
      .updateTable('export_request')
      .set({ rows_asked: -100 })
      .where('export_id', '=', exportId)
      .execute();
    return { result: undefined, changes: [] };
  });
}
