import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { SheetRefusal } from '../../../platform/sheets/index';
import { fileWords } from '../words';

/** A file that is complete but not yet in its place: it is put there whole, or taken away without a trace. */
export type DraftFile = { commit(): Promise<void>; discard(): Promise<void> };

/** Writes a text piece by piece beside its place; whatever goes wrong, an abort too, leaves nothing behind. */
export async function draftText(file: string, pieces: Iterable<string>, signal?: AbortSignal): Promise<DraftFile> {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.part`);
  const discard = () => rm(draft, { force: true });
  try {
    await writePieces(draft, pieces, signal);
  } catch (error) {
    await discard();
    throw refusalFor(file, error);
  }
  return {
    discard,
    async commit() {
      try {
        await rename(draft, file);
      } catch (error) {
        await discard();
        throw refusalFor(file, error);
      }
    },
  };
}

async function writePieces(draft: string, pieces: Iterable<string>, signal: AbortSignal | undefined): Promise<void> {
  const handle = await open(draft, 'w');
  try {
    for (const piece of pieces) {
      signal?.throwIfAborted();
      await handle.writeFile(piece);
    }
  } finally {
    await handle.close();
  }
}

/** What the disk says no to is the user's to mend; everything else is a fault of ours. */
function refusalFor(file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const theirs = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EBUSY', 'EDQUOT', 'EISDIR', 'ENOENT'];
  if (!theirs.some((one) => one === code)) return error;
  return new SheetRefusal('cannotWrite', fileWords.cannotWrite.replace('{file}', path.basename(file)));
}
