import { absent, changedMeanwhile, Refusal } from '../../../kernel/refusal';
import { dayOf } from '../../clock';
import { type Change, type Context, type Db, newId, type Trx, transact } from '../../db';
import type { Actor } from '../actor';
import { lockAccount } from '../people/account-store';
import type { Places } from '../places';
import { type Role, roleFacts } from '../roles';
import { endSessions } from '../session-store';
import {
  approveRow,
  endRows,
  type GrantRow,
  insertGrants,
  lockGrant,
  lockOffices,
  otherHolders,
  overdueGrants,
  standingGrants,
} from './grant-store';
import { checkTogether, type GrantDraft, grantFaults } from './rules';

const grantSays = { zh: '项授权', en: 'grant' };

/** A grant as somebody saw it when he decided on it. */
export type Seen = { readonly id: string; readonly version: number };

/** Asks for a right. It is in force only when somebody else has approved it. Answers with its id. */
export async function askGrant(
  db: Db,
  context: Context,
  actor: Actor,
  draft: GrantDraft,
  places: Places,
): Promise<{ id: string }> {
  const faults = grantFaults(db.countyId, draft, dayOf(db.now()));
  const place = places.named(draft.path);
  const unknown = {
    path: 'path',
    zh: '没有这个单位，或已经撤销。请重新选。',
    en: 'There is no such place, or it was closed. Choose again.',
  };
  const fields = place === undefined && !faults.some((fault) => fault.path === 'path') ? [...faults, unknown] : faults;
  if (fields.length > 0) throw notAsked(fields);
  if (draft.userId === actor.userId) throw ownRights();
  return transact(db, context, async (trx) => {
    const ended = await makeRoom(trx, draft.userId, draft.role);
    const id = newId();
    await insertGrants(trx, [{ ...draft, grantId: id, tree: roleFacts(draft.role).tree, askedBy: actor.userId }]);
    const { userId, role, path, fromDay, untilDay } = draft;
    const detail = { user: userId, role, path, from: fromDay, until: untilDay };
    const asked: Change = { act: 'grant.ask', object: `grant:${id}`, reason: draft.reason, detail };
    return { result: { id }, changes: [...ended, asked] };
  });
}

/**
 * Asks for open rights to go on until a day, each from the day after it ends; one that lasts until then, or for which that was
 * asked, is left as it is. All or none; nothing is in force before somebody else has approved it.
 */
export async function renewGrants(
  db: Db,
  context: Context,
  actor: Actor,
  { grants, untilDay, reason }: { readonly grants: readonly Seen[]; readonly untilDay: string; readonly reason: string },
): Promise<{ asked: number; unchanged: number }> {
  return transact(db, context, async (trx) => {
    const changes: Change[] = [];
    await lockOffices(trx);
    for (const seen of onceEach(grants)) changes.push(...(await renew(trx, actor, seen, { untilDay, reason })));
    const asked = changes.filter(({ act }) => act === 'grant.ask').length;
    return { result: { asked, unchanged: onceEach(grants).length - asked }, changes };
  });
}

/**
 * Approves rights that somebody else asked for, for a third person: all or none. Of the two who decide at least one is a
 * security administrator. The people's sessions end, so that the new rights begin with a new sign-in (SEC-03).
 */
export async function approveGrants(
  db: Db,
  context: Context,
  actor: Actor,
  grants: readonly Seen[],
): Promise<{ approved: number }> {
  return transact(db, context, async (trx) => {
    const changes: Change[] = [];
    await lockOffices(trx);
    for (const seen of onceEach(grants)) changes.push(await approve(trx, actor, seen));
    return { result: { approved: changes.length }, changes };
  });
}

/** Ends a right, or refuses one that was asked for. Effective on the person's next request. */
export async function endGrant(db: Db, context: Context, actor: Actor, seen: Seen, reason: string): Promise<void> {
  await transact(db, context, async (trx) => {
    await lockOffices(trx);
    const grant = await lockSeen(trx, seen);
    if (grant.userId === actor.userId) throw ownRights();
    await keepOffice(trx, grant);
    await endRows(trx, [grant.grantId], actor.userId);
    await endSessions(trx, grant.userId);
    const act = grant.approvedAt === null ? 'grant.refuse' : 'grant.end';
    return { result: undefined, changes: [{ act, object: `grant:${grant.grantId}`, reason, detail: { user: grant.userId } }] };
  });
}

