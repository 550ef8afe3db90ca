import { absent } from '../../../kernel/refusal';
import type { KeyRing } from '../../../platform/crypto';
import { type Context, type Db, transact } from '../../../platform/db';
import type { RevealRequest } from '../contract';
import { permissions } from '../permissions';
import { revealReasons, things } from '../words';
import { found, refusal, scopeFor } from './asking';
import { placeOf, sealedText, sightOf } from './child-view';
import { findChild } from './read-store';
import { insertReveal } from './reveal-store';
import { sourcesOfChildren } from './source-store';

/** So long a revealed field stays on the page without asking again (PRV-07). */
export const SHOWN_SECONDS = 5 * 60;
/** A reason of one's own says something only from here on (PRV-07). */
const leastReason = 6;

export type Revealed = { readonly field: RevealRequest['field']; readonly value: string; readonly secondsLeft: number };

/** Refuses to show anything for a reason that is none of the list and too short to say something (PRV-07). */
export function assertReason(reason: string): void {
  if (!Object.hasOwn(revealReasons, reason) && Array.from(reason.trim()).length < leastReason) {
    const zh = '没有显示：请选一个理由，或用至少六个字写明理由。';
    throw refusal('unprocessable', 'no-reason', zh, 'Not shown: choose a reason, or write one of at least six characters.');
  }
}

/** Shows one masked field of one child in full, for a reason, to this session for five minutes; one line in the trail. */
export async function reveal(
  db: Db,
  context: Context,
  ring: KeyRing,
  sessionId: string,
  id: string,
  { field, row, reason }: RevealRequest,
): Promise<Revealed> {
  assertReason(reason);
  return transact(db, context, async (trx) => {
    const child = found(await findChild(trx, scopeFor(context, permissions['child.find']), id), things.child);
    if (!sightOf(context, placeOf(child)).whole(field)) throw notYours();
    const value = row === undefined ? sealedText(trx, ring, child, field) : await textOfRow(row);
    if (value === '') throw absent(things.field);
    const until = new Date(trx.now.getTime() + SHOWN_SECONDS * 1000);
    await insertReveal(trx, {
      childId: child.child_id,
      field: row === undefined ? field : `${field}@${row}`,
      sessionId,
      reason,
      until,
    });
    const detail = { field, ...(row === undefined ? {} : { row }) };
    const change = { act: 'child.reveal', object: `child:${child.child_id}`, reason, detail };
    return { result: { field, value, secondsLeft: SHOWN_SECONDS }, changes: [change] };

    async function textOfRow(name: string): Promise<string> {
      const rows = (await sourcesOfChildren(trx, ring, [child?.child_id ?? ''])).get(child?.child_id ?? '') ?? [];
      const source = found(
        rows.find((one) => `${one.kind}:${one.rowKey}` === name && sightOf(context, placeOf(child)).list(one.kind)),
        things.row,
      );
      return source.values[field] ?? '';
    }
  });
}

function notYours() {
  const zh = '没有显示：您的岗位不能查看这一项的完整内容。工作需要时请联系学籍员或县教育局。';
  return refusal(
    'forbidden',
    'field-not-yours',
    zh,
    'Not shown: your role may not see this in full. Ask the registrar or the bureau.',
  );
}
