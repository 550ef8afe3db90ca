import { createHmac } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Scope } from '../access';
import type { CoreTables } from './core-tables';

/** What row-level security is told at the start of a transaction; see `nol_scope()` in migration 0001. */
export type SealedScope = {
  readonly county: string;
  readonly user?: string;
  /** the server itself: log-in, work in the background */ readonly system?: boolean;
  readonly everywhere?: boolean;
  /** paths, as PostgreSQL writes a list */ readonly areas?: string;
  /** the same in the other tree */ readonly schools?: string;
};

/** The scope of a person in the words of the database. */
export function sealedScope(county: string, user: string, scope: Scope): SealedScope {
  return { county, user, everywhere: scope.county, areas: listText(scope.areas), schools: listText(scope.schools) };
}

/** `repeatable read` sees one moment of the whole database, however long it reads. */
export type TransactionMode = 'read only' | 'read write' | 'isolation level repeatable read read only';

/**
 * When a statement is planned. `once`: for reads that find few rows by an index, whatever is asked for. Left to itself PostgreSQL
 * plans those anew each time, because it takes a range of unknown ends for a wide one: 1.6 ms for a name, of which 0.1 ms is finding
 * it. `fit`: PostgreSQL decides; what is chosen from many rows needs it (a page of the ledger: 17 ms, and 76 ms planned once).
 */
export type Plans = 'once' | 'fit';

const planning: Readonly<Record<Plans, string>> = { once: '; set local plan_cache_mode = force_generic_plan', fit: '' };

/** Begins a transaction with its scope in one exchange with the server. */
export async function beginScoped(
  connection: Kysely<CoreTables>,
  key: Buffer,
  scope: SealedScope,
  mode: TransactionMode,
  plans: Plans,
): Promise<void> {
  await sql.raw(`${beginStatement(key, scope, mode)}${planning[plans]}`).execute(connection);
}

/** The statements that begin a transaction with its scope, for the few who speak to PostgreSQL without the query builder. */
export function beginStatement(key: Buffer, scope: SealedScope, mode: TransactionMode): string {
  const said = JSON.stringify(scope);
  const seal = createHmac('sha256', key).update(said).digest('hex');
  return `begin ${mode}; set local nol.scope = ${literal(said)}; set local nol.seal = ${literal(seal)}`;
}

function listText(paths: readonly string[]): string {
  return `{${paths.map((path) => `"${path.replaceAll(/["\\]/g, '\\$&')}"`).join()}}`;
}

/** SET takes no parameters; with standard_conforming_strings (refused otherwise at the start) doubling quotes is all it needs. */
function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
