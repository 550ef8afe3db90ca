import { removeLinksBefore } from '../modules/leave/server';
import { endOverdue } from '../platform/access/grants/grants';
import { disableUnused } from '../platform/access/people/accounts';
import { removeInvitationsBefore } from '../platform/access/people/invitation-store';
import { removeAttemptsBefore } from '../platform/access/sign-in/attempt-store';
import { forgetDevicesBefore } from '../platform/access/sign-in/device-store';
import { anchorAudit } from '../platform/access/trail/anchors';
import { type Context, type Db, newId, transact } from '../platform/db';

/** The register of goals, SEC-23: what is taken off the end of the trail is noticed within the hour. */
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long what signing in leaves behind is kept, as the notes at its columns say. */
const keptDays = { attempts: 1, devices: 180, invitations: 365, leaveLinks: 30 };

export type Upkeep = { stop(): Promise<void> };

type Kept = { readonly db: Db; readonly anchorsFile: string; readonly isDemo: boolean };

/**
 * Does at the start and with every hour what the clock asks for: notes the ends of the audit trail outside the database, ends
 * rights that have run out, closes accounts that nobody uses (those of a demo county stay, they are printed), and forgets what
 * has been kept long enough. Notes the ends once more when it is stopped. A fault is told and tried again with the next hour.
 */
export function startUpkeep(kept: Kept, onFault: (error: unknown) => void): Upkeep {
  let running = keepHouse(kept).catch(onFault);
  const timer = setInterval(() => {
    running = running.then(() => keepHouse(kept)).catch(onFault);
  }, HOUR_MS);
  return {
    async stop() {
      clearInterval(timer);
      await running;
      await anchorAudit(kept.db, kept.anchorsFile).catch(onFault);
    },
  };
}

/** One round. */
export async function keepHouse({ db, anchorsFile, isDemo }: Kept): Promise<void> {
  const context: Context = { actor: null, requestId: newId(), source: 'upkeep' };
  const daysAgo = (days: number) => new Date(db.now().getTime() - days * DAY_MS);
  await transact(db, context, async (trx) => {
    const ended = await endOverdue(trx, null);
    const closed = isDemo ? [] : await disableUnused(trx);
    await removeAttemptsBefore(trx, daysAgo(keptDays.attempts));
    await forgetDevicesBefore(trx, daysAgo(keptDays.devices));
    await removeInvitationsBefore(trx, daysAgo(keptDays.invitations));
    await removeLinksBefore(trx, daysAgo(keptDays.leaveLinks));
    return { result: undefined, changes: [...ended, ...closed] };
  });
  await anchorAudit(db, anchorsFile);
}
