import type { Selectable } from 'kysely';
import type { Scope } from '../../../platform/access';
import { type KeyRing, openField, type SealPlace, sealField } from '../../../platform/crypto';
import type { ReadTrx, Trx } from '../../../platform/db';
import type { Answerer, MetWith } from '../../verification/index';
import type { Answer } from '../rules/answers';
import type { Reply } from '../rules/questions';
import { inScope, tables, under, userOf } from './scope-store';
import type { AnswerRecord } from './tables';

/** What an answer says beside its outcome; kept sealed. */
export type AnswerBody = {
  readonly place: string;
  readonly met: readonly MetWith[];
  readonly proofs: readonly string[];
  readonly note: string;
  /** to the questions of the campaign */ readonly replies: readonly Reply[];
};

export type StoredAnswer = Omit<Selectable<AnswerRecord>, 'body'> & { readonly body: AnswerBody };

/** One single answer before it is kept. */
export type AnswerDraft = {
  readonly answerId: string;
  readonly targetId: string;
  readonly childId: string;
  readonly answer: Answer;
  readonly factId: string | null;
  readonly body: AnswerBody;
  readonly foundDay: string;
  readonly as: Answerer;
  readonly by: string;
  readonly at: Date;
};

/** Keeps single answers. */
export async function insertAnswers(trx: Trx, ring: KeyRing, drafts: readonly AnswerDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  await tables(trx)
    .insertInto('screening_answer')
    .values(
      drafts.map((draft) => ({
        ...{ county_id: trx.countyId, answer_id: draft.answerId, target_id: draft.targetId, child_id: draft.childId },
        ...{ answer: draft.answer, fact_id: draft.factId, found_day: draft.foundDay },
        body: sealField(ring, placeOf(trx, draft.answerId), JSON.stringify(draft.body)),
        ...{ answered_by: draft.by, answered_as: draft.as, answered_at: draft.at },
        ...{ verdict: null, decided_by: null, decided_at: null },
      })),
    )
    .execute();
}

/** The single answers about a target, newest first. */
export async function answersOf(trx: ReadTrx, ring: KeyRing, targetId: string): Promise<readonly StoredAnswer[]> {
  const rows = await tables(trx)
    .selectFrom('screening_answer')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('target_id', '=', targetId)
    .orderBy('answered_at', 'desc')
    .orderBy('answer_id', 'desc')
    .execute();
  return rows.map(({ body, ...row }) => ({ ...row, body: opened(trx, ring, row.answer_id, body) }));
}

/** What was replied with the last single answer about each child of a campaign, in a scope and below a place. */
export async function repliesIn(
  trx: ReadTrx,
  ring: KeyRing,
  scope: Scope,
  { campaignId, place }: { readonly campaignId: string; readonly place: string },
): Promise<readonly (readonly Reply[])[]> {
  const rows = await tables(trx)
    .selectFrom('screening_target as t')
    .innerJoin('screening_answer as a', (join) =>
      join.onRef('a.county_id', '=', 't.county_id').onRef('a.answer_id', '=', 't.answer_id'),
    )
    .select(['a.answer_id', 'a.body'])
    .where('t.county_id', '=', trx.countyId)
    .where('t.campaign_id', '=', campaignId)
    .where(inScope(scope, 't'))
    .where(under(place, 't'))
    .execute();
  return rows.map(({ answer_id: id, body }) => opened(trx, ring, id, body).replies);
}

/** What was answered before campaigns had questions holds no replies. */
function opened(trx: ReadTrx, ring: KeyRing, id: string, body: Buffer): AnswerBody {
  return { replies: [], ...JSON.parse(openField(ring, placeOf(trx, id), body)) };
}

/** Who gave an answer and which fact it told; undefined where there is none. */
export async function findAnswer(
  trx: ReadTrx,
  id: string,
): Promise<Pick<StoredAnswer, 'answer_id' | 'fact_id' | 'answered_by'> | undefined> {
  return tables(trx)
    .selectFrom('screening_answer')
    .select(['answer_id', 'fact_id', 'answered_by'])
    .where('county_id', '=', trx.countyId)
    .where('answer_id', '=', id)
    .executeTakeFirst();
}

/** Notes what the bureau made of an answer; the newest word counts. */
export async function decideAnswer(trx: Trx, id: string, verdict: 'accepted' | 'sent-back', reason: string): Promise<void> {
  await tables(trx)
    .updateTable('screening_answer')
    .set({ verdict, verdict_reason: reason, decided_by: userOf(trx), decided_at: trx.now })
    .where('county_id', '=', trx.countyId)
    .where('answer_id', '=', id)
    .execute();
}

/** A photograph of a visit; without `answerId` it waits for the answer that is being written. */
export type StoredPhoto = { readonly fileId: string; readonly answerId: string | null; readonly addedBy: string };

/** The photographs of a target, in the order in which they came. */
export async function photosOf(trx: ReadTrx, targetId: string): Promise<readonly StoredPhoto[]> {
  const rows = await tables(trx)
    .selectFrom('screening_file')
    .select(['file_id', 'answer_id', 'added_by'])
    .where('county_id', '=', trx.countyId)
    .where('target_id', '=', targetId)
    .orderBy('added_at')
    .orderBy('file_id')
    .execute();
  return rows.map((row) => ({ fileId: row.file_id, answerId: row.answer_id, addedBy: row.added_by }));
}

/** Keeps that a photograph belongs to a target. */
export async function insertPhoto(trx: Trx, targetId: string, fileId: string): Promise<void> {
  const row = { county_id: trx.countyId, target_id: targetId, file_id: fileId, answer_id: null };
  await tables(trx)
    .insertInto('screening_file')
    .values({ ...row, added_by: userOf(trx), added_at: trx.now })
    .execute();
}

/** Ties the photographs that whoever answers has put there to the answer that was just written. */
export async function tiePhotos(trx: Trx, targetId: string, answerId: string): Promise<void> {
  await waiting(trx, targetId).set({ answer_id: answerId }).execute();
}

/** Takes a photograph away that its owner has not yet answered with; false when there is none. */
export async function dropPhoto(trx: Trx, targetId: string, fileId: string): Promise<boolean> {
  const { numDeletedRows } = await tables(trx)
    .deleteFrom('screening_file')
    .where('county_id', '=', trx.countyId)
    .where('target_id', '=', targetId)
    .where('file_id', '=', fileId)
    .where('answer_id', 'is', null)
    .where('added_by', '=', userOf(trx))
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

function waiting(trx: Trx, targetId: string) {
  return tables(trx)
    .updateTable('screening_file')
    .where('county_id', '=', trx.countyId)
    .where('target_id', '=', targetId)
    .where('answer_id', 'is', null)
    .where('added_by', '=', userOf(trx));
}

function placeOf(trx: ReadTrx, id: string): SealPlace {
  return { countyId: trx.countyId, table: 'screening_answer', column: 'body', id };
}
