import type { ReadTrx } from '../../../platform/db';
import { countyOfAreas } from '../rules/area-tree';
import { type Gazetteer, makeGazetteer } from '../rules/county';
import { kazuo } from '../rules/kazuo';
import { listAreaNames, listAreas } from './store';

/**
 * The places of the county as it keeps them today, arranged for look-ups in addresses; former names still find their place.
 * Throws where the county has no table of places yet. Takes some milliseconds: keep it for a whole run.
 */
export async function loadGazetteer(trx: ReadTrx): Promise<Gazetteer> {
  const shipped = kazuo();
  // Another county's addresses are read by their suffixes where the names of its city and province are not known.
  const above = trx.countyId === shipped.code ? shipped.above : [];
  return makeGazetteer(countyOfAreas(await listAreas(trx), await listAreaNames(trx), above));
}
