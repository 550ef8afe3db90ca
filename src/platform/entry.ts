import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Path of a built entry (`dist/<name>.js`), wherever this code itself runs from: the bundle or, in tests, the source tree.
 * Throws when the project has not been built, which is a fault of the program and not of its user.
 */
export function builtEntry(name: string): string {
  const file = path.join(projectRoot(), 'dist', `${name}.js`);
  if (!existsSync(file)) throw new Error(`dist/${name}.js is missing: run "npm run build"`);
  return file;
}

/** The folder that holds package.json. */
export function projectRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('package.json not found above this program');
    folder = parent;
  }
  return folder;
}
