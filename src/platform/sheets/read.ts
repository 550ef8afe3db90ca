import path from 'node:path';
import { type Reader, startReader } from './child';
import { type Frame, sheetOf } from './frames';
import { limitsWith } from './limits';
import { type FilePreview, type PackedSheet, type ReadOptions, type SheetPick, SheetRefusal } from './types';

/** Says, after a look at the top of a file, which columns of which sheets are wanted; nothing = the file is left alone. */
export type Choose = (preview: FilePreview) => readonly SheetPick[] | Promise<readonly SheetPick[]>;

/**
 * Reads the columns that `choose` picks, in a process of its own. A file that cannot be read, is hostile or costs too much
 * ends in a `SheetRefusal`; an abort in the signal's reason; only a fault of the program in any other error.
 */
export async function readSheets(file: string, choose: Choose, options: ReadOptions = {}): Promise<PackedSheet[]> {
  const sheets: PackedSheet[] = [];
  await converse(file, false, options, (frame, blobs, reader) => {
    if (frame.says === 'preview') answer(reader, choose, frame.preview);
    if (frame.says === 'sheet') sheets.push(sheetOf(frame.sheet, frame.columns, blobs));
  });
  return sheets;
}

/** Looks at the top of a file without reading the rest; refuses what `readSheets` would refuse on opening. */
export async function previewFile(file: string, options: ReadOptions = {}): Promise<FilePreview> {
  let found: FilePreview | undefined;
  await converse(file, true, options, (frame) => {
    if (frame.says === 'preview') found = frame.preview;
  });
  if (!found) throw new Error(`the sheet reader ended without a word about ${file}`);
  return found;
}

type OnFrame = (frame: Frame, blobs: readonly Uint8Array[], reader: Reader) => void;

async function converse(file: string, previewOnly: boolean, options: ReadOptions, onFrame: OnFrame): Promise<void> {
  options.signal?.throwIfAborted();
  const task = { path: path.resolve(file), limits: limitsWith(options.limits), previewOnly };
  let finished = false;
  const reader = startReader(task, options.signal, (frame, blobs) => {
    if (frame.says === 'refused') throw new SheetRefusal(frame.code, frame.message, frame.en);
    if (frame.says === 'fault') throw new Error(`the sheet reader failed on ${file}: ${frame.stack}`);
    if (frame.says === 'progress') options.onProgress?.(frame.rows);
    if (frame.says === 'done') finished = true;
    onFrame(frame, blobs, reader);
  });
  await reader.ended.catch((error: unknown) => {
    throw error instanceof SheetRefusal && options.called !== undefined ? renamed(error, file, options.called) : error;
  });
  if (!finished) throw new Error(`the sheet reader ended before it was done with ${file}`);
}

/** The same refusal of a file that people know by another name than that of its path. */
function renamed(refusal: SheetRefusal, file: string, name: string): SheetRefusal {
  const called = path.basename(file);
  const { code, message, en } = refusal;
  if (called === name || !message.includes(`“${called}”`)) return refusal;
  return new SheetRefusal(code, message.replace(`“${called}”`, `“${name}”`), en.replace(`"${called}"`, `"${name}"`));
}

/** The choice may take its time, or fail; then the child is not left waiting. */
function answer(reader: Reader, choose: Choose, preview: FilePreview): void {
  Promise.resolve(preview).then(choose).then(reader.pick, reader.stop);
}
