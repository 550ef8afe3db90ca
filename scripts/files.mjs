// Where this checkout lies, and how the builders put a file there.
import { mkdirSync, readdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** In one step, so that whoever is just reading finds the old file or the new one. With a time, the file bears that time. */
export function replaceFile(file, contents, time) {
  mkdirSync(path.dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, contents);
  if (time) utimesSync(fresh, time, time);
  renameSync(fresh, file);
}

/**
 * Every file of a folder and of the folders in it, as full paths.
 * @param {string} folder
 * @returns {string[]}
 */
export function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(full) : [full];
  });
}
