import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { textsOf } from './testing/files';
import { readUploaded } from './uploaded';

const folder = mkdtempSync(path.join(tmpdir(), 'uploaded-'));
beforeAll(() => void vi.stubEnv('TMPDIR', folder));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const sent = (name: string, content: string | Buffer) => ({ name, stream: Readable.from([Buffer.from(content)]) });
const kept = () => readdirSync(folder, { recursive: true }).map(String);

describe('a sheet that somebody sent', () => {
  it('is read from a file that nobody else can open, and which is gone afterwards', async () => {
    let mode = 0;
    const [sheet] = await readUploaded(sent('村.csv', '代码,名称\n1,甲\n'), ({ path: file, sheets: [first] }) => {
      mode = statSync(path.join(folder, kept().find((name) => name.endsWith('.csv')) ?? '')).mode & 0o777;
      expect(path.dirname(path.dirname(file))).toBe(folder);
      return [{ sheet: first?.name ?? '', fromRow: 2, columns: [0, 1] }];
    });
    expect(sheet && textsOf(sheet)).toEqual([['1', '甲']]);
    expect(mode).toBe(0o600);
    expect(kept()).toEqual([]);
  });

  it('is refused by the name that its sender gave it, and is gone as well', async () => {
    const refused = readUploaded(sent('合影.xlsx', Buffer.from('89504e470d0a1a0a', 'hex')), () => []);
    await expect(refused).rejects.toMatchObject({
      kind: 'unprocessable',
      code: 'sheet-refused',
      says: { zh: '“合影.xlsx”其实是一张图片，不是表格，请选择 .xlsx、.xls 或 .csv 文件。' },
    });
    const unwanted = readUploaded(sent('名册.csv', '姓名,学校\n甲,乙\n'), () => {
      throw new Error('not this one');
    });
    await expect(unwanted).rejects.toThrow('not this one');
    expect(kept()).toEqual([]);
  });
});
