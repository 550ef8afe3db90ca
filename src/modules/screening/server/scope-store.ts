import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../platform/access';
import { below, type ReadTrx } from '../../../platform/db';
import type { ScreeningTables } from './tables';

/** Queries over the tables of this module. */
export function tables(trx: ReadTrx) {
  return trx.withTables<ScreeningTables>();
}

/** Whoever runs the transaction, for columns that say who did something. */
export function userOf(trx: ReadTrx): string {
  return trx.context.actor?.userId ?? 'system';
}

/** Rows of a table with `tree` and `path` that lie in a scope; none in a scope of nothing. `alias` names the table. */
export function inScope({ county, areas, schools }: Scope, alias: string): RawBuilder<boolean> {
  if (county) return sql`true`;
  const of = (tree: 'area' | 'school', paths: readonly string[]) =>
    paths.map((path) => sql`(${sql.ref(`${alias}.tree`)} = ${tree} and ${under(path, alias)})`);
  const places = [...of('area', areas), ...of('school', schools)];
  return places.length === 0 ? sql`false` : sql`(${sql.join(places, sql` or `)})`;
}

/** Rows whose `path` lies in a place. */
export function under(path: string, alias: string): RawBuilder<boolean> {
  return below(`${alias}.path`, [path]);
}
