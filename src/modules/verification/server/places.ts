import type { ReadTrx } from '../../../platform/db';
import { listAllSchools, listAreas } from '../../area/server/index';
import { officeOf, type Unit } from '../rules/units';

/** The names of the places that are asked. */
export type PlaceNames = (unit: Unit) => { readonly zh: string; readonly en: string };

/** Reads the names of all places once; a place that is known by no name stands as the bureau's own list. */
export async function placeNames(trx: ReadTrx): Promise<PlaceNames> {
  const areas = new Map((await listAreas(trx)).map(({ path, name }) => [path, name]));
  const schools = new Map((await listAllSchools(trx)).map(({ path, name }) => [path, name]));
  return (unit) => {
    const office = officeOf(unit);
    if (office.path === `${trx.countyId}/`) return { zh: '县教育局', en: 'county bureau' };
    const known = unit.tree === 'school' ? schools : areas;
    const names = [known.get(office.path), unit.tree === 'area' ? areas.get(unit.path) : undefined];
    const said = [...new Set(names.filter((name) => name !== undefined))].join(' ');
    return said === '' ? { zh: '未知单位', en: 'unknown place' } : { zh: said, en: said };
  };
}
