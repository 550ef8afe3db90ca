import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Lends an empty folder outside the checkout and takes it away again. */
export async function inEmptyFolder(use) {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'nol-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
