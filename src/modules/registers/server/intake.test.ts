import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SheetRefusal, writeWorkbook } from '../../../platform/sheets/index';
import { births, texts } from '../testing/reading';
import { anIdNumber } from '../testing/sheets';
import { RegisterRefusal, readRegister } from './index';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'registers-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function csv(name: string, ...lines: readonly string[]): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, lines.join('\r\n'));
  return file;
}

/** A workbook; the first line of each sheet is its header. */
async function xlsx(name: string, sheets: Readonly<Record<string, readonly (readonly string[])[]>>): Promise<string> {
  const file = path.join(folder, name);
  const out = Object.entries(sheets).map(([sheet, [header, ...rows]]) => ({
    name: sheet,
    columns: header.map((text) => ({ header: text, width: 12 })),
    rows,
  }));
  await writeWorkbook(file, out);
  return file;
}

async function refusalOf(reading: Promise<unknown>): Promise<unknown> {
  return reading.then(
    () => undefined,
    (error: unknown) => error,
  );
}

const boy = anIdNumber('20120305', '001');
const girl = anIdNumber('20130901', '002');

describe('reading the files of a register', () => {
  it('reads text files and workbooks together, each row with its file and its number', async () => {
    const first = await csv(
      '一班.csv',
      '一班学生名单',
      '',
      '姓名,身份证号,性别',
      `张三,${boy},男`,
      '',
      `李四,${girl.toLowerCase()},女`,
    );
    const second = await xlsx('二班.xlsx', {
      三年级2班: [
        ['姓名', '出生日期'],
        ['王五', '2012年1月2日'],
      ],
      说明: [['填写说明'], ['照户口簿填写']],
    });
    const register = await readRegister('attending', [first, second]);
    expect(texts(register, 'name')).toEqual(['张三', '李四', '王五']);
    expect(texts(register, 'idNumber')).toEqual([boy, girl, '']);
    expect(births(register)).toEqual(['', '', '2012-01-02']);
    expect([...register.fileOf]).toEqual([0, 0, 1]);
    expect([...register.rowOf]).toEqual([4, 6, 2]);
    expect(texts(register, 'className')).toEqual(['', '', '三年级2班']);
    expect(register.files).toEqual([first, second]);
    expect(register.problems).toEqual([]);
    expect(register.mappings.map(({ sheet, headerRow, rows }) => [sheet, headerRow, rows])).toEqual([
      ['', 3, 2],
      ['三年级2班', 1, 1],
    ]);
  });

  it('reads many files in their order and tells how far it is', async () => {
    const files: string[] = [];
    for (let i = 0; i < 5; i++) files.push(await csv(`学校${i}.csv`, '姓名,性别', `学生${'甲乙丙丁戊'[i]},男`));
    let told = 0;
    const onProgress = (rows: number) => {
      told = Math.max(told, rows);
    };
    const register = await readRegister('attending', files, { onProgress });
    expect(told).toBe(5);
    expect(texts(register, 'name')).toEqual(['学生甲', '学生乙', '学生丙', '学生丁', '学生戊']);
  });

  it('reads a workbook as offices make them: merged heads, merged classes, dates and numbers as Excel keeps them', async () => {
    const sheet = utils.aoa_to_sheet([
      ['2025年春季学生花名册'],
      ['班级', '姓名', '出生日期', '身份证号', '家庭成员一', ''],
      ['', '', '', '', '姓名', '电话'],
      ['1班', '张三', 40973, 211324201203050000, '张父', 13900000000],
      ['', '李四', '2013.9.1', girl, '李母', '13900000001'],
    ]);
    sheet.C4 = { t: 'n', v: 40973, z: 'yyyy-mm-dd' };
    sheet['!merges'] = ['A1:F1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:F2', 'A4:A5'].map((range) => utils.decode_range(range));
    const lastYear = utils.aoa_to_sheet([
      ['姓名', '性别'],
      ['去年的学生', '男'],
    ]);
    const book = {
      SheetNames: ['名单', '去年'],
      Sheets: { 名单: sheet, 去年: lastYear },
      Workbook: { Sheets: [{}, { Hidden: 1 as const }] },
    };
    const file = path.join(folder, '名单.xlsx');
    await writeFile(file, write(book, { type: 'buffer', bookType: 'xlsx' }));
    const register = await readRegister('attending', [file]);
    expect(texts(register, 'name')).toEqual(['张三', '李四']);
    expect(texts(register, 'className')).toEqual(['1班', '1班']);
    expect(texts(register, 'guardian1Name')).toEqual(['张父', '李母']);
    expect(texts(register, 'guardian1Phone')).toEqual(['13900000000', '13900000001']);
    expect(texts(register, 'idNumber')).toEqual(['', girl]);
    expect(births(register)).toEqual(['2012-03-05', '2013-09-01']);
    expect(register.problems.map(({ sheet: name, row, code }) => `${name} ${row} ${code}`)).toEqual([
      '去年 0 hiddenSheet',
      '名单 4 idLostDigits',
    ]);
  });

  it('warns where the file looks like another register, and reads it nevertheless', async () => {
    const file = await csv('户籍.csv', '学籍接续标识,学校标识码,姓名,身份证件号,入学方式', `,2121000001,张三,${boy},就近入学`);
    const register = await readRegister('household', [file]);
    expect(register.count).toBe(1);
    expect(register.problems.map(({ code, row, message }) => [code, row, message])).toEqual([
      ['looksLikeOther', 0, '这份表看起来像学籍名册，却作为户籍名册导入，请确认没有选错文件。'],
    ]);
  });

  it('refuses a list without header, and shows the shape of its first rows but nobody', async () => {
    const file = await csv('无表头.csv', `张三,男,${boy}`, `李四,女,${girl}`);
    const error = await refusalOf(readRegister('household', [file]));
    expect(error).toBeInstanceOf(RegisterRefusal);
    expect(error).toBeInstanceOf(SheetRefusal);
    const message = error instanceof Error ? error.message : '';
    expect(message).toMatch(/^“无表头.csv”没有找到表头：.*“姓名”.*张○、男、#○○○；李○、女、#○○○。/);
    expect(message).not.toContain('张三');
  });

  it('refuses a file of nobody, and ends the reading of the others', async () => {
    const nobody = await csv('空名单.csv', '姓名,性别', '合计,');
    const other = await csv('好名单.csv', '姓名,性别', '张三,男');
    expect(await refusalOf(readRegister('attending', [nobody, other, other]))).toMatchObject({ reason: 'noPeople' });
  });

  it('refuses what the sheet reader refuses', async () => {
    const file = await csv('好.csv', '姓名,性别', '张三,男');
    expect(await refusalOf(readRegister('attending', [file, path.join(folder, '没有这个文件.xlsx')]))).toMatchObject({
      code: 'notFound',
    });
    expect(await refusalOf(readRegister('attending', [file], { limits: { fileBytes: 3 } }))).toMatchObject({ code: 'tooLarge' });
  });

  it('stops when it is told to', async () => {
    const file = await csv('停.csv', '姓名,性别', '张三,男');
    const reason = new Error('stopped by the user');
    expect(await refusalOf(readRegister('attending', [file], { signal: AbortSignal.abort(reason) }))).toBe(reason);
  });
});
