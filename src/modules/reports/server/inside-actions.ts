import { absent } from '../../../kernel/refusal';
import { type Context, type Db, readAs } from '../../../platform/db';
import { childLine, listLines } from '../../children/server/index';
import type { InsideView } from '../contract';
import { permissions } from '../permissions';
import { things } from '../words';
import { scopeFor } from './asking';
import { childrenOfExport, findExport } from './export-store';
import { sightOf } from './export-view';

/** A page of those who were in what left, in the order of their records; empty until it has left. */
export async function readInside(
  db: Db,
  context: Context,
  id: string,
  page: { page: number; size: number },
): Promise<InsideView> {
  return readAs(db, context, async (trx) => {
    const row = await findExport(trx, sightOf(trx), id);
    if (row === undefined) throw absent(things.export);
    if (row.taken_at === null) return { rows: [], total: 0, elsewhere: 0, ...page };
    const { ids, total } = await childrenOfExport(trx, id, page);
    const found = await listLines(trx, scopeFor(context, permissions['export.register']), ids);
    const lines = new Map(found.map((child) => [child.child_id, childLine(child)]));
    const rows = ids.flatMap((child) => lines.get(child) ?? []);
    return { rows, total, elsewhere: ids.length - rows.length, ...page };
  });
}
