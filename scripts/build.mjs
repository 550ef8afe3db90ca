// Bundles our own sources into dist/ (packages stay outside). Takes about 0.1 s, so it is simply done before a run.
// The pages take longer and have a stamp of their own: build-web.mjs.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPages } from './build-web.mjs';
import { filesBelow, replaceFile, root } from './files.mjs';

export { buildPagesIfStale } from './build-web.mjs';
export { root } from './files.mjs';

/** Each entry becomes dist/<key>.js; a child process or worker is named by this key (see src/platform/entry.ts). */
const entries = {
  cli: 'src/app/cli.ts',
  'job-process': 'src/app/job-process.ts',
  'sheet-reader': 'src/platform/sheets/reader/main.ts',
};

const dist = path.join(root, 'dist');
/** Bears the time of the last build. */
const stamp = path.join(dist, 'built');
const hour = 3_600_000;

/** The benchmarks by name, `compare` for bench/compare.bench.ts. */
export function benchNames() {
  if (!existsSync(path.join(root, 'bench'))) return [];
  return readdirSync(path.join(root, 'bench')).flatMap((name) => /^(.+)[.]bench[.]ts$/.exec(name)?.[1] ?? []);
}

/** Builds when a source is newer than the last build; a checkout that only its owner may write stays usable for others. */
export async function buildIfStale() {
  if (existsSync(stamp) && newest() < statSync(stamp).mtimeMs) return;
  await buildPrograms();
}

/** Programs and pages, whatever was built before. */
export async function build() {
  await buildPrograms();
  await buildPages();
}

async function buildPrograms() {
  const begun = new Date();
  const esbuild = await import('esbuild');
  const benches = Object.fromEntries(benchNames().map((name) => [`bench/${name}`, `bench/${name}.bench.ts`]));
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: { ...entries, ...benches },
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
    write: false,
  });
  for (const { path: file, contents } of outputFiles) replaceFile(file, contents);
  // Not the moment of writing: a source saved while we were building is newer than this build.
  replaceFile(stamp, '', begun);
  removeLeftovers(new Set([...outputFiles.map((file) => file.path), stamp]), begun.getTime() - hour);
}

/** A program started from an earlier build may still load a chunk of it, so leftovers go after an hour. */
function removeLeftovers(wanted, before) {
  const pages = /^(web|[.]vite)[/\\]|^web-sources[.]json/;
  for (const file of filesBelow(dist).filter((file) => !pages.test(path.relative(dist, file)))) {
    if (!wanted.has(file) && existsSync(file) && statSync(file).mtimeMs < before) rmSync(file, { force: true });
  }
}

function newest() {
  const sources = ['src', 'bench'].map((name) => path.join(root, name)).filter((folder) => existsSync(folder));
  const files = [...sources.flatMap(filesBelow), fileURLToPath(import.meta.url)];
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}
