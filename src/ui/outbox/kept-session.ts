import { chinaDay } from '../shared/dates';
import type { SignedIn } from '../shared/session';
import { momentWithout } from './rules';
import type { Vault } from './vault';

const name = 'session';

/** Remembers who was signed in here and what he may do, without the token: it opens the classes, and nothing at the server. */
export async function keepSession(vault: Vault, session: SignedIn, now: number): Promise<void> {
  await vault.keep(session.user.id, name, { ...session, token: '' }, now);
}

/** The one who was signed in last, with the county's day as it must be by now; undefined after seven days or a sign-out. */
export async function keptSession(vault: Vault, now: number): Promise<SignedIn | undefined> {
  const kept = await vault.kept(name, now);
  if (!kept) return undefined;
  const session = kept.value as SignedIn;
  const moment = momentWithout(Date.parse(session.now), kept.at, now);
  return { ...session, now: new Date(moment).toISOString(), today: chinaDay(moment) };
}
