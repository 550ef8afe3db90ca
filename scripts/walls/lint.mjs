// Runs Biome with our own configuration over files that break its rules, and says which rule kept silent.
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../build.mjs';
import { inEmptyFolder } from '../empty-folder.mjs';
import { lintCanary } from './lint-canary.mjs';

const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');

/** One sentence for every lint rule of the canary that does not fire as often as it must. */
export async function lintFaults() {
  const found = await inEmptyFolder(async (folder) => {
    plant(folder);
    return lint(folder);
  });
  return Object.entries(lintCanary).flatMap(([file, { rules }]) =>
    Object.entries(rules).flatMap(([rule, wanted]) => {
      const times = found.filter(
        ({ category, severity, location }) => category === `lint/${rule}` && severity === 'error' && location.path === file,
      ).length;
      return times === wanted ? [] : [`lint rule ${rule} fired ${times} times instead of ${wanted} on the canary ${file}`];
    }),
  );
}

function plant(folder) {
  const { vcs: _, $schema: __, ...config } = JSON.parse(readFileSync(path.join(root, 'biome.json'), 'utf8'));
  writeFileSync(path.join(folder, 'biome.json'), JSON.stringify({ root: true, ...config }));
  for (const [file, { text }] of Object.entries(lintCanary)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}

async function lint(folder) {
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 28 }).catch((error) =>
    error.stdout ? error : Promise.reject(error),
  );
  return JSON.parse(stdout).diagnostics;
}
