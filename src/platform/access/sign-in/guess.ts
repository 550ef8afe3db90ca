import { type Context, type Db, newId, type Trx, transact } from '../../db';
import { type Attempt, passAttempt, takeAttempt } from './attempt-store';
import { keyedDigest, sourceOf } from './digests';
import { tooManyGuesses } from './refusals';

/** A guess that was let through and counts as wrong until `right` is called in the transaction that it opens. */
export type Guess = {
  right(trx: Trx): Promise<void>;
};

/** What is guessed at, and from where. `device` is the digest of a device the account knows, null for any other. */
export type GuessAt = { readonly account: Buffer; readonly device: Buffer | null };

/** Counts a guess before it is looked at; refuses it when there were too many. The answer needs its transaction's commit. */
export async function takeGuess(trx: Trx, { account, device }: GuessAt): Promise<Guess | number> {
  const attempt: Attempt = { attemptId: newId(), account, device, source: sourceOf(trx.context.source) };
  const wait = await takeAttempt(trx, attempt);
  return wait > 0 ? wait : { right: (later) => passAttempt(later, attempt.attemptId) };
}

/** The guess, or the refusal to take it. */
export function admitted(guess: Guess | number): Guess {
  if (typeof guess === 'number') throw tooManyGuesses(guess);
  return guess;
}

/** The server's own part of a sign-in, before anybody is known. */
export function asServer({ requestId, source }: Context): Context {
  return { actor: null, requestId, source };
}

/** Takes a guess in a transaction of its own. */
export async function guessAt(db: Db, context: Context, at: GuessAt): Promise<Guess> {
  const guess = await transact(db, asServer(context), async (trx) => ({ result: await takeGuess(trx, at), changes: [] }));
  return admitted(guess);
}

/** Takes a guess at a code that is too long to be guessed: it counts for its source only. */
export async function guessFromSource(db: Db, context: Context): Promise<Guess> {
  return guessAt(db, context, { account: keyedDigest(db, 'code', `any ${newId()}`), device: null });
}
