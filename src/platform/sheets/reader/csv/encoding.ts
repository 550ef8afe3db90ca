import { isUtf8 } from 'node:buffer';
import { readSync } from 'node:fs';
import { refusal } from '../../words';

export type Encoding = { readonly name: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'; readonly bomLength: number };

const blockSize = 1 << 20;
// Chinese text in GB18030 breaks the rules of UTF-8 within a few characters; after so many good ones it is damaged UTF-8.
const surelyUtf8 = 40;

/**
 * Decides the encoding by the whole content and not by its beginning: a register whose first Chinese character stands in
 * row 80,000 is read rightly. Costs one pass at memory speed.
 */
export function detectEncoding(file: string, handle: number): Encoding {
  const head = Buffer.alloc(4);
  const length = readSync(handle, head, 0, 4, 0);
  if (length >= 2 && head[0] === 0xff && head[1] === 0xfe) return { name: 'utf-16le', bomLength: 2 };
  if (length >= 2 && head[0] === 0xfe && head[1] === 0xff) return { name: 'utf-16be', bomLength: 2 };
  const hasBom = length >= 3 && head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  const bad = firstBadUtf8(handle);
  if (bad === undefined) return { name: 'utf-8', bomLength: hasBom ? 3 : 0 };
  if (hasBom || bad.goodBefore >= surelyUtf8) throw refusal(file, 'brokenText', { row: bad.line });
  return { name: 'gb18030', bomLength: 0 };
}

type BadPlace = { readonly line: number; readonly goodBefore: number };

function firstBadUtf8(handle: number): BadPlace | undefined {
  const block = Buffer.alloc(blockSize + 4);
  let [position, held] = [0, 0];
  for (;;) {
    const read = readSync(handle, block, held, blockSize, position);
    const length = held + read;
    const whole = read === 0 ? length : endOfWholeCharacters(block, length);
    if (!isUtf8(block.subarray(0, whole))) return placeOfBad(handle, position - held, block.subarray(0, length));
    if (read === 0) return undefined;
    position += read;
    held = length - whole;
    block.copy(block, 0, whole, length);
  }
}

/** Where the last character that may continue in the next block begins. */
function endOfWholeCharacters(block: Buffer, length: number): number {
  for (let back = 1; back <= Math.min(3, length); back++) {
    const byte = block[length - back];
    if (byte >= 0xc0) return length - back;
    if (byte < 0x80) return length;
  }
  return length;
}

function placeOfBad(handle: number, blockStart: number, block: Buffer): BadPlace {
  let [line, goodBefore, at] = [1 + newlinesBefore(handle, blockStart), 0, 0];
  for (;;) {
    const length = characterLength(block, at);
    if (length === 0) return { line, goodBefore };
    if (length > 1) goodBefore++;
    if (block[at] === 10) line++;
    at += length;
  }
}

function newlinesBefore(handle: number, end: number): number {
  const block = Buffer.alloc(blockSize);
  let lines = 0;
  for (let position = 0; position < end; position += blockSize) {
    const length = readSync(handle, block, 0, Math.min(blockSize, end - position), position);
    for (let at = 0; at < length; at++) if (block[at] === 10) lines++;
  }
  return lines;
}

function characterLength(block: Buffer, at: number): number {
  const byte = block[at];
  const length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
  return isUtf8(block.subarray(at, at + length)) && at + length <= block.length ? length : 0;
}
