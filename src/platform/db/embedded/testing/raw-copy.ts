// The plainest way to bring a file into PostgreSQL: nothing is looked at, nothing encrypted, nothing found again.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { ConnectionSettings } from '../../settings';

/** Copies a .csv file of ours with its header into a new table of text columns; answers how many rows there were. */
export async function rawCopy(settings: ConnectionSettings, file: string): Promise<number> {
  const columns = (await firstLine(file)).split(',').map((_, at) => `c${at} text`);
  const client = new pg.Client(settings);
  await client.connect();
  try {
    await client.query(`drop table if exists raw_copy; create table raw_copy (${columns.join(', ')})`);
    const copy = client.query(copyFrom('copy raw_copy from stdin with (format csv, header)'));
    await pipeline(createReadStream(file), copy);
    return copy.rowCount;
  } finally {
    await client.end();
  }
}

async function firstLine(file: string): Promise<string> {
  const handle = await open(file);
  try {
    for await (const line of handle.readLines()) return line;
    throw new Error(`${file} is empty`);
  } finally {
    await handle.close();
  }
}
