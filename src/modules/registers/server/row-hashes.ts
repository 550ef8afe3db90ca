import { murmur } from '../../../kernel/murmur';
import { type Entries, entryText } from '../../../kernel/packed-column';
import { blindBlockLength, blindBlocks } from '../../../platform/crypto';
import { cleanText, isCleanText } from '../rules/clean';
import { normaliseHeader, ownHeaders } from '../rules/header-names';
import { RowIdentities } from '../rules/identity';
import { type Layout, readColumns } from '../rules/layout';
import type { Register, RegisterField } from '../rules/register';
import { hashLength, type RowIndex, rowFlags, sortedIndex } from '../rules/row-index';
import type { RawRows } from './chunks';
import type { KeptRegister } from './kept-register';
import { rowStates } from './row-checks';
import { ByteWriter } from './varint';

/** What a row says in columns that no field reads, `blindBlockLength` bytes a row: a change there is a change of the row too. */
export type Extras = Uint8Array;

/** The extras of some rows of a sheet (`at`, by their number in the sheet). Counters are left out: they change when rows move. */
export function extrasOf(layout: Layout, rows: RawRows, at: Uint32Array): Extras {
  const read = new Set(readColumns(layout).map(({ index }) => index));
  const columns = layout.columns
    .filter(({ index, header }) => !read.has(index) && !counters.has(normaliseHeader(header)))
    .map(({ index, header }) => ({ header, index }))
    .sort((one, other) => (one.header < other.header ? -1 : one.header > other.header ? 1 : one.index - other.index));
  const texts = columns.map(({ header, index }) => taggedTexts(`${header}\u0001`, rows.columns[index].entries));
  const extras = new Uint8Array(at.length * blindBlockLength);
  const line = new Line();
  at.forEach((row, place) => {
    line.clear();
    for (let column = 0; column < columns.length; column++) {
      const code = rows.columns[columns[column].index].codes[row];
      if (code !== 0) line.put(texts[column], code);
    }
    if (line.length > 0) line.hashTo(extras, place * blindBlockLength);
  });
  return extras;
}

/**
 * The rows of a register by who they speak of and what they say. `key` is a secret of the county: without it nobody can try
 * ID numbers against the hashes. `rawRow` numbers the rows in their batch.
 */
export function indexOf({ register, rawRow, states, extras }: KeptRegister, key: Buffer): RowIndex {
  const { count } = register;
  const identities = new RowIdentities(register);
  const [who, second] = [new Uint8Array(count * blindBlockLength), new Uint8Array(count * blindBlockLength)];
  const flags = states.map((state) => (state === rowStates.error ? rowFlags.error : 0));
  const line = new Line();
  for (let row = 0; row < count; row++) {
    line.clear();
    line.text(identities.of(row));
    line.hashTo(who, row * blindBlockLength);
    if (!identities.isStrong(row)) flags[row] |= rowFlags.weak;
    const again = identities.second(row);
    if (again === '') continue;
    line.clear();
    line.text(again);
    line.hashTo(second, row * blindBlockLength);
  }
  const index = { keys: blinded(key, who), contents: contentsOf(register, extras, key), seconds: blinded(key, second) };
  return sortedIndex({ count, ...index, rows: rawRow, flags });
}

/** Headers of columns that only count the rows of a sheet, or that our own workbook of bad rows adds. */
const counters = new Set(['序号', '编号', '行号', '隐藏', '户内序号', 'no', 'no.', ...ownHeaders]);

function contentsOf(register: Register, extras: Extras, key: Buffer): Uint8Array {
  const { count, birth, sex } = register;
  const fields = (Object.keys(register.text) as RegisterField[]).sort();
  const columns = fields.flatMap((field) => {
    const column = register.text[field];
    return column ? [{ column, texts: taggedTexts(`${field}\u0001`, column.entries) }] : [];
  });
  const contents = new Uint8Array(count * blindBlockLength);
  const line = new Line();
  for (let row = 0; row < count; row++) {
    line.clear();
    for (const { column, texts } of columns) if (column.codes[row] !== 0) line.put(texts, column.codes[row]);
    line.number(birth[row]);
    line.number(sex[row]);
    line.add(extras, row * blindBlockLength, (row + 1) * blindBlockLength);
    line.hashTo(contents, row * blindBlockLength);
  }
  return blinded(key, contents);
}

