import type { CoreTables, ReadTrx, Trx } from '../db';
import type { StoredFile } from './files';

type Tables = Pick<CoreTables, 'stored_file'>;

/** Makes a file that lies on the disk a fact; until then it is nobody's and is swept away. */
export async function insertFile(trx: Trx, file: StoredFile): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('stored_file')
    .values({
      county_id: trx.countyId,
      file_id: file.fileId,
      name: file.name,
      size: file.size,
      sha256: file.sha256,
      media_type: file.mediaType,
      purpose: file.purpose,
      stored_by: trx.context.actor?.userId ?? null,
      stored_at: trx.now,
      discarded_at: null,
    })
    .execute();
}

/** What is known of a file, or undefined when it is not there any more. */
export async function findFile(trx: ReadTrx, fileId: string): Promise<StoredFile | undefined> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('stored_file')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('file_id', '=', fileId)
    .where('discarded_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { file_id: fileId_, name, size, sha256, media_type: mediaType, purpose } = row;
  return { fileId: fileId_, name, size, sha256, mediaType, purpose };
}

/** Says of a file that its content is not kept any longer; afterwards nobody finds it, and the folder may remove it. */
export async function discardFile(trx: Trx, fileId: string): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('stored_file')
    .set({ discarded_at: trx.now })
    .where('county_id', '=', trx.countyId)
    .where('file_id', '=', fileId)
    .execute();
}

/** The ids of all files that count, for the sweep. */
export async function keptFiles(trx: ReadTrx): Promise<ReadonlySet<string>> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('stored_file')
    .select('file_id')
    .where('county_id', '=', trx.countyId)
    .where('discarded_at', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.file_id));
}
