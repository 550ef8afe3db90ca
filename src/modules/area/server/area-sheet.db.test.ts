import { type BookType, utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownFiles, readAll } from '../../../platform/sheets/testing/files';
import { asking, type TestHouse, testHouse } from '../../../platform/testing/house';
import type { AreaPreview, AreasView } from '../contract';
import { callerOf } from '../testing/calling';
import { routes } from './index';

const { aFile } = ownFiles();

let house: TestHouse;
let call: ReturnType<typeof callerOf>;
const officer = asking({ role: 'bureau-officer', tree: 'county', path: '211324/' });
const township = asking({ role: 'township', tree: 'area', path: '211324/211324101/' });

beforeAll(async () => {
  house = await testHouse();
  house.at(new Date('2025-03-10T04:00:00Z'));
  call = callerOf(house, routes);
});
afterAll(() => house.close());

type Cells = readonly (readonly (string | number)[])[];
const headers = ['统计用区划代码', '城乡分类代码', '名称'];
/** A county of two townships as the statistics bureau publishes it: a title, headers that are not ours, codes as numbers. */
const published: Cells = [
  ['2023年统计用区划代码'],
  [],
  headers,
  [211324000000, '', '喀喇沁左翼蒙古族自治县'],
  [211324101000, '', '南公营子镇'],
  [211324101200, 220, '南村'],
  [211324102000, '', '山嘴子镇'],
  ['211324102200', 220, '山嘴子村'],
];

/** A workbook as Excel (.xlsx) or the old programs of the offices (.xls) write it; the table is on its second sheet. */
function aBook(bookType: BookType, rows: Cells = published): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['说明'], ['数据来源']]), '说明');
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), '区划');
  return write(book, { type: 'buffer', bookType });
}
const csv = (rows: Cells) => Buffer.from(rows.map((row) => row.join(',')).join('\r\n'));

async function textOf(name: string, bytes: Buffer): Promise<string> {
  return (await call<{ text: string }>(officer, 'POST /api/area-table/sheet', { file: { name, bytes } })).text;
}

async function looked(name: string, bytes: Buffer) {
  const text = await textOf(name, bytes);
  return { text, preview: await call<AreaPreview>(officer, 'POST /api/area-table/preview', { body: { text } }) };
}

async function count(): Promise<number> {
  return (await call<AreasView>(officer, 'GET /api/areas')).areas.length;
}

describe('a file of places', () => {
  it.each([
    ['区划.xlsx', aBook('xlsx')],
    ['区划.xls', aBook('biff8')],
    ['区划.csv', csv(published)],
    // Its name says .xls and its bytes another thing: the bytes are believed.
    ['区划.xls', aBook('xlsx')],
  ])('is read by its own headers, whatever it is written in (%s)', async (name, bytes) => {
    const { preview } = await looked(name, bytes);
    expect(preview.problems).toEqual([]);
    expect(preview.added.map(({ code, name: called }) => `${code} ${called}`)).toEqual([
      '211324 喀喇沁左翼蒙古族自治县',
      '211324101 南公营子镇',
      '211324101200 南村',
      '211324102 山嘴子镇',
      '211324102200 山嘴子村',
    ]);
  });

  it('has each bad row named with its number in the sheet, column, value and reason, and nothing of it is done', async () => {
    const bad = [...published, ['211324102201', 220, ''], [], ['21132410220', 220, '北村'], ['2.11E+11', 220, '东村']];
    const { text, preview } = await looked('区划.xlsx', aBook('xlsx', bad));
    expect(preview.problems.map(({ row, column, value, zh }) => [row, column, value, zh])).toEqual([
      [9, '名称', '', '211324102201 没有名称，请补上。'],
      [11, '统计用区划代码', '21132410220', '区划代码“21132410220”不是 6、9 或 12 位数字，请改正。'],
      [12, '统计用区划代码', '2.11E+11', expect.stringContaining('科学计数')],
    ]);
    expect(preview.added).toEqual([]);
    const order = { text, state: preview.state, from: '2025-03-01', reason: '区划调整' };
    await expect(call(officer, 'POST /api/area-table', { body: order })).rejects.toMatchObject({ code: 'table-problems' });
    expect(await count()).toBe(0);
  });

  it('is imported as it was looked at, and comes back from the download unchanged', async () => {
    const { text, preview } = await looked('区划.xls', aBook('biff8'));
    const order = { text, state: preview.state, from: '2025-03-01', reason: '首次导入' };
    expect(await call(officer, 'POST /api/area-table', { body: order })).toMatchObject({ added: 5, closed: 0 });
    const { name, body } = await call<{ name: string; body: Buffer }>(officer, 'GET /api/area-table');
    expect(name).toBe('行政区划-211324.xlsx');
    const again = await looked(name, body);
    expect(again.preview).toMatchObject({ problems: [], added: [], renamed: [], closed: [], unchanged: 5 });
  });

  it('far longer than the table of a county is not taken', async () => {
    const village = (at: number) => [`211324101${String(at).padStart(3, '0')}`, 220, '某某村'.repeat(20)];
    await expect(
      textOf('村.csv', csv([headers, ...Array.from({ length: 20_000 }, (_, at) => village(at))])),
    ).rejects.toMatchObject({
      kind: 'unprocessable',
      says: { zh: '没有读：“村.csv”太长，不像一个县的区划表。请删去表下面的空行和多余内容再选。' },
    });
  });
});

