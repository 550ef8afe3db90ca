import { namesOfPaths } from '../../modules/area/server';
import { type Actor, may, type Role, roleFacts } from '../../platform/access';
import { type GrantRow, type NamedGrant, standingGrants } from '../../platform/access/grants/grant-store';
import type { Account } from '../../platform/access/people/account-store';
import { invitedUntil } from '../../platform/access/people/invitation-store';
import type { ReadTrx } from '../../platform/db';
import type { AccountView } from './accounts-contract';
import { permissions } from './permissions';
import { WHOLE_COUNTY } from './place-book';

/** Accounts as administrators see them, each with its rights and whether a code is out. */
export async function accountViews(trx: ReadTrx, accounts: readonly Account[]): Promise<AccountView[]> {
  const ids = accounts.map(({ userId }) => userId);
  const [grants, invited] = [await standingGrants(trx, ids), await invitedUntil(trx, ids)];
  const names = await placeNames(trx, grants);
  return accounts.map(({ userId, lastSeenAt, createdAt, ...account }) => ({
    id: userId,
    ...account,
    lastSeenAt: iso(lastSeenAt),
    createdAt: createdAt.toISOString(),
    invitedUntil: iso(invited.get(userId) ?? null),
    grants: grants.filter((grant) => grant.userId === userId).map((grant) => briefOf(grant, names)),
  }));
}

/** A right as it is shown, with the names of people and place. */
export function grantView(grant: NamedGrant, names: PlaceNames, actor: Actor) {
  const { userId, login, name, unit, reason, askedByName, approvedByName, endedByName, version } = grant;
  return {
    ...briefOf(grant, names),
    state: grant.endedAt === null ? stateOf(grant) : ('ended' as const),
    user: { id: userId, login, name, unit },
    reason,
    askedBy: askedByName,
    askedAt: iso(grant.askedAt),
    approvedBy: approvedByName,
    approvedAt: iso(grant.approvedAt),
    endedBy: endedByName,
    endedAt: iso(grant.endedAt),
    mayApprove: mayApprove(grant, actor),
    version,
  };
}

/** What the places of rights are called, by path. */
export type PlaceNames = ReadonlyMap<string, string>;

/** The names of the places of these rights. */
export async function placeNames(trx: ReadTrx, grants: readonly { readonly path: string }[]): Promise<PlaceNames> {
  const county = `${trx.countyId}/`;
  const names = await namesOfPaths(
    trx,
    grants.map(({ path }) => path).filter((path) => path !== county),
  );
  return new Map([...names, [county, WHOLE_COUNTY]]);
}

function briefOf(grant: GrantRow, names: PlaceNames) {
  const { grantId, role, path, fromDay, untilDay } = grant;
  const says = roleFacts(role as Role).says;
  return { id: grantId, role, says, place: names.get(path) ?? path, path, fromDay, untilDay, state: stateOf(grant) };
}

function stateOf({ approvedAt }: GrantRow): 'asked' | 'open' {
  return approvedAt === null ? 'asked' : 'open';
}

/** Nobody approves for himself or what he has asked for; the server says the rest when it is tried. */
function mayApprove({ endedAt, approvedAt, userId, askedBy }: GrantRow, actor: Actor): boolean {
  const isOpenQuestion = endedAt === null && approvedAt === null;
  return isOpenQuestion && userId !== actor.userId && askedBy !== actor.userId && may(actor, permissions['grant.approve']);
}

function iso(moment: Date | null): string | null {
  return moment?.toISOString() ?? null;
}
