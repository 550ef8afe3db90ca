import { Refusal } from '../../../kernel/refusal';
import { dayOf } from '../../clock';
import { type Change, type Context, type Db, newId, type ReadTrx, readAs, type Trx, transact } from '../../db';
import type { Actor } from '../actor';
import { insertGrants, standingGrants } from '../grants/grant-store';
import type { Places } from '../places';
import { roleFacts } from '../roles';
import { normalLogin } from '../sign-in/digests';
import { type Account, accountsByLogin, insertAccounts, lockAccount } from './account-store';
import { type BatchPlan, type BatchRow, type Known, planBatch } from './batch-rules';

/** PostgreSQL takes 65,535 parameters a statement; a row has at most 15. */
const ROWS_AT_ONCE = 2000;

/** What a sheet would do, and what is wrong with it; nothing is changed. */
export async function previewBatch(
  db: Db,
  context: Context,
  actor: Actor,
  rows: readonly BatchRow[],
  places: Places,
): Promise<{ readonly rows: readonly BatchRow[]; readonly plan: BatchPlan }> {
  const plain = rows.map(plainRow);
  return readAs(db, context, async (trx) => ({ rows: plain, plan: (await planned(trx, actor, plain, places)).plan }));
}

/**
 * Makes the accounts of a sheet and asks for their rights, all or nothing; the rights wait for a security administrator. Lines
 * are looked at again: what was right in the preview may be wrong by now.
 */
export async function makeBatch(db: Db, context: Context, actor: Actor, rows: readonly BatchRow[], places: Places) {
  const plain = rows.map(plainRow);
  return transact(db, context, async (trx) => {
    const { plan, accounts } = await planned(trx, actor, plain, places);
    if (plan.problems.length > 0) throw notRight(plan);
    // With the rows locked, and looked at once more, two sheets at once give nobody what neither may.
    for (const login of [...plan.knownLogins].sort()) await lockAccount(trx, accounts.get(login)?.userId ?? '');
    const again = (await planned(trx, actor, plain, places)).plan;
    if (again.problems.length > 0) throw notRight(again);
    return write(trx, actor, again, accounts);
  });
}

async function write(trx: Trx, actor: Actor, plan: BatchPlan, accounts: ReadonlyMap<string, Account>) {
  const fresh = plan.newAccounts.map((account) => ({ ...account, userId: newId() }));
  const idOf = new Map([...accounts.values(), ...fresh].map(({ login, userId }) => [login, userId]));
  const grants = plan.grants.map(({ login, ...grant }) => ({
    ...grant,
    grantId: newId(),
    userId: idOf.get(login) ?? '',
    tree: roleFacts(grant.role).tree,
    reason: null,
    askedBy: actor.userId,
  }));
  for (let at = 0; at < fresh.length; at += ROWS_AT_ONCE) await insertAccounts(trx, fresh.slice(at, at + ROWS_AT_ONCE));
  for (let at = 0; at < grants.length; at += ROWS_AT_ONCE) await insertGrants(trx, grants.slice(at, at + ROWS_AT_ONCE));
  const made: Change[] = fresh.map(({ userId }) => ({ act: 'account.create', object: `user:${userId}` }));
  const asked: Change[] = grants.map(({ grantId, userId, role, path, fromDay, untilDay }) => ({
    act: 'grant.ask',
    object: `grant:${grantId}`,
    detail: { user: userId, role, path, from: fromDay, until: untilDay },
  }));
  const result = { ids: fresh.map(({ userId }) => userId), newAccounts: fresh.length, grants: grants.length };
  return { result, changes: [...made, ...asked] };
}

async function planned(trx: ReadTrx, actor: Actor, rows: readonly BatchRow[], places: Places) {
  const accounts = await accountsByLogin(trx, [...new Set(rows.map(({ login }) => login))]);
  const standing = await standingGrants(
    trx,
    [...accounts.values()].map(({ userId }) => userId),
  );
  const known = new Map<string, Known>(
    [...accounts.values()].map(({ login, name, state, userId }) => {
      const grants = standing.filter((grant) => grant.userId === userId);
      return [login, { name, isDisabled: state === 'disabled', grants }];
    }),
  );
  const situation = { countyId: trx.countyId, today: dayOf(trx.now), places, known, own: actor.login };
  return { plan: planBatch(rows, situation), accounts };
}

function plainRow({ row, login, ...cells }: BatchRow): BatchRow {
  const text = (value: string) =>
    value
      .normalize('NFC')
      .replaceAll(/\p{Cc}|\p{Cs}/gu, ' ')
      .trim();
  return {
    row,
    login: normalLogin(login),
    name: text(cells.name),
    unit: text(cells.unit),
    role: text(cells.role),
    place: text(cells.place),
    inside: text(cells.inside),
    fromDay: plainDay(cells.fromDay),
    untilDay: plainDay(cells.untilDay),
  };
}

/** 2025/9/1, 2025.09.01 and 2025年9月1日 as 2025-09-01; anything else as it is. */
function plainDay(typed: string): string {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(typed.normalize('NFKC').trim());
  if (!found) return typed.trim();
  const [, year = '', month = '', day = ''] = found;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function notRight({ problems }: BatchPlan): Refusal {
  const fields = problems.map(({ row, column, zh, en }) => ({ path: `rows.${row}.${column}`, zh, en }));
  return new Refusal(
    'unprocessable',
    'batch-wrong',
    {
      zh: `没有保存：有 ${problems.length} 处要改，可能是检查之后别人改动过。请改好表格后重新上传。`,
      en: `Not saved: ${problems.length} cells are not right, perhaps because of what somebody did since the check. Mend the sheet and upload it again.`,
    },
    { fields },
  );
}
