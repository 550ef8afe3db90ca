import { setTimeout } from 'node:timers/promises';
import { dayOf } from '../../../../platform/clock';
import { type Context, type Db, readAs, type Trx, transact } from '../../../../platform/db';
import type { House } from '../../../../platform/house';
import type { JobRun, JobWork } from '../../../../platform/jobs';
import { schoolYearOf } from '../../../area/index';
import { listAllSchools, listClasses, loadGazetteer } from '../../../area/server/index';
import { listKnownSources, listPersonsWords } from '../../../children/server/index';
import { placesOf } from '../../rules/places';
import type { RegisterWords } from '../../rules/register-facts';
import type { RunStep } from '../../rules/run-steps';
import { listKnownReviews } from '../review-store';
import { findRun } from '../run-store';
import { CurrentRows, compareRows, type OnStep } from './compared';
import { decisionsFor } from './decided-rows';
import type { LoadRegisters } from './loaded-registers';
import { type MetIds, metChildren } from './met-children';
import { takeOver } from './take-over';

/** What the comparison needs of others. */
export type ComparisonNeeds = {
  readonly loadRegisters: LoadRegisters;
  readonly met: MetIds;
  readonly words: RegisterWords;
  /** hears, in the same transaction, that what was found is up to date */ readonly taken: (trx: Trx) => Promise<void>;
};

/** What a finished job answers with. */
export type ComparisonOutcome = { readonly runNo: number };

/** The kind of the job. */
export const COMPARISON = 'comparison';

/** Long enough for an exchange or two with the database. */
const BREATH_MS = 20;

const everywhere = { county: true, areas: [], schools: [] };

/** The job `comparison`: compares the lists that count and takes the result over in one transaction. Run twice it has one effect. */
export function comparisonWork(needs: ComparisonNeeds): JobWork<House> {
  return async ({ job, context, db, house, signal, report }: JobRun<House>): Promise<ComparisonOutcome> => {
    const done = await readAs(db, context, (trx) => findRun(trx, { id: job.jobId }));
    if (done) return { runNo: done.runNo };
    const { asOf } = (job.input ?? {}) as { readonly asOf?: string };
    const step = async (name: RunStep) => {
      report({ step: name });
      // Comparing leaves the processor to nobody: here the queue is told how far it is, and says whether to stop.
      await setTimeout(BREATH_MS);
      signal.throwIfAborted();
    };
    return runComparison({ db, context, ring: house.ring }, needs, { runId: job.jobId, asOf: asOf ?? dayOf(db.now()), step });
  };
}

type Where = { readonly db: Db; readonly context: Context; readonly ring: House['ring'] };

/** One comparison from the lists in the database to its result in the database. */
export async function runComparison(
  { db, context, ring }: Where,
  { loadRegisters, met: metIds, words, taken }: ComparisonNeeds,
  { runId, asOf, step }: { readonly runId: string; readonly asOf: string; readonly step: OnStep },
): Promise<ComparisonOutcome> {
  const beganAt = db.now().toISOString();
  await step('reading');
  const { rows, met, decisions } = await readAs(db, context, async (trx) => {
    const gazetteer = await loadGazetteer(trx);
    const places = placesOf({
      gazetteer,
      schools: await listAllSchools(trx),
      classes: await listClasses(trx, everywhere, { schoolYear: schoolYearOf(asOf) }),
      schoolYear: schoolYearOf(asOf),
    });
    const rows = new CurrentRows(await loadRegisters(trx, ring), places);
    const merges = await listPersonsWords(trx);
    const known = merges.length > 0 ? await listKnownSources(trx) : [];
    const met = await metChildren(trx, ring, gazetteer, await metIds(trx));
    return { rows, met, decisions: decisionsFor(ring, rows, { reviews: await listKnownReviews(trx), merges, known }) };
  });
  const compared = await compareRows({ rows, met }, asOf, decisions, step);
  await step('saving');
  return transact(db, context, async (trx: Trx) => {
    const told = await takeOver(trx, ring, { compared, met: new Set(await metIds(trx)) }, words, { runId, beganAt, now: db.now });
    await taken(trx);
    const { runNo, children, reviews } = told;
    const change = { act: 'comparison.run', object: `comparison:${runId}`, detail: { runNo, children, reviews } };
    return { result: { runNo }, changes: [change] };
  });
}
