import type { KeyRing } from '../../../platform/crypto';
import type { ReadTrx } from '../../../platform/db';
import type { ChildView } from '../contract';
import { permissions } from '../permissions';
import { things } from '../words';
import { found, scopeFor } from './asking';
import { childView } from './child-view';
import { type ChildRow, findChild } from './read-store';
import { openReveals } from './reveal-store';

/** A child of the asker's places, or the refusal that does not tell "not there" from "not yours". */
export async function childFor(trx: ReadTrx, id: string): Promise<ChildRow> {
  return found(await findChild(trx, scopeFor(trx.context, permissions['child.find']), id), things.child);
}

/** The record of a child for its page, with what may be shown in full in this session at this moment. */
export async function viewChild(trx: ReadTrx, ring: KeyRing, sessionId: string, id: string): Promise<ChildView> {
  const row = await childFor(trx, id);
  return childView(trx, ring, row, await openReveals(trx, row.child_id, sessionId));
}
