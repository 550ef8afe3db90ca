// Bundles our own sources into dist/ (packages stay outside). Takes about 0.1 s, so it is simply done before every run.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Each entry becomes dist/<key>.js; a child process or worker is named by this key (see src/platform/entry.ts). */
const entries = {
  cli: 'src/app/cli.ts',
  'sheet-reader': 'src/platform/sheets/reader/main.ts',
};

function benchEntries() {
  const found = readdirSync(path.join(root, 'bench')).filter((name) => name.endsWith('.bench.ts'));
  return Object.fromEntries(found.map((name) => [`bench/${name.replace(/\.ts$/, '')}`, `bench/${name}`]));
}

export async function build() {
  const esbuild = await import('esbuild');
  const all = Object.entries({ ...entries, ...benchEntries() }).filter(([, file]) => existsSync(path.join(root, file)));
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(all),
    outdir: 'dist',
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    logLevel: 'warning',
  });
}

/** Builds only when a source is newer than the last build; for the command line, where every run would otherwise pay. */
export async function buildIfStale() {
  const built = path.join(root, 'dist/cli.js');
  if (existsSync(built) && newest(path.join(root, 'src')) <= statSync(built).mtimeMs) return;
  rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  await build();
}

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(full) : statSync(full).mtimeMs);
  }
  return latest;
}
