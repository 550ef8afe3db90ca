import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { projectRoot } from '../entry';

/**
 * Makes a program of a few lines of TypeScript that may import from the folder `from`, so that a test can start it as a process
 * and kill it. Answers with the file for Node, in a new folder `into`, which the test takes away.
 */
export async function programOf(lines: string, from: string, into: string): Promise<string> {
  mkdirSync(into);
  symlinkSync(path.join(projectRoot(), 'node_modules'), path.join(into, 'node_modules'));
  const file = path.join(into, 'program.mjs');
  await build({
    stdin: { contents: lines, resolveDir: from, loader: 'ts' },
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
