import { type Change, type Context, type Db, newId, type Trx, transact } from '../../db';
import { wasNoted } from '../trail/look-store';
import { type Attempt, passAttempt, takeAttempt } from './attempt-store';
import { keyedDigest, sourceOf } from './digests';
import { tooManyGuesses } from './refusals';

/** A guess that was let through and counts as wrong until `right` is called in the transaction that it opens. */
export type Guess = {
  right(trx: Trx): Promise<void>;
};

/**
 * What is guessed at, and from where. `device` is the digest of a device the account knows, null for any other; `object` is what
 * the trail calls it.
 */
export type GuessAt = { readonly account: Buffer; readonly device: Buffer | null; readonly object: string };

/** How long somebody who goes on guessing is told of in one line. Our choice, as long as the first wait. */
const LOCK_SAID_MS = 15 * 60_000;

/** Counts a guess before it is looked at; refuses it when there were too many. The answer needs its transaction's commit. */
export async function takeGuess(trx: Trx, { account, device }: Omit<GuessAt, 'object'>): Promise<Guess | number> {
  const attempt: Attempt = { attemptId: newId(), account, device, source: sourceOf(trx.context.source) };
  const wait = await takeAttempt(trx, attempt);
  return wait > 0 ? wait : { right: (later) => passAttempt(later, attempt.attemptId) };
}

/** What the trail says of guessing that was stopped: one line, however often it is tried while it is stopped. */
export async function linesOfLock(trx: Trx, guess: Guess | number, object: string): Promise<readonly Change[]> {
  const act = 'session.lock';
  if (typeof guess !== 'number') return [];
  if (await wasNoted(trx, act, object, new Date(trx.now.getTime() - LOCK_SAID_MS))) return [];
  return [{ act, object, outcome: 'refused', reason: 'too-many-guesses' }];
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
  const guess = await transact(db, asServer(context), async (trx) => {
    const result = await takeGuess(trx, at);
    return { result, changes: await linesOfLock(trx, result, at.object) };
  });
  return admitted(guess);
}

/** Takes a guess at a code that is too long to be guessed: it counts for its source only. */
export async function guessFromSource(db: Db, context: Context): Promise<Guess> {
  const account = keyedDigest(db, 'code', `any ${newId()}`);
  return guessAt(db, context, { account, device: null, object: `source:${sourceOf(context.source)}` });
}
