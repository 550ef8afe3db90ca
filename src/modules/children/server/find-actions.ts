import type { Scope } from '../../../platform/access';
import { blindIndex, type KeyRing } from '../../../platform/crypto';
import { type Context, type Db, type ReadTrx, readAs, transact } from '../../../platform/db';
import type { ChildLine } from '../contract';
import { permissions } from '../permissions';
import { scopeFor } from './asking';
import { childLine } from './child-view';
import { normalSearch, soundsOf } from './name-keys';
import { idForm, typedNumbers } from './numbers';
import { findByName, findByNumber, type Hits, listLines, numberOwners } from './read-store';

/** What fits on a page without scrolling; whoever gets more types more. */
const mostHits = 20;

type Found = { readonly rows: readonly ChildLine[]; readonly more: boolean; readonly alike: boolean };

/**
 * Children of the asker's places whose name, pinyin or initials begin with what was typed. Where none is written so, those that
 * are read alike: a name is heard before it is written, and 其其格 is 琪琪格 in the next list.
 */
export async function searchByName(db: Db, context: Context, typed: string): Promise<Found> {
  return readAs(
    db,
    context,
    async (trx) => {
      const { rows, more, alike } = await namedChildren(trx, scopeFor(context, permissions['child.find']), typed);
      return { rows: rows.map(childLine), more, alike };
    },
    'once',
  );
}

/** The same within a transaction, with the birthdays. */
export async function namedChildren(trx: ReadTrx, scope: Scope, typed: string): Promise<Hits & { readonly alike: boolean }> {
  const key = normalSearch(typed);
  if (key === '') return { rows: [], more: false, alike: false };
  const written = await findByName(trx, scope, [key], mostHits);
  if (written.rows.length > 0) return { ...written, alike: false };
  const sounds = soundsOf(typed);
  if (sounds.length === 0) return { rows: [], more: false, alike: false };
  const heard = await findByName(trx, scope, sounds, mostHits);
  return { ...heard, alike: heard.rows.length > 0 };
}

/** Children of a scope that have this ID, student or telephone number in any of their rows. */
export async function numberedChildren(trx: ReadTrx, ring: KeyRing, scope: Scope, typed: string): Promise<Hits> {
  const numbers = typedNumbers(typed).map(({ purpose, text }) => blindIndex(ring, purpose, text));
  return numbers.length === 0 ? { rows: [], more: false } : findByNumber(trx, scope, numbers, mostHits);
}

/** Children of a scope by the ID numbers that a list gives for them, in whatever form it writes them; none for a number of nobody. */
export async function childrenByIdNumber(
  trx: ReadTrx,
  ring: KeyRing,
  scope: Scope,
  typed: readonly string[],
): Promise<ReadonlyMap<string, Hits['rows']>> {
  const keys = new Map(typed.map((text) => [text, blindIndex(ring, 'id-number', idForm(text).text).toString('hex')]));
  const owners = new Map<string, Set<string>>();
  const wanted = [...new Set(keys.values())].map((key) => Buffer.from(key, 'hex'));
  for (const { number, child_id } of await numberOwners(trx, wanted)) {
    const key = number.toString('hex');
    owners.set(key, (owners.get(key) ?? new Set()).add(child_id));
  }
  const ids = [...new Set([...owners.values()].flatMap((some) => [...some]))];
  const lines = new Map((await listLines(trx, scope, ids)).map((line) => [line.child_id, line]));
  return new Map([...keys].map(([text, key]) => [text, [...(owners.get(key) ?? [])].flatMap((id) => lines.get(id) ?? [])]));
}

/**
 * Children of the asker's places with just this ID, student or telephone number. Noted in the trail with how many there were,
 * because a search by number tells whom a number belongs to (SEC-22); the number itself is noted nowhere.
 */
export async function searchByNumber(db: Db, context: Context, ring: KeyRing, typed: string): Promise<Found> {
  return transact(db, context, async (trx) => {
    const scope = scopeFor(context, permissions['child.find']);
    const hits = await numberedChildren(trx, ring, scope, typed);
    const result = { rows: hits.rows.map(childLine), more: hits.more, alike: false };
    return { result, changes: [{ act: 'child.find-number', object: '-', detail: { found: result.rows.length } }] };
  });
}