/** Ends what is over by its own last day, of one person or of all; answers with the lines for the trail. */
export async function endOverdue(trx: Trx, userId: string | null): Promise<readonly Change[]> {
  const over = await overdueGrants(trx, dayOf(trx.now), userId);
  await endRows(
    trx,
    over.map(({ grantId }) => grantId),
    null,
  );
  return over.map(({ grantId }) => ({ act: 'grant.over', object: `grant:${grantId}` }));
}

/**
 * Locks the person and sees that the role may stand beside what he holds and is to hold; refuses otherwise. The lock keeps two
 * who ask at once from giving one person two offices.
 */
export async function makeRoom(trx: Trx, userId: string, role: Role): Promise<readonly Change[]> {
  const account = await lockAccount(trx, userId);
  if (account === undefined) throw absent({ zh: '个账号', en: 'account' });
  if (account.state === 'disabled') throw disabledAccount();
  const ended = await endOverdue(trx, userId);
  const standing = await standingGrants(trx, [userId]);
  checkTogether(
    role,
    standing.map((grant) => grant.role),
  );
  if (roleFacts(role).administrator && standing.some((grant) => grant.role === role)) throw alreadyHeld();
  return ended;
}

/** Refuses to leave the county without somebody in an office that nobody else could fill again; the offices are locked. */
export async function keepOffice(trx: Trx, grant: Pick<GrantRow, 'role' | 'userId' | 'approvedAt'>): Promise<void> {
  if (grant.approvedAt === null || !(grant.role === 'system-admin' || grant.role === 'security-admin')) return;
  if ((await otherHolders(trx, grant.role, dayOf(trx.now), grant.userId)) > 0) return;
  const { zh, en } = roleFacts(grant.role).says;
  throw new Refusal('conflict', 'last-of-office', {
    zh: `没有保存：这是最后一位${zh}，停了就没有人能管理了。请先授权并启用另一位。`,
    en: `Not saved: this is the last ${en.toLowerCase()}, and nobody could take the place afterwards. Appoint another one first.`,
  });
}

type Longer = { readonly untilDay: string; readonly reason: string };

