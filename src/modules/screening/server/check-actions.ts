import { randomBytes } from 'node:crypto';
import { absent, Refusal } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import { type Context, type Db, newId, type ReadTrx, readAs, transact } from '../../../platform/db';
import { gridNames } from '../../area/server/index';
import { userNames } from '../../children/server/index';
import { permissions } from '../permissions';
import { draw } from '../rules/sample';
import type { RecallRequest, SampleRequest, SamplesView } from '../sample-contract';
import { refusals, things } from '../words';
import { reopen, targetToChange } from './answer-actions';
import { campaignFor, everywhere, mustRun, scopeFor } from './asking';
import { listScreeningGrids } from './grid-store';
import { findSample, insertSample, noteRecall, populationOf, putSign, samplesOf } from './sample-store';
import { countGrids } from './tally-store';
import { targetsByIds } from './target-store';
import { targetLines } from './target-view';

/** So many names stand in a sentence; the rest is a number. */
const namesSaid = 5;

/** A school signs what its classes have said; refuses while a class has not. */
export async function signSchool(db: Db, context: Context, id: string, path: string): Promise<{ readonly campaignId: string }> {
  return transact(db, context, async (trx) => {
    const campaign = await campaignFor(trx, id, 'share');
    const scope = scopeFor(context, permissions['screening.sign']);
    if (!scope.schools.includes(path)) throw absent(things.grid);
    const grids = await listScreeningGrids(trx, scope, id, path);
    if (grids.length === 0) throw absent(things.grid);
    mustRun(trx, campaign);
    if (campaign.method === 'home') throw new Refusal('unprocessable', 'not-a-school', refusals.notSchool);
    const missing = grids.filter(({ confirmed_at: at }) => at === null);
    if (missing.length > 0) {
      const names = await gridNames(
        trx,
        missing.map((grid) => grid.path),
        dayOf(trx.now),
      );
      const said = missing.slice(0, namesSaid).map((grid) => names.get(grid.path)?.says.zh ?? grid.path);
      throw new Refusal('conflict', 'unsigned', refusals.unsigned(said.join('、'), missing.length));
    }
    await putSign(trx, id, path);
    const detail = { path, classes: grids.length };
    return { result: { campaignId: id }, changes: [{ act: 'screening.sign', object: `screening:${id}`, detail }] };
  });
}

/** Draws children whose answers are to be asked about again; the seed is kept, and draws the same ones again. */
export async function drawSample(
  db: Db,
  context: Context,
  id: string,
  { size, grid, seed: given }: SampleRequest,
): Promise<{ readonly sampleId: string; readonly seed: string; readonly size: number }> {
  return transact(db, context, async (trx) => {
    await campaignFor(trx, id);
    const place = grid ?? `${trx.countyId}/`;
    const population = await populationOf(trx, id, place);
    if (population.length === 0) throw new Refusal('unprocessable', 'nothing-drawn', refusals.nothingDrawn);
    const seed = given ?? randomBytes(4).toString('hex');
    const drawn = draw(population, seed, size);
    const sampleId = newId();
    const sample = { sample_id: sampleId, campaign_id: id, place: grid ?? '', seed, population: population.length };
    await insertSample(trx, sample, drawn);
    const detail = { sample: sampleId, seed, size: drawn.length, population: population.length, place: grid ?? '' };
    const result = { sampleId, seed, size: drawn.length };
    return { result, changes: [{ act: 'screening.sample', object: `screening:${id}`, detail }] };
  });
}

/** The samples of a campaign, with whom they drew and what asking again said. */
export async function readSamples(db: Db, context: Context, id: string): Promise<SamplesView> {
  return readAs(db, context, (trx) => samplesView(trx, id));
}

/** Notes what asking again about a drawn child said. Where it differs, the child is open again. */
export async function recallTarget(
  db: Db,
  context: Context,
  sampleId: string,
  { targetId, result }: RecallRequest,
): Promise<SamplesView> {
  return transact(db, context, async (trx) => {
    const sample = await findSample(trx, sampleId);
    if (sample === undefined) throw absent(things.sample);
    mustRun(trx, await campaignFor(trx, sample.campaign_id, 'share'));
    if (!(await noteRecall(trx, { sampleId, targetId, result }))) throw absent(things.target);
    const target = await targetToChange(trx, everywhere, targetId);
    if (result === 'differs' && target.answer !== null) {
      await reopen(trx, target);
      await countGrids(trx, target.campaign_id, target.path);
    }
    const detail = { sample: sampleId, target: targetId, result };
    const change = { act: 'screening.recall', object: `screening:${sample.campaign_id}`, detail };
    return { result: await samplesView(trx, sample.campaign_id), changes: [change] };
  });
}

async function samplesView(trx: ReadTrx, id: string): Promise<SamplesView> {
  const campaign = await campaignFor(trx, id);
  const samples = await samplesOf(trx, id);
  const drawn = samples.flatMap(({ recalls }) => recalls.map((one) => one.target_id));
  const targets = await targetsByIds(trx, drawn);
  const lines = new Map((await targetLines(trx, campaign, [...targets.values()])).map((line) => [line.targetId, line]));
  const people = await userNames(
    trx,
    samples.map(({ sample }) => sample.drawn_by),
  );
  const names = await gridNames(
    trx,
    samples.flatMap(({ sample }) => (sample.place === '' ? [] : [sample.place])),
    dayOf(trx.now),
  );
  const rows = samples.map(({ sample, recalls }) => ({
    ...{ sampleId: sample.sample_id, seed: sample.seed, size: sample.size, population: sample.population },
    place: sample.place === '' ? null : (names.get(sample.place)?.says ?? null),
    ...{ by: people.get(sample.drawn_by) ?? '—', at: sample.drawn_at.toISOString() },
    rows: recalls.map((one) => ({
      ...{ no: one.place_no, result: one.result, targetId: one.target_id },
      line: lines.get(one.target_id) ?? null,
    })),
  }));
  return { rows };
}