describe('a file that is no table of places', () => {
  it.each([
    ['合影.xlsx', Buffer.from('89504e470d0a1a0a', 'hex'), /“合影.xlsx”其实是一张图片/],
    ['批复.pdf', Buffer.from('%PDF-1.7 …'), /“批复.pdf”其实是 PDF 文档/],
    ['坏.xlsx', Buffer.from('PK\u0003\u0004 broken'), /“坏.xlsx”已经损坏或没有下载完整/],
    ['空.csv', Buffer.alloc(0), /文件“空.csv”是空的/],
    [
      '名册.xlsx',
      aBook('xlsx', [
        ['姓名', '班级'],
        ['张三', '一班'],
      ]),
      /^没有读：“名册.xlsx”里没有写着“区划代码”和“名称”的表头/,
    ],
  ])('is refused with one sentence that names it (%s)', async (name, bytes, says) => {
    await expect(textOf(name, bytes)).rejects.toMatchObject({
      kind: 'unprocessable',
      says: { zh: expect.stringMatching(says), en: expect.stringContaining(name) },
    });
  });

  it('says nothing of what stands in it', async () => {
    const roll = aBook('xlsx', [['张三', '211324201203050011']]);
    await expect(textOf('名册.xlsx', roll)).rejects.toSatisfy((error) => !JSON.stringify(error).includes('张三'));
  });

  it('is for the bureau to read: nobody else is answered', async () => {
    const file = { name: '区划.xlsx', bytes: aBook('xlsx') };
    await expect(call(township, 'POST /api/area-table/sheet', { file })).rejects.toThrow('may not call');
    await expect(call(township, 'GET /api/area-table/template')).rejects.toThrow('may not call');
  });
});

describe('the template', () => {
  it('has the headers and nothing below them, and beside them an example of each level that reads as a table', async () => {
    const { name, body } = await call<{ name: string; body: Buffer }>(officer, 'GET /api/area-table/template');
    expect((await looked(name, body)).preview.problems).toMatchObject([{ code: 'no-areas' }]);
    const { rows: help } = await readAll(aFile('template.xlsx', body), { sheet: '填写说明', fromRow: 2, width: 5 });
    const example = [0, 2, 3, 4].map((column) => help.slice(0, 3).map((row) => row[column] ?? ''));
    const { preview } = await looked('区划.xlsx', aBook('xlsx', example));
    expect(preview.problems).toEqual([]);
    expect(preview.reused).toEqual([]);
  });
});
