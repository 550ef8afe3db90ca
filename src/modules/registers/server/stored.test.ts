import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellText, type PackedColumn } from '../../../kernel/packed-column';
import { writeDemo } from '../../../tools/demo';
import { registerKinds } from '../rules/register';
import { anIdNumber, type Cell, packedColumn } from '../testing/sheets';
import { ChunkReader, chunkRows, encodeChunks, type RawRows } from './chunks';
import { readRegister } from './intake';
import { type RawFile, readRaw, registerOf } from './raw-register';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'stored-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Through the chunks and back. */
function stored(rows: RawRows): RawRows {
  const reader = new ChunkReader();
  for (const { body } of encodeChunks(rows)) reader.add(body);
  return reader.finish();
}

async function storedFiles(kind: (typeof registerKinds)[number], files: readonly string[]): Promise<RawFile[]> {
  const kept: RawFile[] = [];
  for await (const file of readRaw(kind, files)) {
    kept.push({ ...file, sheets: file.sheets.map((sheet) => ({ ...sheet, rows: stored(sheet.rows) })) });
  }
  return kept;
}

/** Typed arrays as plain ones: views of a larger buffer compare by what they show. */
function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as Uint8Array);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
  }
  return value;
}

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(''),
  fc.constantFrom('张三', '女', '13900000000'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }),
  fc.record({
    text: fc.constantFrom('1', '40973', '#N/A', '2.11324E+17', '张三'),
    kind: fc.constantFrom('text', 'number', 'date', 'boolean', 'error'),
  }),
);

describe('the stored form of a sheet', () => {
  it('comes back to the last code of the last column, whatever the cells', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyCell, anyCell, anyCell), { maxLength: 40 }),
        fc.integer({ min: 1, max: 60 }),
        (rows, times) => {
          const many = Array.from({ length: times }, () => rows).flat();
          const columns = [0, 1, 2].map((at) => packedColumn(many.map((row) => row[at])));
          const raw = { rowNumbers: Uint32Array.from(many, (_, at) => at * 3 + 2), columns };
          if (many.length > 0) expect(plain(stored(raw))).toEqual(plain(raw));
          else expect(stored(raw).rowNumbers.length).toBe(0);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('comes back over the edge of a chunk, with more cells than a byte counts', () => {
    for (const rows of [1, chunkRows - 1, chunkRows, chunkRows + 1, chunkRows * 3]) {
      const cells = Array.from({ length: rows }, (_, at) => `学生${(at * 7) % 700}`);
      const raw = { rowNumbers: Uint32Array.from(cells, (_, at) => at + 2), columns: [packedColumn(cells)] };
      expect(plain(stored(raw))).toEqual(plain(raw));
    }
  });

  it('refuses bytes that are no chunk', () => {
    const [chunk] = encodeChunks({ rowNumbers: Uint32Array.of(2), columns: [packedColumn(['张三'])] });
    expect(() => new ChunkReader().add(chunk.body.subarray(0, 4))).toThrow();
    expect(() => new ChunkReader().add(Buffer.from('no chunk'))).toThrow();
  });
});

describe('a register from what was kept of its files', () => {
  it('is the one that reading the files gives, for each kind of a whole county', async () => {
    const demo = path.join(folder, 'demo');
    await writeDemo(demo, { seed: 7, children: 400, format: 'xlsx' });
    for (const kind of registerKinds) {
      const files = [path.join(demo, `${kind}.xlsx`)];
      expect(plain(registerOf(kind, await storedFiles(kind, files)).register)).toEqual(plain(await readRegister(kind, files)));
    }
  });

  it('is so for several files, hidden sheets, merged classes, dates and rows that hold nothing we need', async () => {
    const sheet = utils.aoa_to_sheet([
      ['公营子镇中心小学'],
      ['序号', '班级', '姓名', '出生日期', '身份证号', '老师的话'],
      [1, '1班', '张三', 40973, anIdNumber(), '好'],
      [2, '', '李四', '2013.9.1', 211324201203050000, ''],
      [3, '', '', '', '', '这一行没有人'],
      [4, '', '', '', '', ''],
      ['合计', '', '合计', '', '', ''],
    ]);
    sheet.D3 = { t: 'n', v: 40973, z: 'yyyy-mm-dd' };
    sheet['!merges'] = [utils.decode_range('B3:B4')];
    const last = utils.aoa_to_sheet([
      ['姓名', '性别'],
      ['去年的学生', '男'],
    ]);
    const book = {
      SheetNames: ['一班', '去年'],
      Sheets: { 一班: sheet, 去年: last },
      Workbook: { Sheets: [{}, { Hidden: 1 as const }] },
    };
    const first = path.join(folder, '一班.xlsx');
    await writeFile(first, write(book, { type: 'buffer', bookType: 'xlsx' }));
    const second = path.join(folder, '二班.csv');
    await writeFile(second, '姓名,性别,家长电话\n王五,男,13900000000\n,,\n赵六,女,');
    const files = [first, second];
    const kept = await storedFiles('attending', files);
    const { register, rawRow, states } = registerOf('attending', kept);
    expect([...rawRow]).toEqual([0, 1, 5, 6]);
    expect([...states]).toEqual([0, 1, 0, 0]);
    expect(plain(register)).toEqual(plain(await readRegister('attending', files)));
    const words = kept[0].sheets[0].rows.columns[5];
    expect(rowsOf(words)).toEqual(['好', '', '这一行没有人', '', '']);
  });
});

function rowsOf(column: PackedColumn): string[] {
  return Array.from(column.codes, (_, row) => cellText(column, row));
}
