import { parseDay } from '../../../kernel/day';
import type { Sentence } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import type { ReadTrx } from '../../../platform/db';
import { type AskedJob, newestJob } from '../../../platform/jobs';
import { listAllSchools } from '../../area/server/index';
import { userNames } from '../../children/server/index';
import { registerKinds } from '../../registers/index';
import { listCurrent } from '../../registers/server/index';
import type { ComparisonView, RunningView, RunView } from '../contract';
import { runSteps } from '../rules/run-steps';
import { countReviews } from './review-queries-store';
import { COMPARISON } from './run/comparison-work';
import { lastRun, type StoredRun } from './run-store';

/** A list is compared each month (一月一核); an older one says too little about today. 系统建议. */
const oldAfterDays = 31;
const everywhere = { county: true, areas: [], schools: [] };

/** What the page of the comparison shows. */
export async function overview(trx: ReadTrx): Promise<ComparisonView> {
  const last = await lastRun(trx);
  const job = await newestJob(trx, COMPARISON);
  const names = await userNames(trx, [last?.askedBy ?? null, job?.askedBy ?? null]);
  const { open, waiting } = await countReviews(trx);
  const { lists, snapshots } = await listsNow(trx);
  const compared = new Set(last?.inputs.map(({ snapshotId }) => snapshotId));
  return {
    last: last ? runView(last, names) : null,
    running: job ? runningView(job, names) : null,
    failed: job ? failureOf(job, last) : null,
    lists,
    missing: registerKinds.filter((kind) => !lists.some((list) => list.kind === kind)),
    oldAfterDays,
    listsChanged:
      last !== undefined && (snapshots.length !== compared.size || snapshots.some((snapshot) => !compared.has(snapshot))),
    decisionsWaiting: waiting,
    openReviews: open,
  };
}

/** A finished comparison with the name of who asked for it. */
export function runView(run: StoredRun, names: ReadonlyMap<string, string>): RunView {
  return { ...run, askedBy: names.get(run.askedBy ?? '') ?? null };
}

/** A job that is not over, as its watchers see it; null when it is. */
export function runningView(job: AskedJob, names: ReadonlyMap<string, string>): RunningView | null {
  const { jobId, state, progress, askedBy, createdAt, cancelling } = job;
  if (state !== 'waiting' && state !== 'running') return null;
  const said = (progress as { readonly step?: unknown } | null)?.step;
  const step = runSteps.find((one) => one === said) ?? null;
  return { jobId, state, step, askedBy: names.get(askedBy ?? '') ?? null, askedAt: createdAt.toISOString(), cancelling };
}

/** Why the newest attempt came to nothing, as long as no comparison has come after it. */
function failureOf(job: AskedJob, last: StoredRun | undefined): Sentence | null {
  if (job.state !== 'failed' || (last && job.endedAt && new Date(last.endedAt) > job.endedAt)) return null;
  const error = (job.outcome as { readonly error?: Sentence } | null)?.error;
  const unknown = { zh: '上一次比对没有做完。请再试一次。', en: 'The comparison before did not end. Please try again.' };
  return error ? { zh: error.zh, en: error.en } : unknown;
}

async function listsNow(trx: ReadTrx): Promise<{ lists: ComparisonView['lists']; snapshots: readonly string[] }> {
  const current = await listCurrent(trx, everywhere);
  const schools = new Map((await listAllSchools(trx)).map(({ path, name }) => [path, name]));
  const today = parseDay(dayOf(trx.now)) ?? 0;
  const lists = current.map(({ kind, unit, asOf, rows }) => {
    const days = today - (parseDay(asOf) ?? today);
    const name = unit.tree === 'county' ? null : (schools.get(unit.path) ?? unit.path);
    return { kind, unit: name, asOf, rows, days, old: days > oldAfterDays };
  });
  return { lists, snapshots: current.map(({ snapshotId }) => snapshotId) };
}
