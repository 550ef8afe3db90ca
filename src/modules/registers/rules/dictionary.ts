import { ByteInterner } from '../../../kernel/byte-interner';
import { type Entries, entryText } from '../../../kernel/packed-column';

/**
 * The dictionary of one field over all sheets of a register: equal texts have one number.
 *
 * The first column is taken over as it is, because a reader's entries are distinct already: at a million different ID
 * numbers looking each of them up costs ten times what cleaning does. Only further sheets are looked up one by one.
 */
export class Dictionary {
  private entries: Entries = { count: 1, bytes: new Uint8Array(0), ends: new Uint32Array(1), kinds: new Uint8Array(1) };
  private interner: ByteInterner | undefined;

  /**
   * Adds the entries of a column, those of `replaced` with another text. Answers with the number of each. Entries that are
   * not replaced must be text cells, so that no two of them have the same bytes.
   */
  addColumn(column: Entries, replaced: ReadonlyMap<number, string>): Uint32Array {
    if (this.interner === undefined && this.entries.count === 1) return this.takeOver(column, replaced);
    const interner = this.lookUp(column.count);
    const numbers = new Uint32Array(column.count);
    for (let entry = 1; entry < column.count; entry++) {
      const text = replaced.size > 0 ? replaced.get(entry) : undefined;
      numbers[entry] =
        text === undefined ? interner.add(column.bytes, column.ends[entry - 1], column.ends[entry]) : this.add(text);
    }
    return numbers;
  }

  /** The number of one text, new or known. */
  add(text: string): number {
    const bytes = encoder.encode(text);
    return this.lookUp(1).add(bytes, 0, bytes.length);
  }

  /** All texts so far. */
  packed(): Entries {
    if (!this.interner) return this.entries;
    const { bytes, ends, count } = this.interner.view();
    return { bytes, ends, count, kinds: new Uint8Array(count) };
  }

  private lookUp(more: number): ByteInterner {
    if (this.interner) return this.interner;
    this.interner = new ByteInterner(this.entries.count + more);
    this.interner.addEntries(this.entries);
    return this.interner;
  }

  private takeOver(column: Entries, replaced: ReadonlyMap<number, string>): Uint32Array {
    const numbers = new Uint32Array(column.count);
    const known = new Map<string, number>();
    for (const text of replaced.values()) if (text !== '') known.set(text, 0);
    const mayBeKnown = sketchOf([...known.keys()]);
    let count = 1;
    for (let entry = 1; entry < column.count; entry++) {
      if (replaced.size > 0 && replaced.has(entry)) continue;
      if (mayBeKnown?.(column.bytes, column.ends[entry - 1], column.ends[entry])) {
        const text = entryText(column, entry);
        if (known.has(text)) known.set(text, count);
      }
      numbers[entry] = count++;
    }
    const added: string[] = [];
    for (const [entry, text] of replaced) {
      if (text !== '' && known.get(text) === 0) {
        known.set(text, count++);
        added.push(text);
      }
      numbers[entry] = known.get(text) ?? 0;
    }
    this.entries = replaced.size === 0 ? { ...column, kinds: new Uint8Array(count) } : assembled(column, replaced, added, count);
    return numbers;
  }
}

const encoder = new TextEncoder();
/** 4 million bits: at 50,000 replaced cells one clean entry in eighty is looked at in vain. */
const sketchBits = 22;

/** Says of most byte strings that they are none of the texts: the ends and the length of each are hashed into a bit map. */
function sketchOf(texts: readonly string[]): ((bytes: Uint8Array, from: number, to: number) => boolean) | undefined {
  if (texts.length === 0) return undefined;
  const bits = new Uint8Array(2 ** (sketchBits - 3));
  for (const text of texts) {
    const bytes = encoder.encode(text);
    const bit = sketchBit(bytes, 0, bytes.length);
    bits[bit >>> 3] |= 1 << (bit & 7);
  }
  return (bytes, from, to) => {
    const bit = sketchBit(bytes, from, to);
    return (bits[bit >>> 3] & (1 << (bit & 7))) !== 0;
  };
}

function sketchBit(bytes: Uint8Array, from: number, to: number): number {
  let hash = to - from;
  const last = Math.max(from, to - 12);
  for (let at = from; at < to && at < from + 6; at++) hash = Math.imul(hash ^ bytes[at], 0x01000193);
  for (let at = last; at < to; at++) hash = Math.imul(hash ^ bytes[at], 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> (32 - sketchBits);
}

/** The entries that are not replaced, in their order, then the added texts. */
function assembled(column: Entries, replaced: ReadonlyMap<number, string>, added: readonly string[], count: number): Entries {
  const texts = added.map((text) => encoder.encode(text));
  const extra = texts.reduce((sum, text) => sum + text.length, 0);
  const bytes = new Uint8Array(column.bytes.length + extra);
  const ends = new Uint32Array(count);
  let [entry, number, used] = [1, 1, 0];
  while (entry < column.count) {
    if (replaced.has(entry)) {
      entry++;
      continue;
    }
    const [first, start] = [column.ends[entry - 1], used];
    for (; entry < column.count && !replaced.has(entry); entry++) ends[number++] = start + column.ends[entry] - first;
    bytes.set(column.bytes.subarray(first, column.ends[entry - 1]), start);
    used = ends[number - 1];
  }
  for (const text of texts) {
    bytes.set(text, used);
    used += text.length;
    ends[number++] = used;
  }
  return { count, ends, bytes: bytes.subarray(0, used), kinds: new Uint8Array(count) };
}
