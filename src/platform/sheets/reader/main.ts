// The reading process: opens one file, sends its preview, is told the columns, sends them, ends. Nothing else runs in it, so
// whatever a hostile file does to it ends with it.
import { Console } from 'node:console';
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { encodeFrame, type Frame, type Picks, sheetBlobs, type Task } from '../frames';
import { SheetRefusal } from '../types';
import { refusal } from '../words';
import { openFile } from './open';

// stdout carries the frames; what a package prints must not get between them.
globalThis.console = new Console(process.stderr);

const progressEvery = 100;

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

async function told<T>(): Promise<T | undefined> {
  const line = await lines.next();
  return line.done ? undefined : JSON.parse(line.value);
}

function send(frame: Frame, blobs: readonly Uint8Array[] = []): void {
  for (const piece of encodeFrame(frame, blobs)) writeAll(piece);
}

function writeAll(piece: Uint8Array): void {
  for (let written = 0; written < piece.length; ) {
    try {
      written += writeSync(1, piece, written);
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
  }
}

/** Some systems hand the child a pipe that does not block; then the write is simply tried again. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EAGAIN';
}

async function serve(task: Task): Promise<void> {
  const file = await openFile(task.path, task.limits);
  send({ says: 'preview', preview: await file.preview() });
  const picks = task.previewOnly ? [] : await told<Picks>();
  // The parent has gone; there is nobody to read for.
  if (picks === undefined) return;
  let saidAt = 0;
  let before = 0;
  function progress(rows: number): void {
    const now = Date.now();
    if (now - saidAt < progressEvery) return;
    saidAt = now;
    send({ says: 'progress', rows: before + rows });
  }
  for (const pick of picks) {
    const sheet = await file.read(pick, progress);
    before += sheet.rowNumbers.length;
    send({ says: 'sheet', sheet: sheet.sheet, columns: sheet.columns.length }, sheetBlobs(sheet));
  }
  send({ says: 'progress', rows: before });
  send({ says: 'done' });
}

function answerTo(task: Task, error: unknown): Frame {
  if (error instanceof SheetRefusal) return refused(error);
  if (error instanceof RangeError && /allocation failed|Invalid (typed )?array (buffer )?length/i.test(error.message)) {
    return refused(refusal(task.path, 'outOfMemory', { limit: task.limits.memoryMb }));
  }
  return { says: 'fault', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function refused({ code, message, en }: SheetRefusal): Frame {
  return { says: 'refused', code, message, en };
}

const task = await told<Task>();
if (task) {
  try {
    await serve(task);
  } catch (error) {
    send(answerTo(task, error));
  }
}
process.exit(0);
