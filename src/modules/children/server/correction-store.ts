import { type KeyRing, openField, type SealPlace, sealField } from '../../../platform/crypto';
import { newId, type ReadTrx, type Trx } from '../../../platform/db';
import type { ChildField, ChildValues, Corrections } from '../rules/child-values';
import { inPieces } from './bulk-store';
import type { ChildrenTables } from './tables';

/** What a person put right, as it stands in the record of the child. */
export type StoredCorrection = {
  readonly correctionId: string;
  readonly childId: string;
  readonly field: ChildField;
  readonly values: ChildValues;
  readonly reason: string;
  readonly fileId: string | null;
  readonly saidBy: string;
  readonly saidAt: Date;
};

/** What people put right of some children and have not taken back. */
export async function correctionsOf(
  trx: ReadTrx,
  ring: KeyRing,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredCorrection[]>> {
  const found = new Map<string, StoredCorrection[]>();
  for (const piece of inPieces(ids)) {
    const rows = await tables(trx)
      .selectFrom('child_correction')
      .selectAll()
      .where('county_id', '=', trx.countyId)
      .where('child_id', 'in', piece)
      .where('withdrawn_at', 'is', null)
      .orderBy('said_at')
      .execute();
    for (const row of rows) {
      const stored = {
        correctionId: row.correction_id,
        childId: row.child_id,
        field: row.field as ChildField,
        values: JSON.parse(openField(ring, placeOf(trx, row.correction_id), row.value)),
        reason: row.reason,
        fileId: row.file_id,
        saidBy: row.said_by,
        saidAt: row.said_at,
      };
      found.set(row.child_id, [...(found.get(row.child_id) ?? []), stored]);
    }
  }
  return found;
}

/** What people put right of some records and took back, without what they said. */
export type CorrectionNote = {
  readonly field: string;
  readonly reason: string;
  readonly saidBy: string;
  readonly saidAt: Date;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: Date | null;
};

/** Every correction of some records, those that were taken back too. */
export async function listCorrections(trx: ReadTrx, ids: readonly string[]): Promise<readonly CorrectionNote[]> {
  const rows = await tables(trx)
    .selectFrom('child_correction')
    .select(['field', 'reason', 'said_by', 'said_at', 'withdrawn_by', 'withdrawn_at'])
    .where('county_id', '=', trx.countyId)
    .where('child_id', 'in', ids)
    .orderBy('said_at')
    .execute();
  return rows.map((row) => ({
    field: row.field,
    reason: row.reason,
    saidBy: row.said_by,
    saidAt: row.said_at,
    withdrawnBy: row.withdrawn_by,
    withdrawnAt: row.withdrawn_at,
  }));
}

/** What was put right, as the rule about winners wants it. */
export function asCorrections(list: readonly StoredCorrection[] | undefined): Corrections {
  return Object.fromEntries((list ?? []).map(({ field, values }) => [field, values]));
}

/** Writes what a person put right; what was put right before in this field is taken back. */
export async function insertCorrection(
  trx: Trx,
  ring: KeyRing,
  draft: Pick<StoredCorrection, 'childId' | 'field' | 'values' | 'reason' | 'fileId'>,
): Promise<string> {
  const correctionId = newId();
  await withdrawCorrection(trx, draft.childId, draft.field);
  await tables(trx)
    .insertInto('child_correction')
    .values({
      county_id: trx.countyId,
      correction_id: correctionId,
      child_id: draft.childId,
      field: draft.field,
      value: sealField(ring, placeOf(trx, correctionId), JSON.stringify(draft.values)),
      reason: draft.reason,
      file_id: draft.fileId,
      said_by: trx.context.actor?.userId ?? 'system',
      said_at: trx.now,
      withdrawn_by: null,
      withdrawn_at: null,
    })
    .execute();
  return correctionId;
}

/** Takes back what was put right in a field; answers whether there was anything. */
export async function withdrawCorrection(trx: Trx, childId: string, field: ChildField): Promise<boolean> {
  const { numUpdatedRows } = await tables(trx)
    .updateTable('child_correction')
    .set({ withdrawn_by: trx.context.actor?.userId ?? 'system', withdrawn_at: trx.now })
    .where('county_id', '=', trx.countyId)
    .where('child_id', '=', childId)
    .where('field', '=', field)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function placeOf(trx: ReadTrx, id: string): SealPlace {
  return { countyId: trx.countyId, table: 'child_correction', column: 'value', id };
}

function tables(trx: ReadTrx) {
  return trx.withTables<ChildrenTables>();
}
