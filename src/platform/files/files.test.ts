import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createKeyRing } from '../crypto';
import { FileFolder } from './files';

const folder = mkdtempSync(path.join(tmpdir(), 'nol-files-'));
let files: FileFolder;
beforeAll(async () => {
  files = new FileFolder(path.join(folder, 'files'), await createKeyRing(path.join(folder, 'ring.json')), '211324');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const described = { name: '名册.csv', mediaType: 'text/csv', purpose: 'register' };

it('takes away the plain copies of processes that are gone, and leaves those that somebody reads', async () => {
  const stored = await files.put(described, Readable.from([Buffer.from('姓名,学校\n')]));
  const scratch = path.join(folder, 'files', 'scratch');
  await files.withPlainCopy(stored, async (copy) => {
    // Our own number, as a process had it before us; and one that nobody has.
    for (const left of [`plain-${process.pid}-0badbead-x1`, 'plain-4194304-0badbead-x2']) mkdirSync(path.join(scratch, left));
    expect(await files.sweepCopies()).toBe(2);
    expect(readFileSync(copy, 'utf8')).toBe('姓名,学校\n');
  });
  expect(readdirSync(scratch)).toEqual([]);
});

it('tells rows whose file is gone, and files that no row names', async () => {
  const kept = await files.put(described, Readable.from([Buffer.from('一')]));
  await files.put(described, Readable.from([Buffer.from('二')]));
  const gone = '01900000-0000-7000-8000-000000000000';
  const { missing, unnamed } = await files.disagreement(new Set([kept.fileId, gone]));
  expect([missing, unnamed]).toEqual([[gone], 2]);
  const empty = new FileFolder(path.join(folder, 'none'), await createKeyRing(path.join(folder, 'other.json')), '211324');
  expect(await empty.disagreement(new Set())).toEqual({ missing: [], unnamed: 0 });
  expect(existsSync(path.join(folder, 'none'))).toBe(false);
});
