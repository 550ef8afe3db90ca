import { fieldRefusal, Refusal } from '../../../kernel/refusal';
import type { KeyRing } from '../../../platform/crypto';
import { type Context, type Db, readAs } from '../../../platform/db';
import type { ReplyTotalsView } from '../question-contract';
import { type NumberedQuestion, type Reply, repliesFault, totalOf } from '../rules/questions';
import { refusals } from '../words';
import { repliesIn } from './answer-store';
import { ownCampaign, scopeFor } from './asking';
import { questionsOf } from './question-store';

/** What was replied in a campaign below a place, of the asker's places. */
export async function readReplyTotals(
  db: Db,
  context: Context,
  ring: KeyRing,
  id: string,
  asked: string | undefined,
): Promise<ReplyTotalsView> {
  return readAs(db, context, async (trx) => {
    await ownCampaign(trx, id);
    const questions = await questionsOf(trx, id);
    if (questions.length === 0) return { asked: 0, rows: [] };
    const place = asked ?? `${trx.countyId}/`;
    const replies = await repliesIn(trx, ring, scopeFor(context), { campaignId: id, place });
    return { asked: replies.length, rows: questions.map((question) => ({ ...question, ...totalOf(question, replies) })) };
  });
}

/** Refuses what was replied where a question that must be answered is not, or something else was replied to than was asked. */
export function mustReply(questions: readonly NumberedQuestion[], replies: readonly Reply[]): void {
  const fault = repliesFault(questions, replies);
  if (fault === undefined) return;
  if (fault.fault === 'unasked') throw new Refusal('unprocessable', 'reply-unasked', refusals.replyUnasked);
  const { text } = fault.question;
  throw fieldRefusal('replies', fault.fault === 'missing' ? refusals.replyMissing(text) : refusals.replyUnfit(text));
}
