import { writeFileSync } from 'node:fs';
import { read } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { defaultLimits } from './limits';
import { openArchive } from './reader/xlsx/archive';
import { ownFiles, readAll } from './testing/files';
import type { SheetOut } from './types';
import { workbookBytes } from './write/workbook-bytes';

const { aPath } = ownFiles();

const rows = Array.from({ length: 3_000 }, (_, at) => [`第${at}名`, at === 7 ? '=HYPERLINK("x")' : `值${at}`]);
const columns = [
  { header: '姓名', width: 12 },
  { header: '说明', width: 20 },
];
const list: SheetOut = { name: '台账', top: ['导出人 A&B', '=1+1'], paper: '导出人 A&B · <内部>', columns, rows };

async function* oneByOne() {
  for (const row of rows) yield row;
}

it('is the same, byte for byte, whether its rows are there or come one by one', async () => {
  const together = await workbookBytes([list]);
  expect(together.equals(await workbookBytes([{ ...list, rows: oneByOne() }]))).toBe(true);
});

it('puts its lines above the headers, which stay in view and on every page', async () => {
  const file = aPath('有抬头.xlsx');
  writeFileSync(file, await workbookBytes([list]));
  const all = (await readAll(file, { sheet: '台账' })).rows;
  expect(all.slice(0, 4)).toEqual([['导出人 A&B', ''], ['=1+1', ''], ['姓名', '说明'], rows[0]]);
  expect(all.length).toBe(rows.length + 3);
  const archive = await openArchive(file, defaultLimits);
  const sheet = await archive.text('xl/worksheets/sheet1.xml');
  expect(sheet).toContain('ySplit="3" topLeftCell="A4"');
  expect(sheet).toContain('<autoFilter ref="A3:B3003"/>');
  expect(await archive.text('xl/workbook.xml')).toContain("'台账'!$3:$3");
  expect(sheet).toContain('<oddHeader>&amp;L导出人 A&amp;&amp;B · &lt;内部&gt;</oddHeader>');
});

it('holds no formula, in its lines as little as in its cells', async () => {
  const { 台账: sheet } = read(await workbookBytes([list]), { cellStyles: true }).Sheets;
  const cells = Object.entries(sheet ?? {}).filter(([address]) => /^[A-Z]+\d+$/.test(address));
  expect(cells.filter(([, cell]) => cell.f !== undefined || cell.t !== 's')).toEqual([]);
  expect([sheet?.A2?.v, sheet?.B11?.v]).toEqual(['=1+1', '=HYPERLINK("x")']);
});

it('leaves no source of rows open when it is broken off', async () => {
  let closed = false;
  async function* endless() {
    try {
      for (;;) yield ['一', '二'];
    } finally {
      closed = true;
    }
  }
  const stop = new AbortController();
  const writing = workbookBytes([{ ...list, rows: endless() }], { signal: stop.signal, onProgress: () => stop.abort() });
  await expect(writing).rejects.toThrow();
  expect(closed).toBe(true);
});
