import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../../kernel/refusal';
import type { FileAnswer, Upload } from '../../platform/http';
import { type SheetOut, SheetRefusal, workbookBytes, workbookType } from '../../platform/sheets';

/** Keeps an upload on disk, readable by nobody else, while somebody works on it; what the reader refuses becomes a Refusal. */
export async function withUploaded<T>(upload: Upload, work: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nol-accounts-'));
  try {
    // The name of the file is the user's; only its ending says anything to the reader.
    const file = path.join(folder, `upload${path.extname(upload.name).slice(0, 8)}`);
    await pipeline(upload.stream, createWriteStream(file, { mode: 0o600 }));
    try {
      return await work(file);
    } catch (error) {
      if (error instanceof SheetRefusal) throw new Refusal('unprocessable', 'sheet-refused', { zh: error.message, en: error.en });
      throw error;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A workbook as an answer. */
export async function workbookAnswer(name: string, sheets: Iterable<SheetOut>): Promise<FileAnswer> {
  return { name, mediaType: workbookType, body: await workbookBytes(sheets) };
}
