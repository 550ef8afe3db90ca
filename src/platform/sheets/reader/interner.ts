import type { PackedColumn } from '../../../kernel/packed-column';

/** A block of bytes as a DataView: four bytes at a time are read from anywhere in it, which a Uint8Array cannot. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The hash of a run of bytes of some kind, four bytes at a time; the last four may overlap those before. */
export function hashOf(view: DataView, from: number, to: number, kind: number): number {
  let hash = 0x811c9dc5 ^ (to - from) ^ (kind << 16);
  if (to - from < 4) {
    for (let at = from; at < to; at++) hash = step(hash, view.getUint8(at));
  } else {
    const last = to - 4;
    for (let at = from; at < last; at += 4) hash = step(hash, view.getInt32(at, true));
    hash = step(hash, view.getInt32(last, true));
  }
  return hash ^ (hash >>> 13);
}

function step(hash: number, word: number): number {
  const next = Math.imul(hash ^ word, 0x9e3779b1);
  return next ^ (next >>> 15);
}

function sameBytes(a: DataView, fromA: number, b: DataView, from: number, to: number): boolean {
  let [here, there] = [from, fromA];
  if (to - from < 4) {
    for (; here < to; here++, there++) if (a.getUint8(there) !== b.getUint8(here)) return false;
    return true;
  }
  const last = to - 4;
  for (; here < last; here += 4, there += 4) if (a.getInt32(there) !== b.getInt32(here)) return false;
  return a.getInt32(fromA + last - from) === b.getInt32(last);
}

function copyBytes(target: DataView, at: number, source: DataView, from: number, to: number): void {
  let [here, there] = [from, at];
  if (to - from < 4) {
    for (; here < to; here++, there++) target.setUint8(there, source.getUint8(here));
    return;
  }
  const last = to - 4;
  for (; here < last; here += 4, there += 4) target.setInt32(there, source.getInt32(here));
  target.setInt32(at + last - from, source.getInt32(last));
}

// An estimate from the first rows may be wrong by much; memory that is never touched is free, but not without end.
const mostAhead = 512;

const [entryBits, tagBits] = [0x00ff_ffff, 0xff00_0000 | 0];

function powerOfTwo(least: number): number {
  return 2 ** Math.ceil(Math.log2(least));
}

/**
 * One column while it is read: gives each distinct cell a number, by bytes and without making strings.
 *
 * An open addressing table on typed arrays: a million different ID numbers cost about 45 MB here and 150 MB in a Map.
 */
export class ColumnInterner {
  codes = new Uint32Array(0);
  private bytes = viewOf(new Uint8Array(256));
  private ends = new Int32Array(16);
  private kinds = new Uint8Array(16);
  /** entry in the lower 24 bits, a tag of its hash in the upper 8: small enough that a million fit what the processor maps at once */
  private slots = new Int32Array(64);
  private mask = 63;
  private count = 1;
  private used = 0;
  /** rows seen so far, and how many times as many the file will have */
  private rowsSeen = 0;
  private outlook = 1;
  private pending = new Int32Array(3 * 1024);
  private hashes = new Int32Array(1024);
  private pendingCount = 0;
  /** keeps the engine from dropping the loads of `touch` */
  touched = 0;

  /** Notes that row `row` holds the text `block[from..to)`, to be interned by `flush` while those bytes still stand there. */
  later(row: number, from: number, to: number): void {
    if (this.pendingCount === this.hashes.length) this.growPending();
    const pending = this.pending;
    const at = this.pendingCount++ * 3;
    pending[at] = row;
    pending[at + 1] = from;
    pending[at + 2] = to;
  }

  /**
   * Interns what was noted. Column by column instead of row by row, and with the slots touched beforehand, the table of a
   * million different IDs is waited for once a block and not once a cell.
   */
  flush(block: DataView): void {
    this.touch(block);
    const { pending, pendingCount, hashes } = this;
    for (let cell = 0, at = 0; cell < pendingCount; cell++, at += 3) {
      this.put(pending[at], block, pending[at + 1], pending[at + 2], hashes[cell], 0);
    }
    this.pendingCount = 0;
  }

  /** Loops of their own, and short ones: then the processor waits for many slots at a time and not for one after another. */
  private touch(block: DataView): void {
    const { pending, pendingCount, hashes, slots, mask, ends, bytes } = this;
    for (let cell = 0, at = 1; cell < pendingCount; cell++, at += 3)
      hashes[cell] = hashOf(block, pending[at], pending[at + 1], 0);
    let touched = 0;
    for (let cell = 0; cell < pendingCount; cell++) touched ^= slots[hashes[cell] & mask];
    for (let cell = 0; cell < pendingCount; cell++) touched ^= ends[slots[hashes[cell] & mask] & entryBits];
    for (let cell = 0; cell < pendingCount; cell++) {
      touched ^= bytes.getUint8(Math.max(0, ends[slots[hashes[cell] & mask] & entryBits] - 1));
    }
    this.touched = touched;
  }

