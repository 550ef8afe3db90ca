import { type BookType, utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { cellKind } from '../../kernel/packed-column';
import { rowsWithValues } from './reader/xls/biff';
import { ownFiles, readAll } from './testing/files';

const { aFile } = ownFiles();

/** A register as the old programs of the offices write it. */
function aBook(bookType: BookType): Buffer {
  const sheet = utils.aoa_to_sheet([
    ['名单'],
    ['姓名', '身份证件号码', '出生日期', '在校'],
    ['张三', '211324201203050011', 40973.5625, true],
    [],
    ['李四', 211324201203050000, 3.5, false],
  ]);
  sheet.C3.z = 'yyyy-mm-dd h:mm';
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 3 } }];
  sheet['!cols'] = [{}, { hidden: true }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '一');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['藏']]), '藏');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return write(book, { type: 'buffer', bookType });
}

describe('an old .xls', () => {
  it.each<BookType>(['biff8', 'xlsx'])('is read like the .xlsx of the same table (%s)', async (bookType) => {
    const { preview, rows, kinds, numbers } = await readAll(aFile('old.xls', aBook(bookType)), { sheet: '一' });
    expect(preview.format).toBe(bookType === 'biff8' ? 'xls' : 'xlsx');
    expect(rows.slice(2)).toEqual([
      ['张三', '211324201203050011', '2012-03-05 13:30', 'TRUE'],
      ['李四', expect.stringMatching(/^2113242012030500/), '3.5', 'FALSE'],
    ]);
    expect(kinds.at(-1)).toEqual([cellKind.text, cellKind.number, cellKind.number, cellKind.boolean]);
    expect(numbers).toEqual([1, 2, 3, 5]);
    expect(preview.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['一', false],
      ['藏', true],
    ]);
    expect(preview.sheets[0].merges).toEqual([{ row: 1, column: 0, lastRow: 1, lastColumn: 3 }]);
    expect(preview.sheets[0].hiddenColumns).toEqual([1]);
  });

  it('is checked by the rows that its records fill, whatever a reader makes of them', () => {
    const record = (type: number, ...data: number[]) => [type & 255, type >> 8, data.length, 0, ...data];
    const stream = Uint8Array.from([
      ...record(0x0809, 0, 6, 5, 0),
      ...record(0x000a),
      ...record(0x0809, 0, 6, 0x10, 0),
      ...record(0x00fd, 0, 0),
      ...record(0x027e, 0, 0),
      ...record(0x0203, 7, 1),
      ...record(0x0200, 9, 9),
      ...record(0x0809, 0, 6, 0x20, 0),
      ...record(0x0203, 9, 0),
      ...record(0x000a),
      ...record(0x000a),
    ]);
    expect(rowsWithValues(stream)).toBe(2);
  });
});
