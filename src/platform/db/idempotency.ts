import type { Kysely } from 'kysely';
import { Refusal } from '../../kernel/refusal';
import type { CoreTables } from './core-tables';
import { once } from './once';

/** The key by which a client says "this is still the same request"; the hash says whether it really is. */
export type IdempotencyClaim = { readonly key: string; readonly requestHash: string };

/** Thrown when the key has already had its effect; carries the first answer. */
export class Replay extends Error {
  constructor(readonly answer: unknown) {
    super('this request was answered before');
  }
}

/**
 * Takes the key within the transaction. A second request with the same key waits for the first: if that commits, `Replay`
 * is thrown; if that fails, this one does the work. The key for another request is refused.
 */
export async function claimKey(
  trx: Kysely<CoreTables>,
  countyId: string,
  userId: string,
  claim: IdempotencyClaim,
  now: Date,
): Promise<void> {
  const { key, requestHash } = claim;
  const taken = await takeKey(trx, { countyId, userId, key, requestHash, now });
  if (taken.length > 0) return;
  const first = await mine(trx, countyId, userId, claim).select(['request_hash', 'answer']).executeTakeFirstOrThrow();
  if (first.request_hash !== claim.requestHash) {
    throw new Refusal('unprocessable', 'key-reused', {
      zh: '没有保存：这次提交的编号已用于另一次不同的提交。请刷新页面再试。',
      en: 'Not saved: the key of this request was used for a different one. Reload the page and try again.',
    });
  }
  throw new Replay(first.answer);
}

type Taking = { readonly countyId: string; readonly userId: string; readonly now: Date } & IdempotencyClaim;

const takeKey = once((tables: Kysely<CoreTables>, { countyId, userId, key, requestHash, now }: Taking) =>
  tables
    .insertInto('idempotency_key')
    .values({ county_id: countyId, user_id: userId, key, request_hash: requestHash, created_at: now, answer: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key'),
);

/** Keeps the answer beside the key, in the same transaction as the effect. */
export async function keepAnswer(
  trx: Kysely<CoreTables>,
  countyId: string,
  userId: string,
  claim: IdempotencyClaim,
  answer: unknown,
): Promise<void> {
  await putAnswer(trx, { countyId, userId, key: claim.key, answer: JSON.stringify(answer ?? null) });
}

type Answered = { readonly countyId: string; readonly userId: string; readonly key: string; readonly answer: string };

const putAnswer = once((tables: Kysely<CoreTables>, { countyId, userId, key, answer }: Answered) =>
  tables
    .updateTable('idempotency_key')
    .set({ answer })
    .where('county_id', '=', countyId)
    .where('user_id', '=', userId)
    .where('key', '=', key),
);

function mine(trx: Kysely<CoreTables>, countyId: string, userId: string, claim: IdempotencyClaim) {
  return trx
    .selectFrom('idempotency_key')
    .where('county_id', '=', countyId)
    .where('user_id', '=', userId)
    .where('key', '=', claim.key);
}
