import type { KyselyPlugin } from 'kysely';
import type { Trx } from '../../../platform/db';

/** The same transaction, and how many statements a store has sent through it so far. */
export function countingQueries(trx: Trx): { readonly trx: Trx; readonly queries: () => number } {
  let queries = 0;
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      queries += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const withTables = () => trx.withTables().withPlugin(counting);
  return { trx: Object.assign(Object.create(trx), { withTables }), queries: () => queries };
}
