import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { writeCsv } from './csv';

it('quotes a cell that holds a comma, a quote or a line break, and no other', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'csv-'));
  const file = path.join(folder, 'a.csv');
  await writeCsv(file, [['一', 2, null, ''], ['a,b', '三'], ['c"d'], ['e\nf', 'g']]);
  expect(await readFile(file, 'utf8')).toBe('\ufeff一,2,,\r\n"a,b",三\r\n"c""d"\r\n"e\nf",g\r\n');
  await rm(folder, { recursive: true });
});