async function renew(trx: Trx, actor: Actor, seen: Seen, { untilDay, reason }: Longer): Promise<readonly Change[]> {
  const grant = await lockSeen(trx, seen);
  if (grant.approvedAt === null) throw changedMeanwhile(grantSays);
  if (grant.userId === actor.userId) throw ownRights();
  const { userId, role, path, tree } = grant;
  if (roleFacts(role).administrator) throw officeLasts();
  const standing = (await standingGrants(trx, [userId])).filter((other) => other.role === role && other.path === path);
  if (standing.some((other) => other.untilDay === null || other.untilDay >= untilDay)) return [];
  const today = dayOf(trx.now);
  const lasts = standing.map((other) => other.untilDay ?? '').reduce((one, other) => (one > other ? one : other));
  const fromDay = lasts < today ? today : dayAfter(lasts);
  const faults = grantFaults(trx.countyId, { role, path, fromDay, untilDay }, today);
  if (faults.length > 0) throw notAsked(faults);
  const ended = await makeRoom(trx, userId, role);
  const id = newId();
  await insertGrants(trx, [{ grantId: id, userId, role, tree, path, fromDay, untilDay, reason, askedBy: actor.userId }]);
  const detail = { user: userId, role, path, from: fromDay, until: untilDay, renews: grant.grantId };
  return [...ended, { act: 'grant.ask', object: `grant:${id}`, reason, detail }];
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

async function approve(trx: Trx, actor: Actor, seen: Seen): Promise<Change> {
  const grant = await lockSeen(trx, seen);
  if (grant.approvedAt !== null) throw changedMeanwhile(grantSays);
  if (grant.userId === actor.userId) throw ownRights();
  if (grant.askedBy === actor.userId) throw sameHand();
  if (grant.untilDay !== null && grant.untilDay < dayOf(trx.now)) throw overAlready();
  const isSecurity = actor.grants.some(({ role }) => role === 'security-admin');
  if (!isSecurity && !(await isSecurityAdmin(trx, grant.askedBy))) throw needsSecurity();
  const account = await lockAccount(trx, grant.userId);
  if (account === undefined || account.state === 'disabled') throw disabledAccount();
  const others = (await standingGrants(trx, [grant.userId])).filter(({ grantId }) => grantId !== grant.grantId);
  checkTogether(
    grant.role,
    others.map(({ role }) => role),
  );
  await approveRow(trx, grant.grantId, actor.userId);
  await endSessions(trx, grant.userId);
  const { grantId, userId, role, path } = grant;
  return { act: 'grant.approve', object: `grant:${grantId}`, detail: { user: userId, role, path, askedBy: grant.askedBy } };
}

async function isSecurityAdmin(trx: Trx, userId: string | null): Promise<boolean> {
  if (userId === null) return false;
  const standing = await standingGrants(trx, [userId]);
  return standing.some(({ role, approvedAt }) => role === 'security-admin' && approvedAt !== null);
}

async function lockSeen(trx: Trx, { id, version }: Seen): Promise<GrantRow> {
  const grant = await lockGrant(trx, id);
  if (grant === undefined) throw absent(grantSays);
  if (grant.version !== version || grant.endedAt !== null) throw changedMeanwhile(grantSays);
  return grant;
}

function onceEach(grants: readonly Seen[]): readonly Seen[] {
  return [...new Map(grants.map((seen) => [seen.id, seen])).values()];
}

function notAsked(fields: readonly { path: string; zh: string; en: string }[]): Refusal {
  return new Refusal(
    'invalid',
    'grant-wrong',
    { zh: '没有保存：授权填得不对，请按提示修改。', en: 'Not saved: the grant is not right. Mend the marked fields.' },
    { fields },
  );
}

function ownRights(): Refusal {
  return new Refusal('forbidden', 'own-rights', {
    zh: '没有保存：不能改自己的权限。请另一位管理员来做。',
    en: 'Not saved: nobody changes his own rights. Ask another administrator.',
  });
}

function sameHand(): Refusal {
  return new Refusal('forbidden', 'same-hand', {
    zh: '没有批准：申请和批准不能是同一个人。请另一位安全管理员或局领导批准。',
    en: 'Not approved: whoever asked cannot approve. Another security administrator or the leader of the bureau does.',
  });
}

function needsSecurity(): Refusal {
  return new Refusal('forbidden', 'needs-security', {
    zh: '没有批准：这项授权不是安全管理员申请的，要由安全管理员批准。',
    en: 'Not approved: this was not asked for by a security administrator, so a security administrator has to approve it.',
  });
}

function overAlready(): Refusal {
  return new Refusal('conflict', 'over-already', {
    zh: '没有批准：这项授权的结束日已经过去。请驳回后重新申请。',
    en: 'Not approved: the last day of this grant has passed. Refuse it and ask anew.',
  });
}

function disabledAccount(): Refusal {
  return new Refusal('conflict', 'account-disabled', {
    zh: '没有保存：这个账号已停用。请先由系统管理员启用。',
    en: 'Not saved: this account is disabled. A system administrator has to enable it first.',
  });
}

function officeLasts(): Refusal {
  return new Refusal('conflict', 'office-lasts', {
    zh: '没有申请：管理员岗位没有结束日，不用续期。请去掉它再试。',
    en: 'Not asked for: the offices of administrators have no last day. Leave them out and try again.',
  });
}

function alreadyHeld(): Refusal {
  return new Refusal('conflict', 'already-held', {
    zh: '没有保存：这个人已有这个管理员岗位，或者正在等批准。',
    en: 'Not saved: this person holds this office already, or it is waiting for approval.',
  });
}
