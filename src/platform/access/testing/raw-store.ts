import { sql } from 'kysely';
import type { Database, ReadTrx } from '../../db';

/** Runs a statement as it is written, as somebody would who has got hold of the database; answers with the rows. */
export async function rawSql<Row = Record<string, unknown>>(
  where: Database | ReadTrx,
  statement: string,
): Promise<readonly Row[]> {
  const door = 'kysely' in where ? where.kysely : where.withTables<Record<never, never>>();
  return (await sql.raw<Row>(statement).execute(door)).rows;
}
