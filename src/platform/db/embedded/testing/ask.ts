import pg from 'pg';
import { administratorOf, runningEmbedded } from '../index';

/** Asks the embedded database that runs in a data folder something as its administrator, past all rights. */
export async function askEmbedded(folder: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const running = runningEmbedded(folder);
  if (!running) throw new Error('no database runs in the folder');
  const client = new pg.Client({ ...administratorOf(running), database: running.owner.database });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
