import type { Trx } from '../../../platform/db';
import { areasOfCounty } from '../rules/area-tree';
import type { County } from '../rules/county';
import type { GridKind, GridOwner } from '../rules/grid-owner';
import type { School } from '../rules/school';
import type { SchoolClass } from '../rules/school-class';
import { insertClasses } from './class-store';
import { insertOwners } from './owner-store';
import { insertSchools } from './school-store';
import { insertAreas, listAreas, lockPlaces } from './store';

const SHIPPED = '随程序提供';

/** Writes a shipped table of places, valid from a day, into a county that has none; answers with how many, 0 when it had some. */
export async function seedAreas(trx: Trx, county: County, from: string): Promise<number> {
  await lockPlaces(trx);
  if ((await listAreas(trx)).length > 0) return 0;
  const areas = areasOfCounty(county, from);
  await insertAreas(trx, areas, SHIPPED);
  return areas.length;
}

/** Schools, classes and owners that belong together, as a demo county brings them; nothing is checked but by the database. */
export type SeededSchools = {
  readonly schools: readonly School[];
  readonly classes: readonly (SchoolClass & { readonly areaPath: string })[];
  readonly owners: readonly (GridOwner & { readonly kind: GridKind; readonly areaPath: string })[];
};

/** Writes the schools of a county at once, with their classes and owners. */
export async function seedSchools(trx: Trx, { schools, classes, owners }: SeededSchools): Promise<void> {
  await insertSchools(trx, schools, SHIPPED);
  for (let at = 0; at < classes.length; at += ROWS_AT_ONCE) await insertClasses(trx, classes.slice(at, at + ROWS_AT_ONCE));
  for (let at = 0; at < owners.length; at += ROWS_AT_ONCE) await insertOwners(trx, owners.slice(at, at + ROWS_AT_ONCE), SHIPPED);
}

/** PostgreSQL takes 65,535 parameters a statement; a row has at most 20. */
const ROWS_AT_ONCE = 2_000;
