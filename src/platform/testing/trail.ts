import { type CoreTables, readAs } from '../db';
import type { TestHouse } from './house';

type Line = { readonly act: string; readonly object: string; readonly user: string | null; readonly detail: unknown };

/** The lines of the trail about objects that begin so (`export:`), oldest first, those of several people at one moment in no order: what was done, to what, by whom. */
export async function trailOf({ db, system }: TestHouse, begins: string): Promise<readonly Line[]> {
  return readAs(db, system, async (trx) => {
    const rows = await trx
      .withTables<CoreTables>()
      .selectFrom('audit_line')
      .select(['act', 'object', 'user_id', 'detail', 'at', 'seq'])
      .where('object', 'like', `${begins}%`)
      .orderBy('at')
      .orderBy('seq')
      .execute();
    return rows.map(({ act, object, user_id: user, detail }) => ({ act, object, user, detail }));
  });
}