  /** Interns the cell of row `row`; entry 0 stays the empty cell, so `from < to` is the caller's promise. */
  put(row: number, source: DataView, from: number, to: number, hash: number, kind: number): void {
    const { slots, mask } = this;
    let slot = hash & mask;
    let found = slots[slot];
    while (found !== 0) {
      if (((found ^ hash) & tagBits) === 0 && this.isEntry(found & entryBits, source, from, to, kind)) {
        this.codes[row] = found & entryBits;
        return;
      }
      slot = (slot + 1) & mask;
      found = slots[slot];
    }
    slots[slot] = this.count | (hash & tagBits);
    this.codes[row] = this.count;
    this.add(source, from, to, kind);
  }

  /**
   * Tells how far the file has been read, so that tables grow to their final size at once: a page of fresh memory costs more
   * than interning the cells that fit on it, and pages that stay untouched cost nothing.
   */
  expect(rowsSeen: number, rowsInAll: number): void {
    this.rowsSeen = rowsSeen;
    this.outlook = Math.max(1, rowsInAll / Math.max(1, rowsSeen));
  }

  growRows(capacity: number): void {
    const grown = new Uint32Array(capacity);
    grown.set(this.codes);
    this.codes = grown;
  }

  /** The finished column; views on the buffers that were grown, nothing is copied. */
  packed(rows: number): PackedColumn {
    return {
      codes: this.codes.subarray(0, rows),
      entries: {
        count: this.count,
        bytes: new Uint8Array(this.bytes.buffer, 0, this.used),
        ends: new Uint32Array(this.ends.buffer, 0, this.count),
        kinds: this.kinds.subarray(0, this.count),
      },
    };
  }

  private isEntry(entry: number, source: DataView, from: number, to: number, kind: number): boolean {
    const start = this.ends[entry - 1];
    if (this.ends[entry] - start !== to - from || this.kinds[entry] !== kind) return false;
    return sameBytes(this.bytes, start, source, from, to);
  }

  private add(source: DataView, from: number, to: number, kind: number): void {
    const entry = this.count++;
    if (entry === this.ends.length) this.growEntries();
    const end = this.used + to - from;
    if (end > this.bytes.byteLength) this.growBytes(end);
    copyBytes(this.bytes, this.used, source, from, to);
    this.used = end;
    this.ends[entry] = end;
    this.kinds[entry] = kind;
    if (this.count * 3 > this.slots.length * 2) this.growSlots();
  }

  private growEntries(): void {
    const capacity = this.grown(this.count);
    const [ends, kinds] = [new Int32Array(capacity), new Uint8Array(capacity)];
    ends.set(this.ends);
    kinds.set(this.kinds);
    [this.ends, this.kinds] = [ends, kinds];
  }

  private growBytes(needed: number): void {
    const grown = new Uint8Array(this.grown(needed));
    grown.set(new Uint8Array(this.bytes.buffer, 0, this.used));
    this.bytes = viewOf(grown);
  }

  private growSlots(): void {
    const slots = new Int32Array(this.looksUnique() ? powerOfTwo(this.count * this.outlook * 1.5) : this.slots.length * 2);
    const mask = slots.length - 1;
    const { bytes, ends, kinds } = this;
    for (let entry = 1; entry < this.count; entry++) {
      const hash = hashOf(bytes, ends[entry - 1], ends[entry], kinds[entry]);
      let slot = hash & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = entry | (hash & tagBits);
    }
    [this.slots, this.mask] = [slots, mask];
  }

  private grown(needed: number): number {
    return Math.ceil(needed * Math.max(2, Math.min(mostAhead, this.outlook * 1.05)));
  }

  /** Names repeat later even if they hardly do in the beginning; a table too large for its entries is slow, so only for IDs. */
  private looksUnique(): boolean {
    return this.rowsSeen > 4096 && this.outlook > 1 && this.count > this.rowsSeen * 0.9;
  }

  private growPending(): void {
    const pending = new Int32Array(this.pending.length * 2);
    pending.set(this.pending);
    this.pending = pending;
    this.hashes = new Int32Array(this.hashes.length * 2);
  }
}
