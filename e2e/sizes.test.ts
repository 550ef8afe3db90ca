import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { bundlePages } from '../scripts/build-web.mjs';

type Output = Awaited<ReturnType<typeof bundlePages>>;
type Chunk = Extract<Output[number], { type: 'chunk' }>;

/** Limits of the design, UX-19, in bytes as they travel (gzip). */
const limits = { desktop: 420_000, phone: 90_000, page: 60_000 };

const desk = 'src/app/desk/index.html';
const phone = 'src/app/phone/index.html';
let output: Output;
let chunks: ReadonlyMap<string, Chunk>;
beforeAll(async () => {
  output = await bundlePages([desk, phone]);
  chunks = new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])));
});

/** The chunks that a page needs: its own and those they import at once, with `later` also those that are loaded on demand. */
function needed(of: Chunk, later: boolean): ReadonlySet<Chunk> {
  const found = new Set<Chunk>();
  const open = [of];
  for (let chunk = open.pop(); chunk; chunk = open.pop()) {
    if (found.has(chunk)) continue;
    found.add(chunk);
    for (const name of [...chunk.imports, ...(later ? chunk.dynamicImports : [])]) {
      const next = chunks.get(name);
      if (next) open.push(next);
    }
  }
  return found;
}

function entryOf(page: string): Chunk {
  const entry = [...chunks.values()].find((chunk) => chunk.isEntry && chunk.facadeModuleId?.endsWith(page));
  if (!entry) throw new Error(`no entry for ${page}`);
  return entry;
}

function weight(of: Iterable<Chunk>): number {
  const styles = new Set([...of].flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]));
  const sheets = output.filter((file) => styles.has(file.fileName)).map((file) => (file.type === 'asset' ? file.source : ''));
  return [...[...of].map((chunk) => chunk.code), ...sheets].reduce((sum, text) => sum + gzipSync(text).length, 0);
}

function chunkWith(source: string): Chunk {
  const found = [...chunks.values()].find((chunk) => Object.keys(chunk.modules).some((name) => name.endsWith(source)));
  if (!found) throw new Error(`no chunk holds ${source}`);
  return found;
}

test('the start page of the desktop is small enough for its first load', () => {
  const first = new Set([...needed(entryOf(desk), false), ...needed(chunkWith('desk/start-page.tsx'), false)]);
  expect(weight(first)).toBeLessThanOrEqual(limits.desktop);
});

test('the phone’s entry is small enough for a slow network, and no page of it brings the desktop kit', () => {
  expect(weight(needed(entryOf(phone), false))).toBeLessThanOrEqual(limits.phone);
  const held = [...needed(entryOf(phone), true)].flatMap((chunk) => Object.keys(chunk.modules));
  const heavy = /node_modules\/(antd|@ant-design|@rc-component|@tanstack|zod)\/|src\/ui\/desk\//;
  expect(held.length).toBeGreaterThan(50);
  expect(held.filter((name) => heavy.test(name))).toEqual([]);
});

test('every page that is loaded when it is opened is small', () => {
  const entries = [entryOf(desk), entryOf(phone)];
  const shared = new Set(entries.flatMap((entry) => [...needed(entry, false)]));
  const later = [...chunks.values()].filter((chunk) => chunk.isDynamicEntry && !shared.has(chunk));
  const large = later.filter((chunk) => gzipSync(chunk.code).length > limits.page).map((chunk) => chunk.fileName);
  expect(later.length).toBeGreaterThan(1);
  expect(large).toEqual([]);
});

test('nothing that the oldest browsers lack is called without being mended', () => {
  // Chromium 83 and Safari 14 know none of these; what polyfill.ts adds is not among them.
  const methods = 'toReversed|toSpliced|findLastIndex|replaceChildren|isWellFormed|toWellFormed|with';
  const lacking = new RegExp(
    `\\.(${methods})\\(|\\bstructuredClone\\(|\\b(AbortSignal[.](timeout|any)|Promise[.](any|withResolvers)|(Object|Map)[.]groupBy)\\(|new WeakRef\\(`,
    'g',
  );
  const called = [...chunks.values()].flatMap((chunk) => chunk.code.match(lacking) ?? []);
  expect([...new Set(called)]).toEqual([]);
});
