import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellText } from '../../../kernel/packed-column';
import { writeDemo } from '../../../tools/demo';
import { compareSnapshots, type RowIndex } from '../rules/row-index';
import { type RawMade, rawFileOf } from '../testing/raw';
import { anIdNumber } from '../testing/sheets';
import { type RawFile, readRaw, registerOf } from './raw-register';
import { indexOf } from './row-hashes';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'same-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function rawOf(file: string): Promise<RawFile[]> {
  const read: RawFile[] = [];
  for await (const one of readRaw('attending', [file])) read.push(one);
  return read;
}

const secret = Buffer.alloc(32, 7);
const boy = anIdNumber('20120305', '001');
const girl = anIdNumber('20130901', '002');

function indexFor(files: readonly RawFile[], key = secret): RowIndex {
  return indexOf(registerOf('attending', files), key);
}

function one(headers: string, rows: RawMade['rows'], more: Partial<RawMade> = {}): RawFile[] {
  return [rawFileOf('attending', '名单.xlsx', { headers, rows, ...more })];
}

/** What became of the rows: new, changed, unchanged, gone. */
function counts(before: readonly RawFile[], after: readonly RawFile[]): number[] {
  const { fresh, changed, unchanged, gone } = compareSnapshots(indexFor(before), indexFor(after));
  return [fresh.length, changed.length, unchanged.length, gone.length];
}

const headers = '序号|姓名|性别|身份证号|班级|特长';
const class1 = [
  ['1', '张三', '男', boy, '1班', '足球'],
  ['2', '李四', '女', girl, '1班', ''],
  ['3', '王五', '男', '', '1班', ''],
];

describe('the same list again changes nothing', () => {
  it('whatever its columns, blanks, name, and counting', () => {
    const other = [
      ['足球', '男', `'${boy}`, '1班', '张　三', '9'],
      ['', '女', girl.toLowerCase(), '１班', '李四', '8'],
      ['', '男', '', '1班', '王五', '7'],
    ];
    const renamed = [
      rawFileOf('attending', '新名字.xls', { name: '别的名', headers: '特长|性别|身份证号|班级|姓名|序号', rows: other }),
    ];
    expect(counts(one(headers, class1), renamed)).toEqual([0, 0, 3, 0]);
  });

  it('but another value does, also in a column that no field reads', () => {
    const changed = (row: number, column: number, value: string) =>
      class1.map((cells, at) => (at === row ? cells.map((cell, place) => (place === column ? value : cell)) : cells));
    expect(counts(one(headers, class1), one(headers, changed(0, 4, '2班')))).toEqual([0, 1, 2, 0]);
    expect(counts(one(headers, class1), one(headers, changed(1, 5, '音乐')))).toEqual([0, 1, 2, 0]);
    expect(counts(one(headers, class1), one(headers, changed(0, 0, '17')))).toEqual([0, 0, 3, 0]);
    expect(counts(one(headers, class1), one(headers, class1.slice(1)))).toEqual([0, 0, 2, 1]);
  });

  it('finds a child again whose number was mended', () => {
    const before = [['张三', '男', boy.slice(0, 17), '2012-03-05']];
    const after = [['张三', '男', boy, '2012-03-05']];
    expect(counts(one('姓名|性别|身份证号|出生日期', before), one('姓名|性别|身份证号|出生日期', after))).toEqual([0, 1, 0, 0]);
  });

  it('keeps two children apart of whom a list knows only the same name', () => {
    const rows = [
      ['张伟', '1班'],
      ['张伟', '1班'],
    ];
    expect(counts(one('姓名|班级', rows), one('姓名|班级', rows))).toEqual([0, 0, 2, 0]);
    expect(counts(one('姓名|班级', rows), one('姓名|班级', rows.slice(1)))).toEqual([0, 0, 1, 1]);
  });

  it('says nothing to whom lacks the key of the county', () => {
    const [mine, others] = [indexFor(one(headers, class1)), indexFor(one(headers, class1), Buffer.alloc(32, 8))];
    expect(compareSnapshots(mine, others).unchanged).toEqual([]);
    const contents = [mine, others].map(
      (index): readonly string[] => Buffer.from(index.contents).toString('hex').match(/.{24}/g) ?? [],
    );
    expect(contents[0].filter((one) => contents[1].includes(one))).toEqual([]);
    expect(Buffer.from(mine.keys).includes(Buffer.from(boy.slice(0, 6)))).toBe(false);
  });
});

describe('a whole register, split and shuffled', () => {
  it('gives the same rows in any of a thousand ways', async () => {
    const demo = await writeDemo(path.join(folder, 'demo'), { seed: 11, children: 60, format: 'csv' });
    const read = await rawOf(demo.attending);
    const whole = indexFor(read);
    const [{ facts, rows: sheet }] = read[0].sheets;
    const names = facts.headers.map(({ header }) => header);
    const rows = Array.from(sheet.rowNumbers, (_, row) => sheet.columns.map((column) => cellText(column, row)));
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), fc.integer({ min: 1, max: 5 }), (draws, parts) => {
        const draw = () => draws.next().value ?? 0;
        const files = Array.from({ length: parts }, (): RawMade['rows'][number][] => []);
        for (const { row } of rows.map((row) => ({ row, key: draw() })).sort((x, y) => x.key - y.key))
          files[draw() % parts].push(row);
        const filled = files.filter((part) => part.length > 0);
        const split = filled.map((part, at) => rawFileOf('attending', `${at}.csv`, { headers: names.join('|'), rows: part }));
        const { unchanged, ...rest } = compareSnapshots(whole, indexFor(split));
        expect([unchanged.length, rest]).toEqual([whole.count, { fresh: [], changed: [], gone: [] }]);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same rows from a .csv as from a workbook', async () => {
    const file = path.join(folder, '名单.csv');
    await writeFile(file, [headers, ...class1.map((row) => row.join('|'))].join('\n').replaceAll('|', ','));
    expect(counts(one(headers, class1), await rawOf(file))).toEqual([0, 0, 3, 0]);
  });
});
