import { offerServer } from '../src/platform/testing/server';
import { buildIfStale } from './build.mjs';

/** Tests start the same child processes and workers as the program does, so dist/ must be fresh; and some ask for a database. */
export default async function setup(): Promise<() => Promise<void>> {
  await buildIfStale();
  return offerServer();
}