/** The hashes of rows under the key, cut to `hashLength`; a row that has none (zeros) keeps none. */
function blinded(key: Buffer, hashes: Uint8Array): Uint8Array {
  const blocks = blindBlocks(key, hashes);
  const cut = new Uint8Array((hashes.length / blindBlockLength) * hashLength);
  for (let from = 0, into = 0; from < hashes.length; from += blindBlockLength, into += hashLength) {
    let none = true;
    for (let byte = 0; byte < blindBlockLength; byte++) none &&= hashes[from + byte] === 0;
    if (!none) for (let byte = 0; byte < hashLength; byte++) cut[into + byte] = blocks[from + byte];
  }
  return cut;
}

/** The cleaned texts of a column, and the name of the column that is written before each. */
type Tagged = { readonly tag: Uint8Array; readonly bytes: Uint8Array; readonly ends: Uint32Array };

function taggedTexts(name: string, entries: Entries): Tagged {
  const tag = Buffer.from(name);
  const { bytes, ends, count } = entries;
  let clean = 1;
  while (clean < count && isCleanText(bytes, ends[clean - 1], ends[clean])) clean++;
  // Most columns are clean throughout, and nothing of them is copied.
  if (clean >= count) return { tag, bytes, ends };
  const out = new ByteWriter();
  const cleaned = new Uint32Array(count);
  for (let entry = 1, used = 0; entry < count; entry++) {
    const [from, to] = [ends[entry - 1], ends[entry]];
    if (entry < clean || isCleanText(bytes, from, to)) {
      out.copy(bytes, from, to);
      used += to - from;
    } else {
      const text = cleanBytes(entries, entry);
      out.copy(text, 0, text.length);
      used += text.length;
    }
    cleaned[entry] = used;
  }
  return { tag, bytes: out.bytes(), ends: cleaned };
}

/** A text cleaned, so that a blank more or a full-width digit is no change. */
function cleanBytes(entries: Entries, entry: number): Uint8Array {
  return encoder.encode(cleanText(entryText(entries, entry)));
}

/** One row put together, byte by byte, in memory that is used again. */
class Line {
  private buffer = new Uint8Array(4096);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  /** The name of the column, the text and an end mark; nothing where the text is empty. */
  put({ tag, bytes, ends }: Tagged, entry: number): void {
    const [from, to] = [ends[entry - 1], ends[entry]];
    if (from === to) return;
    this.add(tag, 0, tag.length);
    this.add(bytes, from, to);
    this.room(1);
    this.buffer[this.length++] = 0;
  }

  number(value: number): void {
    this.room(4);
    for (let shift = 0; shift < 32; shift += 8) this.buffer[this.length++] = value >> shift;
  }

  text(text: string): void {
    this.room(text.length * 3);
    this.length += encoder.encodeInto(text, this.buffer.subarray(this.length)).written;
  }

  /** Its hash without any key: told apart by chance only, and to be blinded before it is kept. */
  hashTo(out: Uint8Array, at: number): void {
    this.room(blindBlockLength);
    murmur(this.buffer, this.length, out, at);
  }

  add(source: Uint8Array, from: number, to: number): void {
    this.room(to - from);
    const { buffer } = this;
    for (let at = from, into = this.length; at < to; at++, into++) buffer[into] = source[at];
    this.length += to - from;
  }

  private room(more: number): void {
    while (this.length + more > this.buffer.length) {
      const larger = new Uint8Array(this.buffer.length * 2);
      larger.set(this.buffer);
      this.buffer = larger;
    }
  }
}

const encoder = new TextEncoder();
