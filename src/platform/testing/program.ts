import { mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll } from 'vitest';
import { projectRoot } from '../entry';

/**
 * Makes a program of a few lines of TypeScript that may import from `folder`, so that a test can start it as a process and kill
 * it. Answers with the file for Node; it is gone when the test file is done.
 */
export async function programOf(lines: string, folder: string): Promise<string> {
  const place = mkdtempSync(path.join(realpathSync(tmpdir()), 'nol-program-'));
  afterAll(() => rmSync(place, { recursive: true, force: true }));
  symlinkSync(path.join(projectRoot(), 'node_modules'), path.join(place, 'node_modules'));
  const file = path.join(place, 'program.mjs');
  await build({
    stdin: { contents: lines, resolveDir: folder, loader: 'ts' },
    outfile: file,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // It looks for the project as the program in dist/ does.
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(path.join(projectRoot(), 'dist', 'program.mjs')).href) },
    logLevel: 'warning',
  });
  return file;
}
