import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../../kernel/refusal';
import { type Choose, readSheets } from './read';
import { type PackedSheet, SheetRefusal } from './types';

/**
 * Reads a sheet that somebody sent as `readSheets` does; on the disk meanwhile, readable by nobody else, and gone afterwards. What
 * the reader refuses becomes a Refusal that calls the file what its sender calls it.
 */
export async function readUploaded(
  { name, stream }: { readonly name: string; readonly stream: Readable },
  choose: Choose,
): Promise<readonly PackedSheet[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nol-sheet-'));
  try {
    // The name of the file is the user's; only its ending says anything to the reader.
    const file = path.join(folder, `upload${path.extname(name).slice(0, 8)}`);
    await pipeline(stream, createWriteStream(file, { mode: 0o600 }));
    return await readSheets(file, choose, { called: name });
  } catch (error) {
    if (error instanceof SheetRefusal) throw new Refusal('unprocessable', 'sheet-refused', { zh: error.message, en: error.en });
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
