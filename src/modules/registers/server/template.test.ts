import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { read as readXlsx, utils, write as writeXlsx } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meaningOf } from '../rules/header-names';
import { layoutOf } from '../rules/layout';
import { registerKinds } from '../rules/register';
import { missingColumns } from '../rules/required';
import { texts } from '../testing/reading';
import { anIdNumber } from '../testing/sheets';
import { codeLists } from './code-lists';
import { readRegister } from './intake';
import { readRaw } from './raw-register';
import { templateOf } from './template';
import { templateColumns } from './template-columns';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'templates-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const townships = ['公营子镇', '甘招镇'];
const girl = anIdNumber('20160306', '002');

describe.each(registerKinds)('the template of the %s list', (kind) => {
  async function filled(): Promise<string> {
    const { name, bytes } = await templateOf(kind, townships);
    const book = readXlsx(bytes);
    const sheet = book.Sheets[book.SheetNames[0]];
    const row = templateColumns[kind].map(({ header, example }) => {
      if (header === '姓名') return '赵真人';
      return header !== '残疾人证号' &&
        /身份|证件号|证号/.test(header) &&
        /号/.test(header) &&
        !/类型|监护|成员|户主/.test(header)
        ? girl
        : header === '残疾人证号'
          ? `${girl}53`
          : example;
    });
    utils.sheet_add_aoa(sheet, [['1', ...row]], { origin: 'A3' });
    const file = path.join(folder, `${kind}-${name}`);
    await writeFile(file, writeXlsx(book, { type: 'buffer', bookType: 'xlsx' }));
    return file;
  }

  it('is read back whole: the example is stepped over, the row below is a child', async () => {
    const register = await readRegister(kind, [await filled()]);
    expect(texts(register, 'name')).toEqual(['赵真人']);
    expect([...register.rowOf]).toEqual([3]);
    const ofBirth = register.problems.filter(({ code }) => code !== 'idBirthDiffers' && code !== 'idSexDiffers');
    expect(ofBirth).toEqual([]);
  });

  it('has every column that is required, all of them known, in one sheet of its own', async () => {
    const seen = [];
    for await (const { sheets, hidden } of readRaw(kind, [await filled()])) {
      expect(hidden).toEqual([]);
      seen.push(...sheets);
    }
    expect(seen.map(({ name }) => name)).toHaveLength(1);
    const layout = layoutOf(kind, seen[0].facts);
    expect(missingColumns(kind, layout)).toEqual([]);
    expect(layout.columns.filter(({ role, repeated }) => role === undefined || repeated).map(({ header }) => header)).toEqual([]);
  });

  it('says of each column how it is filled, and offers what an example shows', () => {
    for (const { header, choices, example } of templateColumns[kind]) {
      expect(meaningOf(kind, header)).toBeDefined();
      const list: readonly string[] = choices === undefined ? [] : choices === 'townships' ? townships : codeLists[choices];
      if (list.length > 0 && example !== '') expect(list).toContain(example);
    }
  });
});
