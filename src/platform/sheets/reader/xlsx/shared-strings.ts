import { refusal } from '../../words';
import { hashOf, viewOf } from '../interner';
import type { Archive } from './archive';
import { TextBuffer } from './text-buffer';
import { nameCode, XmlBytes } from './xml-bytes';

const [item, text, phonetic] = [nameCode('si'), nameCode('t'), nameCode('rPh')];
/** Excel's own limit of a cell, in characters of up to three bytes. */
const longestString = 32_767 * 3;

/** The texts that cells refer to by number: bytes one after another, blanks at the ends already cut off. */
export class SharedStrings {
  bytes: Buffer = Buffer.alloc(64 * 1024);
  view = viewOf(this.bytes);
  /** string `i` is `bytes[ends[i] .. ends[i + 1])` */
  ends = new Int32Array(1024);
  hashes = new Int32Array(1024);
  count = 0;

  add(source: TextBuffer): void {
    let [from, to] = [0, source.length];
    while (from < to && source.bytes[from] <= 32) from++;
    while (to > from && source.bytes[to - 1] <= 32) to--;
    if (this.count + 2 > this.ends.length) this.growStrings();
    const start = this.ends[this.count];
    if (start + to - from > this.bytes.length) this.growBytes(start + to - from);
    source.bytes.copy(this.bytes, start, from, to);
    this.hashes[this.count] = hashOf(source.view, from, to, 0);
    this.ends[++this.count] = start + to - from;
  }

  private growStrings(): void {
    const [ends, hashes] = [new Int32Array(this.ends.length * 2), new Int32Array(this.ends.length * 2)];
    ends.set(this.ends);
    hashes.set(this.hashes);
    [this.ends, this.hashes] = [ends, hashes];
  }

  private growBytes(needed: number): void {
    const grown = Buffer.alloc(Math.max(needed, this.bytes.length * 2));
    this.bytes.copy(grown);
    [this.bytes, this.view] = [grown, viewOf(grown)];
  }
}

/** Loads the shared strings of a workbook; one without any has none. */
export async function loadSharedStrings(file: string, archive: Archive, part: string | undefined): Promise<SharedStrings> {
  const strings = new SharedStrings();
  if (part === undefined || !archive.names.has(part)) return strings;
  const buffer = new TextBuffer();
  let [inText, inPhonetic] = [false, false];
  const xml = new XmlBytes(file, {
    open(name) {
      if (name === item) buffer.clear();
      else if (name === phonetic) inPhonetic = true;
      else if (name === text) inText = !inPhonetic;
    },
    text(bytes, from, to) {
      if (!inText) return;
      if (!buffer.append(bytes, from, to)) throw refusal(file, 'entities');
      if (buffer.length > longestString) throw refusal(file, 'partTooLong');
    },
    close(name) {
      if (name === text) inText = false;
      else if (name === phonetic) inPhonetic = false;
      else if (name === item) {
        buffer.unescape();
        strings.add(buffer);
      }
    },
  });
  for await (const piece of archive.pieces(part)) xml.push(piece);
  xml.end();
  return strings;
}
