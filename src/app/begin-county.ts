import { kazuo } from '../modules/area';
import { seedAreas } from '../modules/area/server';
import { seedCalendar } from '../modules/calendar/server';
import { insertCounty } from '../platform/county';
import { type Context, newId, transact } from '../platform/db';
import { COUNTY, type OpenHouse, onClock } from './open-house';

/** Fills the books of a demo county; cli.ts hands it in, because the tools stay outside the product. */
export type LoadDemo = {
  /** the moment at which the demo county begins to live */ readonly begins: Date;
  load(house: OpenHouse, context: Context): Promise<void>;
};

/** The day from which the shipped table of places holds: the statistics bureau's table of 2023. */
const PLACES_SINCE = '2023-06-30';

/** Opens the books of the county: its row, its trail, its places; with `demo` also everything a demo county has. */
export async function beginCounty(house: OpenHouse, demo: LoadDemo | undefined): Promise<OpenHouse> {
  const clockShiftMs = demo ? demo.begins.getTime() - Date.now() : 0;
  const county = { ...COUNTY, demo: demo !== undefined, clockShiftMs };
  const begun = { ...house, county, db: onClock(house.db, clockShiftMs) };
  const context: Context = { actor: null, requestId: newId(), source: 'command' };
  await transact(begun.db, context, async (trx) => {
    await insertCounty(trx, county);
    const areas = await seedAreas(trx, kazuo(), PLACES_SINCE);
    const terms = await seedCalendar(trx);
    const detail = { areas, terms, demo: county.demo };
    return { result: undefined, changes: [{ act: 'county.open', object: `county:${county.countyId}`, detail }] };
  });
  await demo?.load(begun, context);
  return begun;
}
