// Bundles our own sources into dist/ (packages stay outside). Takes about 0.1 s, so it is simply done before a run.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Each entry becomes dist/<key>.js; a child process or worker is named by this key (see src/platform/entry.ts). */
const entries = {
  cli: 'src/app/cli.ts',
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
  await build();
}

export async function build() {
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
  replaceFile(stamp, '');
  // Not the moment of writing: a source saved while we were building is newer than this build.
  utimesSync(stamp, begun, begun);
  removeLeftovers(new Set([...outputFiles.map((file) => file.path), stamp]), begun.getTime() - hour);
}

/** In one step, so that a program which is just starting reads the old file or the new one. */
function replaceFile(file, contents) {
  mkdirSync(path.dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, contents);
  renameSync(fresh, file);
}

/** A program started from an earlier build may still load a chunk of it, so leftovers go after an hour. */
function removeLeftovers(wanted, before) {
  for (const file of filesBelow(dist)) {
    if (!wanted.has(file) && existsSync(file) && statSync(file).mtimeMs < before) rmSync(file, { force: true });
  }
}

function newest() {
  const sources = ['src', 'bench'].map((name) => path.join(root, name)).filter((folder) => existsSync(folder));
  const files = [...sources.flatMap(filesBelow), fileURLToPath(import.meta.url)];
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(full) : [full];
  });
}
