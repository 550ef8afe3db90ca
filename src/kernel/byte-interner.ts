import type { Entries } from './packed-column';

/**
 * Gives equal byte strings equal numbers: the first new one is 1, the next 2, …; the empty string is always 0.
 *
 * One open-addressing table over one growing arena: no JavaScript string is made, so a million cells cost a million
 * hashes and little else. Not for keys chosen by an attacker to collide within one process that must stay alive: files
 * are read in a child process with a time limit.
 */
export class ByteInterner {
  private bytes: Uint8Array;
  private ends: Uint32Array;
  private hashes: Uint32Array;
  private table: Uint32Array;
  private size = 1;
  private used = 0;

  constructor(expected = 1024) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.table = new Uint32Array(slots);
    this.ends = new Uint32Array(Math.max(16, expected + 1));
    this.hashes = new Uint32Array(this.ends.length);
    this.bytes = new Uint8Array(Math.max(256, expected * 12));
  }

  /** Distinct strings so far, the empty one included. */
  get count(): number {
    return this.size;
  }

  /** The number of `source[from, to)`, new or known. */
  add(source: Uint8Array, from: number, to: number): number {
    if (to <= from) return 0;
    const hash = hashOf(source, from, to);
    const mask = this.table.length - 1;
    let slot = hash & mask;
    for (let entry = this.table[slot]; entry !== 0; entry = this.table[slot]) {
      if (this.hashes[entry] === hash && this.equals(entry, source, from, to)) return entry;
      slot = (slot + 1) & mask;
    }
    return this.insert(slot, hash, source, from, to);
  }

  /** The numbers of all entries of a column's dictionary: entry → number. */
  addEntries(entries: Entries): Uint32Array {
    const numbers = new Uint32Array(entries.count);
    for (let entry = 1; entry < entries.count; entry++) {
      numbers[entry] = this.add(entries.bytes, entries.ends[entry - 1], entries.ends[entry]);
    }
    return numbers;
  }

  /** The strings so far; `bytes` and `ends` are views that stay valid until the next `add`. */
  view(): { readonly bytes: Uint8Array; readonly ends: Uint32Array; readonly count: number } {
    return { bytes: this.bytes.subarray(0, this.used), ends: this.ends.subarray(0, this.size), count: this.size };
  }

  private insert(slot: number, hash: number, source: Uint8Array, from: number, to: number): number {
    const entry = this.size;
    if (entry === this.ends.length) this.growEntries();
    if (this.used + (to - from) > this.bytes.length) this.growBytes(to - from);
    for (let at = from, into = this.used; at < to; at++, into++) this.bytes[into] = source[at];
    this.used += to - from;
    this.ends[entry] = this.used;
    this.hashes[entry] = hash;
    this.table[slot] = entry;
    this.size++;
    if (this.size * 4 > this.table.length * 3) this.growTable();
    return entry;
  }

  private equals(entry: number, source: Uint8Array, from: number, to: number): boolean {
    const start = this.ends[entry - 1];
    if (this.ends[entry] - start !== to - from) return false;
    for (let at = from, mine = start; at < to; at++, mine++) if (this.bytes[mine] !== source[at]) return false;
    return true;
  }

  private growEntries(): void {
    this.ends = grown(this.ends, this.ends.length * 2);
    this.hashes = grown(this.hashes, this.hashes.length * 2);
  }

  private growBytes(extra: number): void {
    const bytes = new Uint8Array(Math.max(this.bytes.length * 2, this.used + extra));
    bytes.set(this.bytes);
    this.bytes = bytes;
  }

  private growTable(): void {
    const table = new Uint32Array(this.table.length * 2);
    const mask = table.length - 1;
    for (let entry = 1; entry < this.size; entry++) {
      let slot = this.hashes[entry] & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = entry;
    }
    this.table = table;
  }
}

function grown(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(length);
  larger.set(array);
  return larger;
}

/** FNV-1a with a final mix, so that low bits of near-equal numbers differ. */
function hashOf(source: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ source[at], 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
