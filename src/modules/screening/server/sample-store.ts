import { type Selectable, sql } from 'kysely';
import type { ReadTrx, Trx } from '../../../platform/db';
import { bulkRows, writeInPieces } from '../../children/server/index';
import { tables, under, userOf } from './scope-store';
import type { SampleRecord } from './tables';

export type StoredSample = Selectable<SampleRecord>;

/** The answered targets of a campaign below a place, by id: what a sample is drawn from. */
export async function populationOf(trx: ReadTrx, campaignId: string, place: string): Promise<readonly string[]> {
  const rows = await tables(trx)
    .selectFrom('screening_target')
    .select('target_id')
    .where('county_id', '=', trx.countyId)
    .where('campaign_id', '=', campaignId)
    .where('answer', 'is not', null)
    .where(under(place, 'screening_target'))
    .orderBy('target_id')
    .execute();
  return rows.map((row) => row.target_id);
}

/** Keeps a sample and whom it drew, in the order of the draw. */
export async function insertSample(
  trx: Trx,
  sample: Pick<StoredSample, 'sample_id' | 'campaign_id' | 'place' | 'seed' | 'population'>,
  drawn: readonly string[],
): Promise<void> {
  await tables(trx)
    .insertInto('screening_sample')
    .values({ ...sample, county_id: trx.countyId, size: drawn.length, drawn_by: userOf(trx), drawn_at: trx.now })
    .execute();
  const numbered = drawn.map((targetId, at) => ({ targetId, no: at + 1 }));
  await writeInPieces(numbered, async (piece) => {
    const rows = bulkRows({
      target_id: ['text', piece.map(({ targetId }) => targetId)],
      place_no: ['int', piece.map(({ no }) => no)],
    });
    await sql`insert into screening_recall (county_id, sample_id, target_id, place_no)
      select ${trx.countyId}, ${sample.sample_id}, t.* from ${rows}`.execute(tables(trx));
  });
}

/** The samples of a campaign, newest first, with whom they drew. */
export async function samplesOf(trx: ReadTrx, campaignId: string) {
  const samples = await tables(trx)
    .selectFrom('screening_sample')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('campaign_id', '=', campaignId)
    .orderBy('drawn_at', 'desc')
    .orderBy('sample_id', 'desc')
    .execute();
  const recalls = await tables(trx)
    .selectFrom('screening_recall')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('sample_id', '=', sql<string>`any(${samples.map((one) => one.sample_id)}::text[])`)
    .orderBy('place_no')
    .execute();
  return samples.map((sample) => ({ sample, recalls: recalls.filter((one) => one.sample_id === sample.sample_id) }));
}

/** One sample, or undefined. */
export async function findSample(trx: ReadTrx, id: string): Promise<StoredSample | undefined> {
  return tables(trx)
    .selectFrom('screening_sample')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('sample_id', '=', id)
    .executeTakeFirst();
}

/** Notes what asking again about a drawn child said; false when it was not drawn. */
export async function noteRecall(
  trx: Trx,
  {
    sampleId,
    targetId,
    result,
  }: { readonly sampleId: string; readonly targetId: string; readonly result: 'same' | 'differs' | 'unreached' },
): Promise<boolean> {
  const { numUpdatedRows } = await tables(trx)
    .updateTable('screening_recall')
    .set({ result, asked_by: userOf(trx), asked_at: trx.now })
    .where('county_id', '=', trx.countyId)
    .where('sample_id', '=', sampleId)
    .where('target_id', '=', targetId)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Who signed for the schools of a campaign, by the path of the school. */
export async function signsOf(
  trx: ReadTrx,
  campaignId: string,
): Promise<ReadonlyMap<string, { readonly by: string; readonly at: Date }>> {
  const rows = await tables(trx)
    .selectFrom('screening_sign')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('campaign_id', '=', campaignId)
    .execute();
  return new Map(rows.map((row) => [row.path, { by: row.signed_by, at: row.signed_at }]));
}

/** A school signs, or signs anew. */
export async function putSign(trx: Trx, campaignId: string, path: string): Promise<void> {
  const signed = { signed_by: userOf(trx), signed_at: trx.now };
  await tables(trx)
    .insertInto('screening_sign')
    .values({ county_id: trx.countyId, campaign_id: campaignId, path, ...signed })
    .onConflict((conflict) => conflict.columns(['county_id', 'campaign_id', 'path']).doUpdateSet(signed))
    .execute();
}
