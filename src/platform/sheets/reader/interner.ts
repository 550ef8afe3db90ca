import type { PackedColumn } from '../../../kernel/packed-column';

// FNV-1a, folded in while a cell is scanned; the seed differs a little for each kind so that text 1 and number 1 stay apart.
export const hashSeed = 0x811c9dc5 | 0;
export const hashPrime = 0x01000193;

/** The hash of a run of bytes, as a scanner that hashes while it reads would have it. */
export function hashBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = hashSeed;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at], hashPrime);
  return hash;
}

/**
 * One column while it is read: gives each distinct cell a number, by bytes and without making strings.
 *
 * An open addressing table on typed arrays: a million different ID numbers cost about 45 MB here and 150 MB in a Map.
 */
export class ColumnInterner {
  codes = new Uint32Array(0);
  private bytes = new Uint8Array(256);
  private ends = new Uint32Array(16);
  private kinds = new Uint8Array(16);
  private hashes = new Int32Array(16);
  private slots = new Uint32Array(32);
  private mask = 31;
  private count = 1;
  private used = 0;

  /** Notes that row `row` holds these bytes; entry 0 stays the empty cell, so `from < to` is the caller's promise. */
  put(row: number, source: Uint8Array, from: number, to: number, rawHash: number, kind: number): void {
    let hash = Math.imul(rawHash ^ kind ^ (rawHash >>> 15), 0x2c1b3c6d);
    hash ^= hash >>> 13;
    const slots = this.slots;
    let slot = hash & this.mask;
    let entry = slots[slot];
    while (entry !== 0) {
      if (this.hashes[entry] === hash && this.same(entry, source, from, to, kind)) {
        this.codes[row] = entry;
        return;
      }
      slot = (slot + 1) & this.mask;
      entry = slots[slot];
    }
    slots[slot] = this.count;
    this.codes[row] = this.add(source, from, to, hash, kind);
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
        bytes: this.bytes.subarray(0, this.used),
        ends: this.ends.subarray(0, this.count),
        kinds: this.kinds.subarray(0, this.count),
      },
    };
  }

  private same(entry: number, source: Uint8Array, from: number, to: number, kind: number): boolean {
    const bytes = this.bytes;
    let at = this.ends[entry - 1];
    if (this.ends[entry] - at !== to - from || this.kinds[entry] !== kind) return false;
    for (let here = from; here < to; here++, at++) if (bytes[at] !== source[here]) return false;
    return true;
  }

  private add(source: Uint8Array, from: number, to: number, hash: number, kind: number): number {
    const entry = this.count++;
    if (entry === this.ends.length) this.growEntries();
    const end = this.used + to - from;
    if (end > this.bytes.length) this.growBytes(end);
    const bytes = this.bytes;
    for (let here = from, at = this.used; here < to; here++, at++) bytes[at] = source[here];
    this.used = end;
    this.ends[entry] = end;
    this.kinds[entry] = kind;
    this.hashes[entry] = hash;
    if (this.count * 4 > this.slots.length * 3) this.growSlots();
    return entry;
  }

  private growEntries(): void {
    const capacity = this.ends.length * 2;
    const [ends, kinds, hashes] = [new Uint32Array(capacity), new Uint8Array(capacity), new Int32Array(capacity)];
    ends.set(this.ends);
    kinds.set(this.kinds);
    hashes.set(this.hashes);
    [this.ends, this.kinds, this.hashes] = [ends, kinds, hashes];
  }

  private growBytes(needed: number): void {
    const bytes = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    bytes.set(this.bytes.subarray(0, this.used));
    this.bytes = bytes;
  }

  private growSlots(): void {
    const slots = new Uint32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let entry = 1; entry < this.count; entry++) {
      let slot = this.hashes[entry] & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = entry;
    }
    [this.slots, this.mask] = [slots, mask];
  }
}
