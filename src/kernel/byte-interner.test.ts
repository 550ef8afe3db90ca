import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteInterner } from './byte-interner';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

describe('the byte interner', () => {
  it('gives equal strings equal numbers, in the order in which they came', () => {
    const interner = new ByteInterner();
    expect(['水泉镇', '白塔子镇', '水泉镇', '', '白塔子镇'].map((text) => add(interner, text))).toEqual([1, 2, 1, 0, 2]);
    expect(interner.count).toBe(3);
  });

  it('numbers strings as a map would, whatever they are and however many more than expected', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 6 }), { maxLength: 300 }), (texts) => {
        const interner = new ByteInterner(1);
        const map = new Map([['', 0]]);
        for (const text of texts) {
          if (!map.has(text)) map.set(text, map.size);
          expect(add(interner, text)).toBe(map.get(text));
        }
        expect(textsOf(interner)).toEqual([...map.keys()]);
      }),
    );
  });

  it('keeps every string through all its growing', () => {
    const interner = new ByteInterner(1);
    const texts = Array.from({ length: 20_000 }, (_, at) => `第${at}号`);
    const numbers = texts.map((text) => add(interner, text));
    expect(numbers).toEqual(texts.map((_, at) => at + 1));
    expect(texts.map((text) => add(interner, text))).toEqual(numbers);
    expect(textsOf(interner)).toEqual(['', ...texts]);
  });

  it('takes one string longer than everything before it', () => {
    const interner = new ByteInterner(1);
    const long = '长'.repeat(5000);
    expect([add(interner, 'a'), add(interner, long), add(interner, long), add(interner, 'a')]).toEqual([1, 2, 2, 1]);
    expect(textsOf(interner)).toEqual(['', 'a', long]);
  });

  it('reads only the part it is shown', () => {
    const interner = new ByteInterner();
    const bytes = encoder.encode('abcabc');
    expect([interner.add(bytes, 0, 3), interner.add(bytes, 3, 6), interner.add(bytes, 0, 2), interner.add(bytes, 2, 2)]).toEqual([
      1, 1, 2, 0,
    ]);
  });

  it('numbers the entries of a column that another interner made', () => {
    const column = new ByteInterner();
    for (const text of ['乙', '甲', '丙']) add(column, text);
    const interner = new ByteInterner();
    add(interner, '甲');
    const numbers = interner.addEntries({ ...column.view(), kinds: new Uint8Array(4) });
    expect([...numbers]).toEqual([0, 2, 1, 3]);
  });
});

function add(interner: ByteInterner, text: string): number {
  const bytes = encoder.encode(text);
  return interner.add(bytes, 0, bytes.length);
}

function textsOf(interner: ByteInterner): string[] {
  const { bytes, ends, count } = interner.view();
  return Array.from({ length: count }, (_, entry) =>
    entry === 0 ? '' : decoder.decode(bytes.subarray(ends[entry - 1], ends[entry])),
  );
}
