import { buildIfStale } from './build.mjs';

/** Tests start the same child processes and workers as the program does, so dist/ must be fresh. */
export default async function setup(): Promise<void> {
  await buildIfStale();
}
