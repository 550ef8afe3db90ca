/** Bytes of a hash. */
export const murmurLength = 16;

/**
 * MurmurHash3 x86 128 (Appleby 2011) of the first `length` bytes, written to `out` from `at` on. It tells texts apart by chance
 * only: whoever chooses texts finds two that meet, and whoever knows a text knows its hash. Up to 15 bytes behind `length` are
 * overwritten with zeros, so `bytes` must have room for them.
 */
export function murmur(bytes: Uint8Array, length: number, out: Uint8Array, at: number): void {
  const whole = length & ~15;
  const end = (length + 15) & ~15;
  bytes.fill(0, length, end);
  let [h1, h2, h3, h4] = [0, 0, 0, 0];
  for (let from = 0; from < end; from += 16) {
    h1 ^= Math.imul(rotated(Math.imul(wordAt(bytes, from), c1), 15), c2);
    if (from < whole) h1 = (Math.imul((rotated(h1, 19) + h2) | 0, 5) + 0x561ccd1b) | 0;
    h2 ^= Math.imul(rotated(Math.imul(wordAt(bytes, from + 4), c2), 16), c3);
    if (from < whole) h2 = (Math.imul((rotated(h2, 17) + h3) | 0, 5) + 0x0bcaa747) | 0;
    h3 ^= Math.imul(rotated(Math.imul(wordAt(bytes, from + 8), c3), 17), c4);
    if (from < whole) h3 = (Math.imul((rotated(h3, 15) + h4) | 0, 5) + 0x96cd1c35) | 0;
    h4 ^= Math.imul(rotated(Math.imul(wordAt(bytes, from + 12), c4), 18), c1);
    if (from < whole) h4 = (Math.imul((rotated(h4, 13) + h1) | 0, 5) + 0x32ac3b17) | 0;
  }
  h1 = ((h1 ^ length) + (h2 ^ length) + (h3 ^ length) + (h4 ^ length)) | 0;
  [h2, h3, h4] = [h1 + (h2 ^ length), h1 + (h3 ^ length), h1 + (h4 ^ length)];
  [h1, h2, h3, h4] = [mixed(h1), mixed(h2), mixed(h3), mixed(h4)];
  h1 = (h1 + h2 + h3 + h4) | 0;
  putWord(out, at, h1);
  putWord(out, at + 4, h1 + h2);
  putWord(out, at + 8, h1 + h3);
  putWord(out, at + 12, h1 + h4);
}

const [c1, c2, c3, c4] = [0x239b961b, 0xab0e9789, 0x38b34ae5, 0xa1e38b93];

function wordAt(bytes: Uint8Array, at: number): number {
  return bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
}

function putWord(out: Uint8Array, at: number, word: number): void {
  for (let byte = 0; byte < 4; byte++) out[at + byte] = word >>> (byte * 8);
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function mixed(word: number): number {
  const once = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}
