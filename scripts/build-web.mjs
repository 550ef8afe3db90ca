// Builds the pages into dist/web with Vite: the desktop entry (/) and the phone entry (/m/). Takes two seconds, so it is done
// only when a file that the last build read has changed since.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { filesBelow, replaceFile, root } from './files.mjs';

const webFolder = path.join(root, 'dist/web');
/** Names the sources of the last build; bears its time. Outside the folder that the server gives to everybody. */
const stamp = path.join(root, 'dist/web-sources.json');
/** A browser that still holds an older page asks for the files of that page (design: kept 30 days). */
const keptDays = 30;

/** Source of a page → its place in dist/web. */
const phone = 'src/app/phone/index.html';
const entries = { 'src/app/desk/index.html': 'index.html', [phone]: 'm/index.html' };

/** Keeps the phone's pages on the phone; bundled apart, because a worker is no page. */
const workerSource = 'src/app/phone/worker.ts';
const iconSizes = [192, 512];

/** The server puts a fresh one here with each answer, so that the page may add its styles and nobody else may. */
const noncePlace = '__NOL_NONCE__';

/** The oldest browsers that pages are made for: the desktops of 国产化 offices and iPhones of 2020. */
const browsers = ['chrome83', 'safari14'];

/** What every page begins with, and every page of the phone: split by who else asks for it, these were ten files and 3 kB more. */
const groups = [
  {
    name: 'base',
    test: /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]|[\\/]src[\\/]ui[\\/]shared[\\/](begin|caller|contract|idle|language|polyfill|refused|remembered|server|server-context|session|tokens|use-sending|use-sign-in|words)[.]tsx?$/,
  },
  {
    name: 'phone',
    test: /[\\/]src[\\/](ui[\\/]phone[\\/](answers|button|page|row|screen|states|way)|ui[\\/]outbox[\\/]context)[.]tsx?$/,
  },
];

/** Builds when a source of the last build, or the tools of it, is newer than that build. */
export async function buildPagesIfStale() {
  if (!isStale()) return;
  await buildPages();
}

/** Builds both entries; every file appears in one step, the two pages and what names their files last. */
export async function buildPages() {
  const begun = new Date();
  const output = await bundlePages(Object.keys(entries));
  const plain = output.map((file) => ({ name: file.fileName, content: file.type === 'chunk' ? file.code : file.source }));
  plain.push(...installable(), await workerOf(output, plain));
  const files = [...plain, ...plain.filter((file) => file.name.startsWith('assets/')).flatMap(packed)];
  const isPage = (file) => !file.name.startsWith('assets/');
  for (const file of [...files.filter((file) => !isPage(file)), ...files.filter(isPage)]) {
    replaceFile(path.join(webFolder, file.name), file.content);
  }
  replaceFile(stamp, JSON.stringify(sourcesOf(output)), begun);
  removeOldAssets(new Set(files.map((file) => file.name)), begun);
}

/**
 * Bundles these pages, for those who use them: also when a test asks, whose surroundings say that everything is a test.
 * @param {readonly string[]} pages documents, as paths in this checkout
 * @returns {Promise<readonly (import('vite').Rollup.OutputChunk | import('vite').Rollup.OutputAsset)[]>}
 */
export async function bundlePages(pages) {
  return bundle({ input: pages.map((file) => path.join(root, file)), output: { codeSplitting: { groups } } });
}

async function bundle(rolldownOptions, define = {}) {
  const surroundings = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    const { build } = await import('vite');
    const config = await pagesConfig();
    const { output } = await build({ ...config, define, build: { ...config.build, rolldownOptions } });
    return output;
  } finally {
    if (surroundings === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = surroundings;
  }
}

/**
 * Serves the pages while they are worked on: a change is seen at once, and /api is asked of a server that runs beside it.
 * @param {{ api: string, port: number }} options address of that server, and the port for the pages (0 for any)
 * @returns {Promise<{ address: string, stop: () => Promise<void> }>}
 */
export async function servePagesForWork({ api, port }) {
  const { createServer } = await import('vite');
  const config = await pagesConfig();
  const server = await createServer({
    ...config,
    server: { port, host: '127.0.0.1', strictPort: true, proxy: { '/api': { target: api } } },
  });
  await server.listen();
  return { address: server.resolvedUrls?.local[0] ?? '', stop: () => server.close() };
}

/** @returns {Promise<import('vite').InlineConfig>} */
async function pagesConfig() {
  const { default: react } = await import('@vitejs/plugin-react');
  return {
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'warn',
    cacheDir: path.join(root, 'dist/.vite'),
    plugins: [react(), pagesAtTheirPlaces()],
    html: { cspNonce: noncePlace },
    css: { transformer: 'lightningcss' },
    build: {
      target: browsers,
      write: false,
      assetsInlineLimit: 0,
      // A part that a page may never need stays unasked for: on a slow phone the entry comes first.
      modulePreload: { polyfill: true, resolveDependencies: (_file, needed) => needed },
      reportCompressedSize: false,
    },
  };
}

