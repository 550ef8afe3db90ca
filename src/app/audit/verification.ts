import { z } from 'zod';
import { verifyAudit } from '../../platform/access/trail/verify';
import { type Context, type Db, readAs, transact } from '../../platform/db';
import type { House } from '../../platform/house';
import { askJobOnce, type JobWork, newestJob } from '../../platform/jobs';
import { Verdict, type VerificationState } from './audit-contract';

/** A million lines take minutes (register of goals, SEC-23), so it is work in the background. */
export const verifyKind = 'audit.verify';

const Progress = z.object({ lines: z.int() });
const OBJECT = 'trail:all';

/** Asks for every line to be looked at; whoever asks while one is under way is given that one. */
export async function askVerification(db: Db, context: Context): Promise<{ jobId: string }> {
  return transact(db, context, async (trx) => {
    const { jobId, isNew } = await askJobOnce(trx, { kind: verifyKind, object: OBJECT, input: {} });
    return { result: { jobId }, changes: isNew ? [{ act: 'audit.verify', object: OBJECT }] : [] };
  });
}

/** How the newest verification stands, null when there was none. */
export async function newestVerification(db: Db, context: Context): Promise<VerificationState['verification']> {
  const job = await readAs(db, context, (trx) => newestJob(trx, verifyKind));
  if (job === undefined) return null;
  const progress = Progress.safeParse(job.progress);
  const verdict = job.state === 'done' ? Verdict.parse(job.outcome) : null;
  return {
    state: job.state === 'cancelled' ? 'failed' : job.state,
    askedAt: job.createdAt.toISOString(),
    endedAt: job.endedAt?.toISOString() ?? null,
    lines: progress.success ? progress.data.lines : null,
    verdict,
  };
}

/** Looks at every line and at the anchors outside the database. */
export const verifyTrail: JobWork<House> = async ({ db, house, report }) =>
  verifyAudit(db, house.anchorsFile ?? null, (lines) => report({ lines }));
