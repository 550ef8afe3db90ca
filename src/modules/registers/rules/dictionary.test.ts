import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryText, entryTexts } from '../../../kernel/packed-column';
import { packedColumn } from '../testing/sheets';
import { Dictionary } from './dictionary';

describe('the dictionary of a field', () => {
  it('gives every cell its text, replaced or not, and equal texts one number, over any number of sheets', () => {
    const cell = fc.constantFrom(
      '',
      '张三',
      '张 三',
      '李四',
      '李　四',
      '王五',
      '无',
      'AAAAAABBBBBBCCCCCC',
      'AAAAAAxBBBBBBCCCCCC',
    );
    const sheets = fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 4 });
    fc.assert(
      fc.property(sheets, (columns) => {
        const dictionary = new Dictionary();
        const numbers = columns.map((cells) => {
          const { codes, entries } = packedColumn(cells);
          const ofEntry = dictionary.addColumn(entries, replacements(entryTexts(entries)));
          return Array.from(codes, (code) => ofEntry[code]);
        });
        const packed = dictionary.packed();
        const texts = numbers.map((column) => column.map((number) => entryText(packed, number)));
        expect(texts).toEqual(columns.map((cells) => cells.map(cleaned)));
        expect(new Set(entryTexts(packed)).size).toBe(packed.count);
        expect([...packed.kinds]).toEqual(Array(packed.count).fill(0));
      }),
      { numRuns: 500 },
    );
  });

  it('knows a text that was added by itself', () => {
    const dictionary = new Dictionary();
    const [, first] = dictionary.addColumn(packedColumn(['公营子镇']).entries, new Map());
    expect(dictionary.add('公营子镇')).toBe(first);
    expect(dictionary.add('')).toBe(0);
    const later = dictionary.add('甘招镇');
    expect(entryText(dictionary.packed(), later)).toBe('甘招镇');
  });
});

function cleaned(text: string): string {
  return text === '无' ? '' : text.replace(/\s/g, '');
}

function replacements(texts: readonly string[]): Map<number, string> {
  return new Map(texts.flatMap((text, entry) => (text !== cleaned(text) ? [[entry, cleaned(text)] as const] : [])));
}
