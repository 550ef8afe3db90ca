import { describe, expect, it } from 'vitest';
import { ByteInterner } from './byte-interner';
import { cellText, entryText, entryTexts, type PackedColumn } from './packed-column';

const column = columnOf(['水泉镇', '', '白塔子镇', '水泉镇']);

describe('a packed column', () => {
  it('gives back the text of every row', () => {
    expect([0, 1, 2, 3].map((row) => cellText(column, row))).toEqual(['水泉镇', '', '白塔子镇', '水泉镇']);
  });

  it('stores equal cells once, and the empty cell as entry 0', () => {
    expect(entryTexts(column.entries)).toEqual(['', '水泉镇', '白塔子镇']);
    expect(entryText(column.entries, 0)).toBe('');
    expect(entryText(column.entries, 2)).toBe('白塔子镇');
  });
});

function columnOf(cells: readonly string[]): PackedColumn {
  const interner = new ByteInterner();
  const encoder = new TextEncoder();
  const codes = Uint32Array.from(cells, (cell) => interner.add(encoder.encode(cell), 0, encoder.encode(cell).length));
  const { bytes, ends, count } = interner.view();
  return { codes, entries: { bytes, ends, count, kinds: new Uint8Array(count) } };
}
