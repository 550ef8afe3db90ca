import { chmodSync, mkdirSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { CFB } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from './limits';
import { readSheets } from './read';
import { bookOf, bookParts, ownFiles, readAll, refusalOf, textsOf, zipOf } from './testing/files';
import type { SheetRefusalCode } from './types';

const { aFile, aPath } = ownFiles();

const oneRow = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
const goodBook = bookOf({ sheet: oneRow });
const megabyte = 1024 * 1024;

/** A hundred thousand cells of one register, so that reading it takes long enough to be stopped. */
function longList(rows: number): string {
  return Array.from({ length: rows }, (_, row) => `张三${row},2113242012030${row},喀左县第${row}小学`).join('\n');
}

function ole(stream: string): Buffer {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, `/${stream}`, Buffer.alloc(5000));
  return Buffer.from(CFB.write(container, { type: 'buffer' }));
}

describe('a file that is no table is refused with a sentence that names it and says what to do', () => {
  it.each<[string, SheetRefusalCode, string | Uint8Array, RegExp]>([
    ['空.csv', 'empty', '', /是空的/],
    ['空白.csv', 'empty', ' \n\n , \n', /没有任何内容/],
    ['空表.xlsx', 'empty', bookOf({ sheet: '<sheetData/>' }), /没有任何内容/],
    ['照片.xlsx', 'notASheet', Buffer.from('\x89PNG\r\n\x1a\n0000000000', 'latin1'), /图片/],
    ['照片.csv', 'notASheet', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), /图片/],
    ['通知.xls', 'notASheet', '%PDF-1.7\n', /PDF/],
    ['通知.docx', 'notASheet', zipOf([{ name: 'word/document.xml', data: '<w/>' }]), /文档.*另存为 \.xlsx/],
    ['通知.doc', 'notASheet', ole('WordDocument'), /文档/],
    ['材料.zip', 'notASheet', zipOf([{ name: '名单.csv', data: 'a,b' }]), /压缩包.*解压/],
    ['材料.rar', 'notASheet', 'Rar!\x1a\x07\x00', /压缩包/],
    ['名单.xlsb', 'notASheet', zipOf([{ name: 'xl/workbook.bin', data: '' }]), /xlsb.*另存为 \.xlsx/],
    ['名单.ods', 'notASheet', zipOf([{ name: 'content.xml', data: '' }]), /另存为 \.xlsx/],
    ['网页.xls', 'notASheet', '<html><table><tr><td>张三</td></tr></table></html>', /网页.*另存为 \.xlsx/],
    ['旧版.xls', 'notASheet', '\ufeff<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', /另存为 \.xlsx/],
    ['程序.csv', 'notASheet', Buffer.from([77, 90, 0, 1, 2, 3, 0, 0]), /认不出/],
    ['乱码.csv', 'notASheet', Buffer.from([97, 44, 98, 10, 0xff, 0xff, 0xff, 44, 97]), /认不出/],
    ['有密码.xlsx', 'protected', ole('EncryptedPackage'), /密码/],
    ['有密码.zip', 'protected', zipOf([{ name: 'xl/workbook.xml', data: 'x', flags: 1 }]), /密码/],
    ['不完整.xls', 'broken', ole('Workbook').subarray(0, 700), /损坏/],
    ['不完整.xlsx', 'broken', goodBook.subarray(0, goodBook.length - 40), /损坏|没有下载完整/],
  ])('%s: %s', async (name, code, content, says) => {
    const refusal = await refusalOf(aFile(name, content));
    expect(refusal.code).toBe(code);
    expect(refusal.message).toMatch(says);
    expect(refusal.message).toContain(`“${name}”`);
    expect(refusal.en).toContain(`"${name}"`);
    expect(refusal.en).toMatch(/^[^{}]*\.$/);
  });

  it('a folder, a missing file, and one without the right to read it', async () => {
    mkdirSync(aPath('文件夹.xlsx'));
    expect((await refusalOf(aPath('文件夹.xlsx'))).message).toMatch(/文件夹/);
    expect((await refusalOf(aPath('没有.xlsx'))).code).toBe('notFound');
    const secret = aFile('secret.csv', 'a,b');
    chmodSync(secret, 0);
    // The superuser may read everything.
    if (process.getuid?.() !== 0) expect((await refusalOf(secret)).code).toBe('notFound');
  });

  it('but a right file under a wrong name is read', async () => {
    expect((await readAll(aFile('其实是.csv', goodBook))).preview.format).toBe('xlsx');
    expect((await readAll(aFile('其实是.xlsx', '姓名,村\n张三,东村\n'))).preview.format).toBe('csv');
  });
});

