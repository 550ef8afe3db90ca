import { type Selectable, sql } from 'kysely';
import { type KeyRing, openField, type SealPlace, sealField } from '../../../platform/crypto';
import { newId, type ReadTrx, type Trx } from '../../../platform/db';
import type { NoteRequest } from '../contract';
import type { Taker } from '../rules/window';
import type { AttendanceTables, ContactRecord } from './tables';

export type StoredContact = Selectable<ContactRecord>;

/** Contacts about some children, oldest first. */
export async function contactsOf(trx: ReadTrx, children: readonly string[]): Promise<readonly StoredContact[]> {
  if (children.length === 0) return [];
  return tables(trx)
    .selectFrom('absence_contact')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('child_id', '=', sql<string>`any(${children}::text[])`)
    .orderBy('noted_at')
    .orderBy('contact_id')
    .execute();
}

/** A contact to be kept: by whom and when it was noted, where that is not the one who asks, now. */
export type ContactDraft = {
  readonly childId: string;
  readonly classPath: string;
  readonly taker: Taker;
  readonly said: NoteRequest;
  readonly noted?: { readonly by: string; readonly at: Date };
};

/** PostgreSQL takes 65,535 parameters a statement; a contact has fourteen. */
const CONTACTS_AT_ONCE = 1000;

/** Keeps contacts; what was said in words is sealed. */
export async function insertContacts(trx: Trx, ring: KeyRing, drafts: readonly ContactDraft[]): Promise<void> {
  for (let at = 0; at < drafts.length; at += CONTACTS_AT_ONCE) {
    const rows = drafts.slice(at, at + CONTACTS_AT_ONCE).map((draft) => contactRow(trx, ring, draft));
    await tables(trx).insertInto('absence_contact').values(rows).execute();
  }
}

function contactRow(trx: Trx, ring: KeyRing, { childId, classPath, taker, said, noted }: ContactDraft): StoredContact {
  const contact_id = newId();
  return {
    ...{ county_id: trx.countyId, contact_id, child_id: childId, class_path: classPath },
    ...{ day: said.day, way: said.way, reached: said.reached, reason: said.reason, promise: said.promise },
    back_day: said.backDay,
    note: said.note === '' ? null : sealField(ring, placeOf(trx, contact_id), said.note),
    noted_by: noted?.by ?? trx.context.actor?.userId ?? 'system',
    ...{ noted_as: taker, noted_at: noted?.at ?? trx.now },
  };
}

/** What was said in words, '' where nothing was. */
export function noteOf(trx: ReadTrx, ring: KeyRing, { contact_id, note }: StoredContact): string {
  return note === null ? '' : openField(ring, placeOf(trx, contact_id), note);
}

function placeOf(trx: ReadTrx, id: string): SealPlace {
  return { countyId: trx.countyId, table: 'absence_contact', column: 'note', id };
}

function tables(trx: ReadTrx) {
  return trx.withTables<AttendanceTables>();
}