/** Vite would serve a page where its source lies; ours lie with their entries and are served at / and /m/. */
function pagesAtTheirPlaces() {
  return {
    name: 'pages-at-their-places',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const [source, place] of Object.entries(entries)) {
        if (bundle[source]) bundle[source].fileName = place;
      }
    },
    configureServer(server) {
      return () => server.middlewares.use((request, response, next) => void answer(server, request, response).catch(next));
    },
  };
}

async function answer(server, request, response) {
  const source = request.url.startsWith('/m/') ? 'src/app/phone/index.html' : 'src/app/desk/index.html';
  const page = await server.transformIndexHtml(`/${source}`, readFileSync(path.join(root, source), 'utf8'));
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(page);
}

/** The same file as it travels: packed once here, not with every request. Browsers take Brotli over https only. */
function packed({ name, content }) {
  const bytes = Buffer.from(content);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return [
    { name: `${name}.gz`, content: gzipSync(bytes, { level: 9 }) },
    { name: `${name}.br`, content: brotliCompressSync(bytes, { params }) },
  ];
}

/** What a phone needs to put the pages on its first screen: their name, their picture, where they begin. */
function installable() {
  const icons = iconSizes.map((size) => {
    const content = readFileSync(path.join(root, `src/app/phone/icon-${size}.png`));
    return { size, name: `assets/icon-${size}-${digest(content)}.png`, content };
  });
  const manifest = {
    ...{ name: '控辍保学 · 一个都不能少', short_name: '控辍保学', lang: 'zh-CN', id: '/m/', start_url: '/m/', scope: '/m/' },
    ...{ display: 'standalone', background_color: '#ffffff', theme_color: '#ffffff' },
    icons: icons.map(({ size, name }) => ({
      ...{ src: `/${name}`, sizes: `${size}x${size}`, type: 'image/png', purpose: 'any maskable' },
    })),
  };
  return [...icons, { name: 'm/manifest.webmanifest', content: JSON.stringify(manifest) }];
}

/** The worker that keeps the phone's pages on the phone, with the list of their files; another list, another worker. */
async function workerOf(pages, plain) {
  const files = filesOfPhone(pages);
  const document = plain.find(({ name }) => name === entries[phone]);
  const version = digest(JSON.stringify([files, document?.content]));
  const name = 'm/worker.js';
  const output = { format: 'iife', entryFileNames: name };
  const [worker] = await bundle({ input: path.join(root, workerSource), output }, { SHELL: JSON.stringify({ version, files }) });
  return { name, content: worker.code };
}

/** Whatever the phone's entry, or a page of it, may ask for, by address. */
function filesOfPhone(output) {
  const chunks = new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])));
  const found = new Set();
  const open = [...chunks.values()].filter((chunk) => chunk.facadeModuleId?.endsWith(phone)).map(({ fileName }) => fileName);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    const chunk = chunks.get(name);
    if (chunk) open.push(...chunk.imports, ...chunk.dynamicImports, ...(chunk.viteMetadata?.importedCss ?? []));
  }
  return [...found].sort().map((name) => `/${name}`);
}

function digest(content) {
  return createHash('sha256').update(content).digest('hex').slice(0, 12);
}

/** Our own files that this build read, and what decides how they are read. */
function sourcesOf(output) {
  const read = output.flatMap((file) => (file.type === 'chunk' ? Object.keys(file.modules) : []));
  // Of a style that several pages share, the bundler does not say where it came from; one that no page uses costs a needless build.
  const styles = filesBelow(path.join(root, 'src')).filter((file) => file.endsWith('.css'));
  const own = [...read, ...styles].map((file) => file.split('?')[0]).filter((file) => file.startsWith(path.join(root, 'src')));
  const worker = [workerSource, 'src/app/phone/shell-ways.ts', ...iconSizes.map((size) => `src/app/phone/icon-${size}.png`)];
  const tools = ['package-lock.json', ...worker, ...Object.keys(entries)].map((name) => path.join(root, name));
  return [...new Set([...own, ...tools, fileURLToPath(import.meta.url)])].map((file) => path.relative(root, file)).sort();
}

function isStale() {
  if (!existsSync(stamp) || Object.values(entries).some((place) => !existsSync(path.join(webFolder, place)))) return true;
  const built = statSync(stamp).mtimeMs;
  const sources = JSON.parse(readFileSync(stamp, 'utf8')).map((name) => path.join(root, name));
  return sources.some((file) => !existsSync(file) || statSync(file).mtimeMs >= built);
}

function removeOldAssets(wanted, begun) {
  const before = begun.getTime() - keptDays * 86_400_000;
  for (const name of readdirSync(path.join(webFolder, 'assets'))) {
    const file = path.join(webFolder, 'assets', name);
    if (!wanted.has(`assets/${name}`) && statSync(file).mtimeMs < before) rmSync(file, { force: true });
  }
}
