import { findCounty, insertCounty } from '../platform/county';
import { type Context, newId, readAs, transact } from '../platform/db';
import { readArguments } from './arguments';
import { readConfig } from './config';
import { logLine } from './log';
import { COUNTY, type OpenHouse, openHouse } from './open-house';
import { serve } from './serve';
import { say } from './words';

const server: Context = { actor: null, requestId: 'start', source: 'command' };

/** `nol start`: opens the data folder, brings the schema up to date, serves until Ctrl-C. 'help' when that is all that is wanted. */
export async function runStart(args: readonly string[]): Promise<'help' | undefined> {
  const typed = readArguments('start', args, {});
  if (typed.has('help')) return 'help';
  const { lang } = typed;
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  console.log(say(lang, 'starting'));
  const house = await openHouse(readConfig(process.env), logLine);
  try {
    await openBooks(house);
    const serving = await serve(house, logLine);
    console.log(say(lang, 'serving', { name: serving.address }));
    await stopped;
    console.log(say(lang, 'stopping'));
    await serving.stop();
  } finally {
    await house.close();
  }
  return undefined;
}

/** `nol migrate`: brings the schema up to date and ends. */
export async function runMigrate(args: readonly string[]): Promise<'help' | undefined> {
  const typed = readArguments('migrate', args, {});
  if (typed.has('help')) return 'help';
  const house = await openHouse(readConfig(process.env), logLine);
  await house.close();
  console.log(say(typed.lang, 'migrated'));
  return undefined;
}

/** The county's row and its empty trail, once. */
async function openBooks({ db }: OpenHouse): Promise<void> {
  if (await readAs(db, server, findCounty)) return;
  await transact(db, { ...server, requestId: newId() }, async (trx) => {
    await insertCounty(trx, { ...COUNTY, demo: false });
    return { result: undefined, changes: [{ act: 'county.open', object: `county:${COUNTY.countyId}` }] };
  });
}
