import { absent, Refusal } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import { type Context, type Db, type Trx, transact } from '../../../platform/db';
import type { House } from '../../../platform/house';
import { askJobOnce, cancelJob, newestJob } from '../../../platform/jobs';
import { userNames } from '../../children/server/index';
import type { RunningView } from '../contract';
import { things } from '../review-words';
import { overview, runningView } from './overview';
import { COMPARISON } from './run/comparison-work';

/** Asks for a comparison of the lists that count. One runs at a time: who comes second is told whose it is and how far. */
export async function startRun(db: Db, house: House, context: Context): Promise<RunningView> {
  const running = await transact(db, context, async (trx) => {
    const { missing } = await overview(trx);
    if (missing.includes('household') || missing.includes('enrolment')) throw listsMissing();
    const asOf = dayOf(trx.now);
    const { jobId, isNew } = await askJobOnce(trx, { kind: COMPARISON, object: 'comparison', input: { asOf } });
    const view = await runningNow(trx);
    if (view === null) throw new Error(`job ${jobId} is not there`);
    if (!isNew) throw runsAlready(view);
    const change = { act: 'comparison.ask', object: `comparison:${jobId}`, detail: { asOf } };
    return { result: view, changes: [change] };
  });
  house.wakeJobs();
  return running;
}

/** Asks a comparison to stop; nothing of it is kept. */
export async function cancelRun(db: Db, context: Context, jobId: string): Promise<{ readonly running: RunningView | null }> {
  return transact(db, context, async (trx) => {
    const view = await runningNow(trx);
    if (view?.jobId !== jobId) throw absent(things.run);
    await cancelJob(trx, jobId);
    const change = { act: 'comparison.cancel', object: `comparison:${jobId}` };
    return { result: { running: await runningNow(trx) }, changes: [change] };
  });
}

async function runningNow(trx: Trx): Promise<RunningView | null> {
  const job = await newestJob(trx, COMPARISON);
  return job === undefined ? null : runningView(job, await userNames(trx, [job.askedBy]));
}

function runsAlready(running: RunningView): Refusal {
  const who = running.askedBy;
  const zh = `没有另外开始：${who === null ? '已经' : `${who}正在`}比对，做完会显示在这里。`;
  const en = `Not begun a second time: ${who === null ? 'a comparison' : `${who}'s comparison`} is under way, and its result will appear here.`;
  return new Refusal('conflict', 'runs-already', { zh, en }, { current: running });
}

function listsMissing(): Refusal {
  const zh = '没有开始：还缺户籍名册或学籍名册。请先在“导入名册”里导入这两份名册，再来比对。';
  const en = 'Not begun: the household register or the enrolment register is missing. Import both, then compare.';
  return new Refusal('unprocessable', 'no-lists', { zh, en });
}
