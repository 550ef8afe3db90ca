import type { Day } from '../kernel/day';
import { calendarFrom, readBook } from '../modules/calendar/server';
import { anyCampaign, bringCampaign } from '../modules/screening/server';
import type { DemoLogin } from '../platform/access/demo';
import { standingGrants } from '../platform/access/grants/grant-store';
import { accountsByLogin } from '../platform/access/people/account-store';
import type { KeyRing } from '../platform/crypto';
import { type Context, type Db, newId, type ReadTrx, readAs, transact } from '../platform/db';
import { type CampaignOptions, campaignsOf } from './demo/term/screening';

const seed = 2025;
const people = ['officer', 'principal', 'village', 'township'] as const satisfies readonly DemoLogin[];

/** Brings the campaigns of a demo county, each in a transaction of its own; does nothing where there was ever one. Answers whether it did. */
export async function bringCampaigns(
  { db, ring }: { readonly db: Db; readonly ring: KeyRing },
  today: Day,
  signal: AbortSignal,
): Promise<boolean> {
  const context: Context = { actor: null, requestId: newId(), source: 'command' };
  const options = await readAs(db, context, (trx) => optionsOf(trx, today));
  if (options === undefined) return false;
  for (const campaign of campaignsOf(options)) {
    if (signal.aborted) return true;
    await transact(db, context, async (trx) => {
      const children = await bringCampaign(trx, ring, campaign);
      const detail = { campaign: campaign.plan.name, children };
      return { result: undefined, changes: [{ act: 'demo.load', object: `county:${db.countyId}`, detail }] };
    });
  }
  return true;
}

/** Who holds them and when; undefined where there is nothing to bring. */
async function optionsOf(trx: ReadTrx, today: Day): Promise<CampaignOptions | undefined> {
  if (await anyCampaign(trx)) return undefined;
  const opened = calendarFrom(await readBook(trx), {}).termOf(today)?.firstDay;
  const accounts = await accountsByLogin(trx, people);
  const users = people.flatMap((login) => accounts.get(login)?.userId ?? []);
  if (opened === undefined || users.length < people.length) return undefined;
  const paths = new Map((await standingGrants(trx, users)).map((grant) => [grant.userId, grant.path]));
  const person = (login: (typeof people)[number]) => {
    const userId = accounts.get(login)?.userId ?? '';
    return { userId, path: paths.get(userId) ?? '' };
  };
  const [principal, village, township] = [person('principal'), person('village'), person('township')];
  return { seed, opened, today, officer: person('officer').userId, principal, village, township };
}
