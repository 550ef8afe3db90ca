import path from 'node:path';
import { kazuo } from '../modules/area';
import { seedAreas } from '../modules/area/server';
import { seedCalendar } from '../modules/calendar/server';
import { countChildren } from '../modules/standing/server';
import { insertCounty } from '../platform/county';
import type { KeyRing } from '../platform/crypto';
import { type Context, type Db, newId, transact } from '../platform/db';
import type { House } from '../platform/house';
import type { JobWork } from '../platform/jobs';
import { COUNTY, type OpenHouse, onClock } from './open-house';
import { settleLists, works } from './wiring';

/** What the loader of the demo county is given; it stands outside the product and knows how a county is made up. */
export type DemoHouse = {
  readonly db: Db;
  readonly house: House;
  readonly works: Readonly<Record<string, JobWork<House>>>;
  /** where the registers lie as files, for whoever wants to import them by hand */ readonly folder: string;
  /** compares what was imported and counts every child */ settle(context: Context): Promise<void>;
  /** counts whoever waits to be counted */ count(context: Context): Promise<void>;
  tell(step: DemoStep): void;
};
export type DemoStep = 'registers' | 'import' | 'settle' | 'rolls';

/** Fills the books of a demo county; cli.ts hands it in, because the tools stay outside the product. */
export type LoadDemo = {
  /** the moment at which the demo county begins to live */ readonly begins: Date;
  /** without `lists` the registers lie ready as files and nothing is imported */
  load(into: DemoHouse, context: Context, lists: boolean): Promise<void>;
  /** brings what nobody waits for, once the pages are there, and goes on with it after a restart; answers whether there was any */
  loadOlder(into: { readonly db: Db; readonly ring: KeyRing }, signal: AbortSignal): Promise<boolean>;
};

/** A demo county to be opened: how it is filled, with its lists imported or not, and who hears how far it is. */
export type DemoWish = { readonly loader: LoadDemo; readonly lists: boolean; tell(step: DemoStep): void };

/** The day from which the shipped table of places holds: the statistics bureau's table of 2023. */
const PLACES_SINCE = '2023-06-30';

/** Opens the books of the county: its row, its trail, its places; with `demo` also everything a demo county has. */
export async function beginCounty(house: OpenHouse, wish: DemoWish | undefined): Promise<OpenHouse> {
  const clockShiftMs = wish ? wish.loader.begins.getTime() - Date.now() : 0;
  const county = { ...COUNTY, demo: wish !== undefined, clockShiftMs };
  const begun = { ...house, county, db: onClock(house.db, clockShiftMs) };
  const context: Context = { actor: null, requestId: newId(), source: 'command' };
  await transact(begun.db, context, async (trx) => {
    await insertCounty(trx, county);
    const areas = await seedAreas(trx, kazuo(), PLACES_SINCE);
    const terms = await seedCalendar(trx);
    const detail = { areas, terms, demo: county.demo };
    return { result: undefined, changes: [{ act: 'county.open', object: `county:${county.countyId}`, detail }] };
  });
  if (wish) await wish.loader.load(demoHouse(begun, wish), context, wish.lists);
  return begun;
}

function demoHouse({ db, ring, files }: OpenHouse, { tell }: DemoWish): DemoHouse {
  const house = { ring, files, wakeJobs: () => undefined };
  const settle = (context: Context) => settleLists({ db, context, ring });
  const count = async (context: Context) => {
    await countChildren({ db, context });
  };
  return { db, house, works, folder: path.resolve('data', 'demo'), settle, count, tell };
}
