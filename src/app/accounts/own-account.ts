import type { z } from 'zod';
import { roleFacts } from '../../platform/access';
import { standingGrants } from '../../platform/access/grants/grant-store';
import { recoveryCodesLeft } from '../../platform/access/sign-in/recovery-store';
import { passwordSetAt } from '../../platform/access/sign-in/sign-in-store';
import { dayOf } from '../../platform/clock';
import { type Context, type Db, readAs } from '../../platform/db';
import type { SessionFacts } from '../../platform/http';
import { placeNames } from './account-views';
import type { OwnAccount } from './session-contract';

/** 等保 8.1.4.1 a asks for a change now and then; figure of the register of goals, §1.4. Nobody is locked out by it. */
const PASSWORD_DAYS = 90;

/** One's own account as one sees it; rights that begin later are among them, those that are over are not. */
export async function ownAccount(db: Db, context: Context, session: SessionFacts): Promise<z.input<typeof OwnAccount>> {
  const { userId, login, name } = session.actor;
  return readAs(db, context, async (trx) => {
    const today = dayOf(trx.now);
    const standing = await standingGrants(trx, [userId]);
    const grants = standing.filter(({ approvedAt, untilDay }) => approvedAt !== null && (untilDay === null || untilDay >= today));
    const names = await placeNames(trx, grants);
    const setAt = await passwordSetAt(trx, userId);
    return {
      login,
      name,
      unit: session.unit,
      passwordSetAt: setAt?.toISOString() ?? null,
      passwordOld: setAt !== null && trx.now.getTime() - setAt.getTime() > PASSWORD_DAYS * 86_400_000,
      secondFactor: session.hasSecondFactor,
      recoveryCodesLeft: await recoveryCodesLeft(trx, userId),
      grants: grants.map(({ role, tree, path, fromDay, untilDay }) => {
        return { role, tree, path, says: roleFacts(role).says, place: names.get(path) ?? path, fromDay, untilDay };
      }),
    };
  });
}
