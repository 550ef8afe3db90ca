import { z } from 'zod';
import type { Context, Db } from '../db';

/** A job as its worker sees it. */
export type Job = {
  readonly jobId: string;
  readonly kind: string;
  readonly object: string;
  readonly input: unknown;
  readonly askedBy: string | null;
  /** its processes died so often that it is not tried again */ readonly givenUp: boolean;
  readonly tries: number;
};

export const jobStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;

/** How a job stands, for whoever watches it. */
export const JobView = z.strictObject({
  jobId: z.string(),
  kind: z.string(),
  state: z.enum(jobStates),
  progress: z.unknown(),
  outcome: z.unknown(),
});
export type JobView = z.infer<typeof JobView>;

/** What a work is given: the job, in whose name it runs, and how to tell and to be told. */
export type JobRun<House> = {
  readonly job: Job;
  /** the asker with the roles of today */ readonly context: Context;
  readonly db: Db;
  readonly house: House;
  /** ends the moment somebody asks to cancel or the server stops */ readonly signal: AbortSignal;
  /** what the watchers see; kept at most once a second */ report(progress: Readonly<Record<string, unknown>>): void;
};

/**
 * Does a job of one kind. It may be run again from the beginning after a crash, so its effects must be one transaction, or be
 * recognised when they are there. It answers with the outcome; a `Refusal` it throws becomes the outcome of a failed job.
 */
export type JobWork<House> = (run: JobRun<House>) => Promise<unknown>;

/**
 * Something the house does without being asked: begun when there may be work, and every second. It must cost next to nothing
 * when there is none, take no longer than it is patient (`signal` ends when the server stops), and may run in several processes at once.
 */
export type Chore<House> = (run: { readonly db: Db; readonly house: House; readonly signal: AbortSignal }) => Promise<void>;
