// How soon the start page can be used on a phone with a poor network. `npm run bench pages`
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContext, chromium } from 'playwright-core';
import { projectRoot } from '../src/platform/entry';
import { servePages } from '../src/platform/http';
import { fixed, median, spread } from './figures';
import { inTemporaryFolder, load } from './machine';
import { quick } from './options';
import { type Asker, openBenchHouse } from './server/bench-house';
import { report } from './table';

/** Bits a second, milliseconds there and back: what browsers call 3G and slow 3G. */
const networks = { '3G': { bits: 1_600_000, roundTrip: 300 }, 'slow 3G': { bits: 400_000, roundTrip: 400 } };
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
/** A phone of some years ago beside a core of this machine. */
const slower = 4;
const runs = quick ? 2 : 7;

type Times = { readonly first: number; readonly again: number };

const loadBefore = load();
// Not bundled: it looks for what lies beside it.
const finder = pathToFileURL(path.join(projectRoot(), 'scripts', 'browser.mjs')).href;
const { findBrowser }: typeof import('../scripts/browser.mjs') = await import(finder);
const found = findBrowser();
if (!('program' in found)) throw new Error(found.reason);
const browser = await chromium.launch({
  executablePath: found.program,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  env: { ...process.env, ...found.env },
});
const rows = await inTemporaryFolder(async (folder) => {
  const house = await openBenchHouse(folder);
  await servePages(house.app, path.join(projectRoot(), 'dist', 'web'));
  const address = await house.app.listen({ host: '127.0.0.1', port: 0 });
  const teacher = await house.signIn('class-teacher', 'school', '211324/school-0/class-0/');
  const measured: (readonly [name: string, times: readonly Times[]])[] = [];
  for (const [name, network] of Object.entries(networks)) {
    const times: Times[] = [];
    for (let run = 0; run < runs; run++) times.push(await visit(address, teacher, network));
    measured.push([name, times]);
  }
  await house.close();
  return measured;
});
await browser.close();

const seconds = (times: readonly Times[], which: keyof Times) =>
  spread(
    times.map((one) => one[which]),
    fixed(1),
  );
const [, ordinary] = rows[0];
report(
  'pages',
  loadBefore,
  [goal('first load of the start page on a phone, 3G', 5, ordinary, 'first'), goal('the same again', 1.5, ordinary, 'again')],
  [
    {
      title: `Start page of a class teacher, processor ${slower} times slower, seconds until its content is there, ${runs} runs`,
      headers: ['network', 'first', 'again'],
      rows: rows.map(([name, times]) => [name, seconds(times, 'first'), seconds(times, 'again')]),
    },
  ],
);

function goal(what: string, most: number, times: readonly Times[], which: keyof Times) {
  const middle = median(times.map((one) => one[which]));
  return { what, goal: `≤ ${most} s`, measured: `${seconds(times, which)} s`, reached: middle <= most };
}

/** The start page with nothing in the cache, and once more with what it left there. */
async function visit(address: string, asker: Asker, network: { bits: number; roundTrip: number }): Promise<Times> {
  const context = await browser.newContext({ locale: 'zh-CN', ...phone });
  const [name = '', value = ''] = (asker.headers.cookie ?? '').split('=');
  await context.addCookies([{ name, value, url: address, httpOnly: true, sameSite: 'Strict' }]);
  try {
    return { first: await open(context, `${address}/m/`, network), again: await open(context, `${address}/m/`, network) };
  } finally {
    await context.close();
  }
}

/** Seconds from asking for the page until a person sees the foot with its tabs and the content above it. */
async function open(context: BrowserContext, url: string, { bits, roundTrip }: { bits: number; roundTrip: number }) {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const throughput = bits / 8;
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: roundTrip, downloadThroughput: throughput, uploadThroughput: throughput },
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const begun = performance.now();
  await page.goto(url, { waitUntil: 'commit', timeout: 60_000 });
  await page.locator('.ph-page h1').first().waitFor({ timeout: 60_000 });
  const took = (performance.now() - begun) / 1000;
  await page.close();
  return took;
}
