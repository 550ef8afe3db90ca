import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, root } from './files.mjs';

/** What puts something else in the place of a module: it would stay there for the next file, or come too late for this one. */
const replaces = /\bvi\s*\.\s*(mock|doMock|resetModules)\b/;

/** The test files that replace a module, as paths in this checkout. Each of them needs a process of its own. */
export function mockingFiles(): string[] {
  const files = ['src', 'scripts', 'e2e'].flatMap((folder) => filesBelow(path.join(root, folder)));
  const tests = files.filter((file) => /\.test\.tsx?$/.test(file) && replaces.test(readFileSync(file, 'utf8')));
  return tests.map((file) => path.relative(root, file).split(path.sep).join('/'));
}
