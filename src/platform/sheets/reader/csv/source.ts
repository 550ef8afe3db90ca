import { readSync } from 'node:fs';
import { refusal } from '../../words';
import type { Encoding } from './encoding';

/** Hands out a text file as UTF-8 bytes, from its beginning; 0 = the end. */
export type TextSource = { fill(target: Buffer, offset: number): number };

const pieceSize = 256 * 1024;

export function textSource(file: string, handle: number, encoding: Encoding): TextSource {
  return encoding.name === 'utf-8' ? utf8Source(handle, encoding.bomLength) : transcodedSource(file, handle, encoding);
}

function utf8Source(handle: number, start: number): TextSource {
  let position = start;
  return {
    fill(target, offset) {
      const read = readSync(handle, target, offset, target.length - offset, position);
      position += read;
      return read;
    },
  };
}

function transcodedSource(file: string, handle: number, encoding: Encoding): TextSource {
  const decoder = new TextDecoder(encoding.name, { fatal: true });
  const raw = Buffer.alloc(pieceSize);
  let [position, ready, given, ended] = [encoding.bomLength, Buffer.alloc(0), 0, false];
  function decodeNext(): void {
    const read = readSync(handle, raw, 0, pieceSize, position);
    position += read;
    ended = read === 0;
    try {
      ready = Buffer.from(decoder.decode(raw.subarray(0, read), { stream: !ended }), 'utf8');
    } catch (error) {
      if (error instanceof TypeError) throw refusal(file, 'notText');
      throw error;
    }
    given = 0;
  }
  return {
    fill(target, offset) {
      while (given === ready.length && !ended) decodeNext();
      const count = ready.copy(target, offset, given);
      given += count;
      return count;
    },
  };
}
