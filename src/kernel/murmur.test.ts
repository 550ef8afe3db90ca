import { describe, expect, it } from 'vitest';
import { murmur, murmurLength } from './murmur';

/** As four words in hexadecimal, the way published examples are written. */
function hashOf(text: string): string {
  const bytes = new Uint8Array(256).fill(0xff);
  const { written } = new TextEncoder().encodeInto(text, bytes);
  const out = new Uint8Array(murmurLength + 1);
  murmur(bytes, written, out, 1);
  return [1, 5, 9, 13].map((at) => Buffer.from(out.subarray(at, at + 4).reverse()).toString('hex')).join('');
}

describe('MurmurHash3 x86 128', () => {
  it('is that of the published examples', () => {
    expect(hashOf('')).toBe('0'.repeat(32));
    expect(hashOf("I will not buy this tobacconist's, it is scratched.")).toBe('9b5b7ba2ef3f7866889adeaf00f3f98e');
  });

  it('tells texts of every length apart, whatever stood behind them', () => {
    const texts = Array.from({ length: 100 }, (_, length) => 'a'.repeat(length));
    expect(new Set(texts.map(hashOf)).size).toBe(100);
    expect(hashOf('张三')).not.toBe(hashOf('张三\0'));
  });
});
