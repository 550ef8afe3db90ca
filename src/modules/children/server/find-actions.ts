import { blindIndex, type KeyRing } from '../../../platform/crypto';
import { type Context, type Db, readAs, transact } from '../../../platform/db';
import type { ChildLine } from '../contract';
import { permissions } from '../permissions';
import { scopeFor } from './asking';
import { childLine } from './child-view';
import { normalSearch } from './name-keys';
import { typedNumbers } from './numbers';
import { findByName, findByNumber } from './read-store';

/** What fits on a page without scrolling; whoever gets more types more. */
const mostHits = 20;

type Found = { readonly rows: readonly ChildLine[]; readonly more: boolean };

/** Children of the asker's places whose name, pinyin or initials begin with what was typed. */
export async function searchByName(db: Db, context: Context, typed: string): Promise<Found> {
  const key = normalSearch(typed);
  if (key === '') return { rows: [], more: false };
  return readAs(db, context, async (trx) => {
    const { rows, more } = await findByName(trx, scopeFor(context, permissions['child.find']), key, mostHits);
    return { rows: rows.map(childLine), more };
  });
}

/**
 * Children of the asker's places with just this ID, student or telephone number. Noted in the trail with how many there were,
 * because a search by number tells whom a number belongs to (SEC-22); the number itself is noted nowhere.
 */
export async function searchByNumber(db: Db, context: Context, ring: KeyRing, typed: string): Promise<Found> {
  const numbers = typedNumbers(typed).map(({ purpose, text }) => blindIndex(ring, purpose, text));
  return transact(db, context, async (trx) => {
    const scope = scopeFor(context, permissions['child.find']);
    const hits = numbers.length === 0 ? { rows: [], more: false } : await findByNumber(trx, scope, numbers, mostHits);
    const result = { rows: hits.rows.map(childLine), more: hits.more };
    return { result, changes: [{ act: 'child.find-number', object: '-', detail: { found: result.rows.length } }] };
  });
}
