import type { PackedColumn } from '../../kernel/packed-column';
import type { FilePreview, PackedSheet, SheetLimits, SheetPick, SheetRefusalCode } from './types';

/**
 * What the reading process says on its stdout. A frame is: four bytes length of the head, the head as JSON, then the blobs it
 * announces. Own frames, because Node's message channel copies a hundred megabytes of columns several times over.
 */
export type Frame =
  | { readonly says: 'progress'; readonly rows: number }
  | { readonly says: 'preview'; readonly preview: FilePreview }
  | { readonly says: 'sheet'; readonly sheet: string; readonly columns: number }
  | { readonly says: 'refused'; readonly code: SheetRefusalCode; readonly message: string; readonly en: string }
  | { readonly says: 'fault'; readonly stack: string }
  | { readonly says: 'done' };

/** What the reading process is told on its stdin, one JSON line each: the task, then (after the preview) the picks. */
export type Task = { readonly path: string; readonly limits: SheetLimits; readonly previewOnly: boolean };
export type Picks = readonly SheetPick[];

/** The bytes of one frame, as pieces to be written one after another; the columns themselves are not copied. */
export function encodeFrame(frame: Frame, blobs: readonly Uint8Array[] = []): Uint8Array[] {
  const head = Buffer.from(JSON.stringify({ frame, blobs: blobs.map((blob) => blob.length) }), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return [length, head, ...blobs];
}

/** A sheet as blobs: the row numbers, then of each column codes, bytes, ends and kinds. */
export function sheetBlobs(sheet: PackedSheet): Uint8Array[] {
  const columns = sheet.columns.flatMap(({ codes, entries }) => [codes, entries.bytes, entries.ends, entries.kinds]);
  return [sheet.rowNumbers, ...columns].map((part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
}

/** The sheet again; each blob has a buffer of its own, so that the typed arrays are aligned. */
export function sheetOf(name: string, columns: number, blobs: readonly Uint8Array[]): PackedSheet {
  return {
    sheet: name,
    rowNumbers: words(blobs[0]),
    columns: Array.from({ length: columns }, (_, index) => columnOf(blobs.slice(1 + index * 4, 5 + index * 4))),
  };
}

function columnOf([codes, bytes, ends, kinds]: readonly Uint8Array[]): PackedColumn {
  return { codes: words(codes), entries: { count: kinds.length, bytes, ends: words(ends), kinds } };
}

function words(blob: Uint8Array): Uint32Array {
  return new Uint32Array(blob.buffer, blob.byteOffset, blob.byteLength / 4);
}

type Head = { readonly frame: Frame; readonly blobs: readonly number[] };

/** Puts frames together from the pieces a pipe delivers; each blob is copied once, into memory of its exact size. */
export class FrameReader {
  private part = new Uint8Array(4);
  private filled = 0;
  private head: Head | undefined;
  private expects: 'length' | 'head' | 'blobs' = 'length';
  private blobs: Uint8Array[] = [];

  constructor(private readonly onFrame: (frame: Frame, blobs: readonly Uint8Array[]) => void) {}

  push(piece: Uint8Array): void {
    let at = 0;
    while (at < piece.length) {
      const count = Math.min(piece.length - at, this.part.length - this.filled);
      this.part.set(piece.subarray(at, at + count), this.filled);
      this.filled += count;
      at += count;
      while (this.filled === this.part.length && this.finishPart());
    }
  }

  /** Takes the full part and prepares the next; true when that one is empty and thus full already. */
  private finishPart(): boolean {
    if (this.expects === 'length') {
      this.begin('head', new DataView(this.part.buffer).getUint32(0, true));
    } else if (this.expects === 'head') {
      this.head = parseHead(this.part);
      this.nextBlob();
    } else {
      this.blobs.push(this.part);
      this.nextBlob();
    }
    return this.part.length === 0;
  }

  private nextBlob(): void {
    if (this.head === undefined) throw new Error('a blob before its head');
    if (this.blobs.length < this.head.blobs.length) {
      this.begin('blobs', this.head.blobs[this.blobs.length]);
      return;
    }
    const [{ frame }, blobs] = [this.head, this.blobs];
    this.blobs = [];
    this.begin('length', 4);
    this.onFrame(frame, blobs);
  }

  private begin(expects: 'length' | 'head' | 'blobs', size: number): void {
    this.expects = expects;
    this.part = new Uint8Array(size);
    this.filled = 0;
  }
}

/** The other end of the pipe is our own code from the same build, so its JSON is taken at its word. */
function parseHead(bytes: Uint8Array): Head {
  const head: Head = JSON.parse(Buffer.from(bytes).toString('utf8'));
  return head;
}