describe('a hostile .xlsx is refused quickly and cheaply', () => {
  const inflating = Buffer.alloc(300 * megabyte, 65);
  const oneCell = '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>';
  const part = (data: string | Uint8Array) => ({ name: 'xl/worksheets/sheet1.xml', data });
  const withSheet = (data: string | Uint8Array) =>
    zipOf([...bookParts({ sheet: '' }).filter(({ name }) => !name.includes('sheet1')), part(data)]);

  it.each<[string, SheetRefusalCode, () => Uint8Array]>([
    ['of one cell that inflates to 300 MB', 'cellTooLong', () => withSheet(Buffer.concat([Buffer.from(oneCell), inflating]))],
    [
      'of empty rows that inflate two hundred times',
      'suspicious',
      () => withSheet(`<worksheet><sheetData>${'<row></row>'.repeat(900_000)}</sheetData></worksheet>`),
    ],
    [
      'of shared strings that inflate two hundred times',
      'suspicious',
      () => bookOf({ sheet: oneRow, strings: '<si><t>a</t></si>'.repeat(700_000) }),
    ],
    [
      'with an entity',
      'suspicious',
      () => withSheet(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>${oneRow}</worksheet>`),
    ],
    [
      'with an entity that is nowhere declared',
      'suspicious',
      () => withSheet('<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&a;</v></c></row></sheetData></worksheet>'),
    ],
    [
      'with a DTD in a small part',
      'suspicious',
      () => bookOf({ sheet: oneRow, workbook: '<!DOCTYPE workbook [<!ENTITY a "b">]><workbook/>' }),
    ],
    [
      'with 3,000 parts',
      'suspicious',
      () =>
        bookOf({
          sheet: oneRow,
          more: Array.from({ length: 3000 }, (_, index) => ({ name: `xl/media/${index}.png`, data: '' })),
        }),
    ],
    [
      'with a part outside of itself',
      'suspicious',
      () => bookOf({ sheet: oneRow, more: [{ name: '../../etc/cron.d/x', data: '' }] }),
    ],
    ['with an absolute part', 'suspicious', () => bookOf({ sheet: oneRow, more: [{ name: '/etc/x', data: '' }] })],
    ['with two parts of one name', 'suspicious', () => bookOf({ sheet: oneRow, more: [part('<worksheet/>')] })],
    ['nested a hundred deep', 'suspicious', () => withSheet(`<worksheet>${'<a>'.repeat(100)}${'</a>'.repeat(100)}</worksheet>`)],
    [
      'with elements that do not nest',
      'broken',
      () => withSheet('<worksheet><sheetData><row r="1"><c r="A1"><v>1</c></v></row></sheetData></worksheet>'),
    ],
    ['that ends in the middle of a row', 'broken', () => withSheet('<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c>')],
    [
      'with a row above the last',
      'broken',
      () => withSheet('<worksheet><sheetData><row r="5"/><row r="4"/></sheetData></worksheet>'),
    ],
    [
      'with a row below the last of Excel',
      'broken',
      () => withSheet('<worksheet><sheetData><row r="1048577"/></sheetData></worksheet>'),
    ],
    [
      'with a shared string that does not exist',
      'broken',
      () => bookOf({ sheet: oneRow.replace('<c r="A1">', '<c r="A1" t="s">') }),
    ],
    [
      'in another code than UTF-8',
      'broken',
      () => withSheet(`<?xml version="1.0" encoding="gb2312"?><worksheet>${oneRow}</worksheet>`),
    ],
    [
      'whose data do not inflate',
      'broken',
      () =>
        zipOf(
          bookParts({ sheet: oneRow }).map((found) =>
            found.name.includes('sheet1') ? { ...found, packed: Buffer.from([7, 7, 7]) } : found,
          ),
        ),
    ],
    [
      'whose data are others than its checksum says',
      'broken',
      () =>
        zipOf(
          bookParts({ sheet: oneRow }).map((found) =>
            found.name.includes('sheet1')
              ? { ...found, packed: deflateRawSync(Buffer.from(String(found.data).replace('>1<', '>2<'))) }
              : found,
          ),
        ),
    ],
  ])('%s', async (_, code, content) => {
    const file = aFile('hostile.xlsx', content());
    const started = performance.now();
    const refusal = await refusalOf(file, { limits: { memoryMb: 150 } });
    expect(refusal.code).toBe(code);
    expect(refusal.message).toMatch(/^“hostile\.xlsx”.*请.*。$/);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('that unpacks to more than allowed, by its own word or in fact', async () => {
    const file = aFile(
      'large.xlsx',
      bookOf({ sheet: `<sheetData><row r="1"><c r="A1" t="str"><v>${'村'.repeat(90_000)}</v></c></row></sheetData>` }),
    );
    expect((await refusalOf(file, { limits: { unpackedBytes: 100_000 } })).code).toBe('tooLarge');
  });

  it('while a range merged over a million rows stays the one range it is', async () => {
    const sheet = `${oneRow}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`;
    const { preview } = await readAll(aFile('merged.xlsx', bookOf({ sheet })), { limits: { memoryMb: 100 } });
    expect(preview.sheets[0].merges).toEqual([{ row: 1, column: 0, lastRow: 1_048_576, lastColumn: 16_383 }]);
  });

  it('while a sheet that is formatted down to its last row is read', async () => {
    const styled = Array.from({ length: 1_048_575 }, (_, row) => `<row r="${row + 2}" s="1" customFormat="1"/>`).join('');
    const file = aFile('formatted.xlsx', bookOf({ sheet: oneRow.replace('</sheetData>', `${styled}</sheetData>`) }));
    expect((await readAll(file)).rows).toEqual([['1']]);
  });

  it('with too long a cell, too many columns or too many rows, and says where', async () => {
    const long = aFile(
      'long.xlsx',
      bookOf({
        sheet: '<sheetData><row r="3"><c r="AB3" t="s"><v>0</v></c></row></sheetData>',
        strings: `<si><t>${'村'.repeat(4001)}</t></si>`,
      }),
    );
    expect(await refusalOf(long)).toMatchObject({ code: 'cellTooLong', message: expect.stringMatching(/第 3 行 AB 列/) });
    const wide = aFile('wide.xlsx', bookOf({ sheet: '<sheetData><row r="3"><c r="ZZ3"><v>1</v></c></row></sheetData>' }));
    expect(await refusalOf(wide)).toMatchObject({ code: 'tooManyColumns', message: expect.stringMatching(/第 3 行超过 400 列/) });
    expect((await refusalOf(aFile('rows.xlsx', goodBook), { limits: { rows: 0 } })).code).toBe('tooManyRows');
  });
});

describe('the reading process is stopped', () => {
  it('when a file is larger than allowed, before it is read', async () => {
    const refusal = await refusalOf(aFile('large.csv', longList(100_000)), { limits: { fileBytes: megabyte } });
    expect(refusal).toMatchObject({ code: 'tooLarge', message: expect.stringMatching(/\d+ MB，超过 1 MB/) });
  });

  it('when it takes more memory than allowed', async () => {
    const refusal = await refusalOf(aFile('heavy.csv', longList(1_500_000)), { limits: { memoryMb: 90 } });
    expect(refusal.code).toBe('outOfMemory');
  });

  it('when it takes too long', async () => {
    const refusal = await refusalOf(aFile('slow.csv', longList(1_000_000)), { limits: { seconds: 0.3 } });
    expect(refusal.code).toBe('tooSlow');
  });

  it('when the caller aborts, with the reason of the caller', async () => {
    const abort = new AbortController();
    const reason = new Error('the user closed the page');
    const reading = readAll(aFile('abort.csv', longList(1_000_000)), {
      signal: abort.signal,
      onProgress: () => abort.abort(reason),
    });
    await expect(reading).rejects.toBe(reason);
    await expect(readAll('any.csv', { signal: abort.signal })).rejects.toBe(reason);
  });

  it('when the caller fails to choose, with that fault as it is', async () => {
    const fault = new Error('no such profile');
    const reading = readSheets(aFile('choice.csv', 'a,b\n'), () => Promise.reject(fault));
    await expect(reading).rejects.toBe(fault);
  });

  it('but not because of surroundings that other programs need', async () => {
    const before = process.env.NODE_OPTIONS;
    process.env.NODE_OPTIONS = '--no-such-option';
    try {
      expect((await readAll(aFile('env.csv', 'a,b\n'))).rows).toEqual([['a', 'b']]);
    } finally {
      if (before === undefined) delete process.env.NODE_OPTIONS;
      else process.env.NODE_OPTIONS = before;
    }
  });
});

it('progress is told while a long file is read, up to its last row', async () => {
  const seen: number[] = [];
  const sheets = await readSheets(aFile('progress.csv', longList(300_000)), () => [{ sheet: '', fromRow: 1, columns: [0] }], {
    limits: { ...defaultLimits, seconds: 60 },
    onProgress: (rows) => seen.push(rows),
  });
  expect(textsOf(sheets[0]).at(-1)).toEqual(['张三299999']);
  expect(seen.at(-1)).toBe(300_000);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
});
