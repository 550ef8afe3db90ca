import type { ReadTrx, Trx } from '../../../platform/db';
import type { NumberedQuestion, Question } from '../rules/questions';
import { tables } from './scope-store';

/** Keeps the questions of a campaign that starts, numbered in their order. */
export async function insertQuestions(trx: Trx, campaignId: string, questions: readonly Question[]): Promise<void> {
  if (questions.length === 0) return;
  const rows = questions.map(({ text, kind, choices, must }, at) => ({
    ...{ county_id: trx.countyId, campaign_id: campaignId, place_no: at + 1 },
    ...{ words: text, kind, choices: [...choices], must },
  }));
  await tables(trx).insertInto('screening_question').values(rows).execute();
}

/** The questions of a campaign in their order. */
export async function questionsOf(trx: ReadTrx, campaignId: string): Promise<readonly NumberedQuestion[]> {
  const rows = await tables(trx)
    .selectFrom('screening_question')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('campaign_id', '=', campaignId)
    .orderBy('place_no')
    .execute();
  return rows.map(({ place_no: no, words: text, kind, choices, must }) => ({ no, text, kind, choices, must }));
}
