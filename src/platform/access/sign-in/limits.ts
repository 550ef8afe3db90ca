/** How often somebody may guess: 等保 8.1.4.1 b with the figures of the register of goals, SEC-02. */
export const guessLimits = {
  /** wrong guesses in a row before the wait, of one account from one source or one known device */ run: 5,
  waitSeconds: 15 * 60,
  /** wrong guesses an hour at one account from unknown devices; 100 are allowed, and a known device can add 20 */ perAccount: 80,
  /** wrong guesses an hour from one source: a school behind one address must still get in */ perSource: 300,
} as const;

/** What has been guessed before, as far as the limits ask: moments of wrong guesses, newest first counted. */
export type GuessesBefore = {
  /** the newest of the run and the one that would be its fifth */ readonly newest: Date | null;
  readonly fifth: Date | null;
  /** the one that fills the hour of the account, and of the source */ readonly accountFull: Date | null;
  readonly sourceFull: Date | null;
};

const HOUR_SECONDS = 3600;

/** Seconds to wait before the next guess; 0 when it may be made now. */
export function secondsToWait(before: GuessesBefore, now: Date): number {
  const left = (since: Date | null, seconds: number) =>
    since === null ? 0 : Math.ceil((since.getTime() - now.getTime()) / 1000 + seconds);
  const { newest, fifth } = before;
  const isRun = newest !== null && fifth !== null && newest.getTime() - fifth.getTime() < guessLimits.waitSeconds * 1000;
  const waits = [
    isRun ? left(newest, guessLimits.waitSeconds) : 0,
    left(before.accountFull, HOUR_SECONDS),
    left(before.sourceFull, HOUR_SECONDS),
  ];
  return Math.max(0, ...waits);
}
