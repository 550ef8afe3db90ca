import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { read } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from './limits';
import { openArchive } from './reader/xlsx/archive';
import { ownFiles, readAll } from './testing/files';
import type { SheetOut } from './types';
import { writeWorkbook } from './write/workbook';

const { aPath } = ownFiles();

const people = Array.from({ length: 90 }, (_, at) => `第${at + 1}族`);

const form: SheetOut = {
  name: '名单',
  columns: [
    { header: '问题', width: 30, wrap: true },
    { header: '姓名', width: 12 },
    { header: '性别', width: 8, choices: ['男', '女'] },
    { header: '民族', width: 8, choices: people },
    { header: '行标识', width: 4, hidden: true },
  ],
  rows: [
    ['身份证号少一位', '张三', { text: '难', note: '请填“男”或“女” <改>' }, '第3族', 'a#1'],
    [null, { text: '=1+1', note: '不是姓名' }, '女', null, 'a#2'],
  ],
};

async function written(name: string, ...sheets: readonly SheetOut[]): Promise<string> {
  const file = aPath(name);
  await writeWorkbook(file, sheets);
  return file;
}

async function partOf(file: string, name: string): Promise<string> {
  return (await openArchive(file, defaultLimits)).text(name);
}

describe('a form of ours', () => {
  it('comes back with its marked cells as plain text, its hidden column and its hidden sheet of choices', async () => {
    const file = await written('表.xlsx', form);
    const { preview, rows } = await readAll(file, { sheet: '名单' });
    expect(rows).toEqual([
      ['问题', '姓名', '性别', '民族', '行标识'],
      ['身份证号少一位', '张三', '难', '第3族', 'a#1'],
      ['', '=1+1', '女', '', 'a#2'],
    ]);
    expect(preview.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['名单', false],
      ['选项', true],
    ]);
    expect(preview.sheets[0].hiddenColumns).toEqual([4]);
  });

  it('marks a cell red and notes beside it why, in the words another program reads too', async () => {
    const file = await written('红.xlsx', form);
    const sheet = read(readFileSync(file), { cellStyles: true }).Sheets.名单;
    expect(sheet.C2.s?.fgColor?.rgb).toBe('FFC7CE');
    expect(sheet.A2.s?.fgColor).toBeUndefined();
    const notes = Object.entries(sheet).flatMap(([address, cell]) => (cell.c ? [[address, cell.c[0].t]] : []));
    expect(notes).toEqual([
      ['C2', '请填“男”或“女” <改>'],
      ['B3', '不是姓名'],
    ]);
    expect(sheet.B3).toMatchObject({ t: 's', v: '=1+1' });
    expect(sheet.B3.f).toBeUndefined();
  });

  it('offers the choices of a column from the hidden sheet, however many they are', async () => {
    const file = await written('选.xlsx', form, { ...form, name: '第二张' });
    const rules = async (sheet: number) =>
      [...(await partOf(file, `xl/worksheets/sheet${sheet}.xml`)).matchAll(/sqref="([^"]*)"><formula1>(.*?)<\/formula1>/g)].map(
        ([, cells, range]) => [cells, range],
      );
    expect(await rules(1)).toEqual([
      ['C2:C60000', "'选项'!$A$2:$A$3"],
      ['D2:D60000', "'选项'!$B$2:$B$91"],
    ]);
    expect((await rules(2)).map(([, range]) => range)).toEqual(["'选项'!$C$2:$C$3", "'选项'!$D$2:$D$91"]);
    const { rows } = await readAll(file, { sheet: '选项' });
    expect([rows[0], rows[1], rows[90]]).toEqual([
      ['性别', '民族', '性别', '民族'],
      ['男', '第1族', '男', '第1族'],
      ['', '第90族', '', '第90族'],
    ]);
  });

  it('is put away with its notes when there are very many: the cells stay red', async () => {
    const rows = Array.from({ length: 6_000 }, (_, at) => [null, { text: `${at}`, note: '错' }, null, null, null]);
    const file = await written('多.xlsx', { ...form, rows });
    expect((await partOf(file, 'xl/comments1.xml')).match(/<comment /g)).toHaveLength(5_000);
    expect((await readAll(file, { sheet: '名单' })).rows).toHaveLength(6_001);
  });

  const office = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find(existsSync);
  it.skipIf(office === undefined)(
    'is opened by an office program, with choices, notes and red cells',
    { timeout: 240_000 },
    async () => {
      const file = await written('办公.xlsx', form);
      const folder = mkdtempSync(path.join(tmpdir(), 'office-'));
      try {
        const profile = `-env:UserInstallation=file://${folder}/profile`;
        execFileSync(office ?? '', [profile, '--headless', '--convert-to', 'fods', '--outdir', folder, file], {
          timeout: 200_000,
        });
        const seen = readFileSync(path.join(folder, '办公.fods'), 'utf8');
        expect(seen).toMatch(/content-validation [^>]*cell-content-is-in-list\(\[?(\$'?选项'?|&apos;选项&apos;)/);
        expect(seen).toContain('请填“男”或“女” &lt;改&gt;');
        expect(seen).toContain('fo:background-color="#ffc7ce"');
        expect(seen).toMatch(/table:visibility="collapse"/);
        expect(seen).not.toContain('table:formula=');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});
