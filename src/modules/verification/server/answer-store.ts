import type { Selectable } from 'kysely';
import { type KeyRing, openField, type SealPlace, sealField } from '../../../platform/crypto';
import type { ReadTrx, Trx } from '../../../platform/db';
import type { MetWith } from '../rules/answer';
import type { Answerer } from '../rules/units';
import type { AnswerRecord, VerificationTables } from './tables';

/** What an answer says beside its outcome; kept sealed. */
export type AnswerBody = { readonly place: string; readonly met: readonly MetWith[]; readonly note: string };

/** An answer with what it says in full. */
export type StoredAnswer = Omit<Selectable<AnswerRecord>, 'body' | 'verdict_reason'> & {
  readonly body: AnswerBody;
  readonly reason: string;
};

/** Keeps an answer; its id is that of the fact it told. */
export async function insertAnswer(
  trx: Trx,
  ring: KeyRing,
  answer: {
    readonly answerId: string;
    readonly taskId: string;
    readonly childId: string;
    readonly outcome: string;
    readonly proofs: readonly string[];
    readonly body: AnswerBody;
    readonly foundDay: string;
    readonly as: Answerer;
  },
): Promise<void> {
  await tables(trx)
    .insertInto('verification_answer')
    .values({
      county_id: trx.countyId,
      answer_id: answer.answerId,
      task_id: answer.taskId,
      child_id: answer.childId,
      outcome: answer.outcome,
      proofs: [...answer.proofs],
      body: sealField(ring, placeOf(trx, 'body', answer.answerId), JSON.stringify(answer.body)),
      found_day: answer.foundDay,
      answered_by: trx.context.actor?.userId ?? 'system',
      answered_as: answer.as,
      answered_at: trx.now,
      verdict: null,
      verdict_reason: null,
      valid_until_day: null,
      decided_by: null,
      decided_at: null,
    })
    .execute();
}

/** Notes what the bureau made of an answer; the newest word counts. */
export async function decideAnswer(
  trx: Trx,
  ring: KeyRing,
  answerId: string,
  decision: { readonly verdict: 'accepted' | 'sent-back'; readonly reason: string; readonly validUntil: string | null },
): Promise<void> {
  const { verdict, reason, validUntil } = decision;
  await tables(trx)
    .updateTable('verification_answer')
    .set({
      verdict,
      verdict_reason: reason === '' ? null : sealField(ring, placeOf(trx, 'verdict_reason', answerId), reason),
      valid_until_day: validUntil,
      decided_by: trx.context.actor?.userId ?? 'system',
      decided_at: trx.now,
    })
    .where('county_id', '=', trx.countyId)
    .where('answer_id', '=', answerId)
    .execute();
}

/** The answers to some questions, newest first. */
export async function answersOf(
  trx: ReadTrx,
  ring: KeyRing,
  tasks: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredAnswer[]>> {
  const found = new Map<string, StoredAnswer[]>(tasks.map((id) => [id, []]));
  if (tasks.length === 0) return found;
  const rows = await tables(trx)
    .selectFrom('verification_answer')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('task_id', 'in', tasks)
    .orderBy('answered_at', 'desc')
    .orderBy('answer_id', 'desc')
    .execute();
  for (const { body, verdict_reason: reason, ...row } of rows) {
    found.get(row.task_id)?.push({
      ...row,
      body: JSON.parse(openField(ring, placeOf(trx, 'body', row.answer_id), body)),
      reason: reason === null ? '' : openField(ring, placeOf(trx, 'verdict_reason', row.answer_id), reason),
    });
  }
  return found;
}

/** Outcome and moment of some answers, without what is sealed. */
export async function outcomesOf(
  trx: ReadTrx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly outcome: string; readonly at: Date; readonly by: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(trx)
    .selectFrom('verification_answer')
    .select(['answer_id', 'outcome', 'answered_at', 'answered_by'])
    .where('county_id', '=', trx.countyId)
    .where('answer_id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.answer_id, { outcome: row.outcome, at: row.answered_at, by: row.answered_by }]));
}

/** Gives the answers to questions to the record that the questions went to. */
export async function giveAnswers(trx: Trx, tasks: readonly string[], childId: string): Promise<void> {
  if (tasks.length === 0) return;
  await tables(trx)
    .updateTable('verification_answer')
    .set({ child_id: childId })
    .where('county_id', '=', trx.countyId)
    .where('task_id', 'in', tasks)
    .execute();
}

function placeOf(trx: ReadTrx, column: string, id: string): SealPlace {
  return { countyId: trx.countyId, table: 'verification_answer', column, id };
}

function tables(trx: ReadTrx) {
  return trx.withTables<VerificationTables>();
}
