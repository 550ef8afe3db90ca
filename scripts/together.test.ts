import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { filesBelow, root } from './files.mjs';
import { leavingOut } from './left-out.mjs';
import { mockingFiles } from './mocking';

it('finds the tests that replace a module, and leaves those that only look like them', () => {
  expect(mockingFiles()).toContain('src/app/matrix-rows.db.test.ts');
  expect(mockingFiles()).not.toContain('src/app/matrix.db.test.ts');
});

it('no helper of the tests asks for something before or after a file by being loaded: it is loaded once for many', () => {
  const sources = ['src', 'e2e'].flatMap((folder) => filesBelow(path.join(root, folder)));
  const helpers = sources.filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
  const asking = helpers.filter((file) => /^(before|after)(All|Each)\(/m.test(readFileSync(file, 'utf8')));
  expect(helpers.length).toBeGreaterThan(500);
  expect(asking).toEqual([]);
});

it('a run leaves out the files that it is told, whatever process they need', () => {
  const out = ['src/app/matrix-queries.db.test.ts', 'src/app/matrix-rows.db.test.ts'];
  const args = ['node_modules/vitest/vitest.mjs', 'list', '--configLoader=runner', '--filesOnly', 'src/app/matrix'];
  const env = { ...process.env, ...leavingOut(out) };
  const { stdout } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
  expect(stdout.trim().split('\n')).toEqual(['[together] src/app/matrix.db.test.ts']);
});
