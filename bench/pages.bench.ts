// How soon the start page can be used on a phone with a poor network. `npm run bench pages`
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContext, chromium } from 'playwright-core';
import { seedCalendar } from '../src/modules/calendar/server';
import { countChildren } from '../src/modules/standing/server';
import { type Context, newId, transact } from '../src/platform/db';
import { projectRoot } from '../src/platform/entry';
import { servePages } from '../src/platform/http';
import { fixed, median, spread } from './figures';
import { inTemporaryFolder, load } from './machine';
import { quick } from './options';
import { type Asker, openBenchHouse } from './server/bench-house';
import { addChildren, countRoll, enrolChildren } from './server/made-children';
import { report } from './table';

/** Bits a second, milliseconds there and back: what browsers call 3G and slow 3G. */
const networks = { '3G': { bits: 1_600_000, roundTrip: 300 }, 'slow 3G': { bits: 400_000, roundTrip: 400 } };
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
/** A phone of some years ago beside a core of this machine. */
const slower = 4;
const runs = quick ? 2 : 7;

type Network = { readonly bits: number; readonly roundTrip: number };
/** The foot with its tabs is there and the content above it; and the class can be sent. */
const [content, sending] = ['.ph-page h1', '.ph-action .ph-button-main'];
const context: Context = { actor: null, requestId: newId(), source: 'bench' };

type Times = { readonly first: number; readonly again: number; readonly kept: number };

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
  await transact(house.db, context, async (trx) => ({ result: await seedCalendar(trx), changes: [] }));
  await addChildren(house.owner, 1, 50);
  await enrolChildren(house.owner);
  await countRoll(house.owner);
  await countChildren({ db: house.db, context });
  const teacher = await house.signIn('class-teacher', 'school', '211324/school-0/class-0/');
  const measured: (readonly [name: string, times: readonly Times[]])[] = [];
  for (const [name, network] of Object.entries(networks)) {
    const times: Times[] = [];
    for (let run = 0; run < runs; run++) times.push(await visit(address, teacher, network));
    measured.push([name, times]);
  }
  // What the last page asked for and did not wait for comes to its end first.
  await new Promise((done) => setTimeout(done, 1000));
  await house.close();
  return measured;
});
await browser.close();

const seconds = (times: readonly Times[], which: keyof Times) =>
  spread(
    times.map((one) => one[which]),
    fixed(1),
  );
const [[, ordinary], [, slow]] = rows;
report(
  'pages',
  loadBefore,
  [
    goal('first load of the start page on a phone, 3G', 5, ordinary, 'first'),
    goal('the same again', 1.5, ordinary, 'again'),
    goal('a class of 50 can be called after the first visit, slow 3G', 2, slow, 'kept'),
  ],
  [
    {
      title: `Start page of a class teacher, processor ${slower} times slower, seconds until its content is there; kept: the phone has the pages and the class from a first visit, seconds until the class can be sent; ${runs} runs`,
      headers: ['network', 'first', 'again', 'kept'],
      rows: rows.map(([name, times]) => [name, seconds(times, 'first'), seconds(times, 'again'), seconds(times, 'kept')]),
    },
  ],
);

function goal(what: string, most: number, times: readonly Times[], which: keyof Times) {
  const middle = median(times.map((one) => one[which]));
  return { what, goal: `≤ ${most} s`, measured: `${seconds(times, which)} s`, reached: middle <= most };
}

/** The start page with nothing in the cache, once more with what it left there, and once the phone keeps its pages. */
async function visit(address: string, asker: Asker, network: Network): Promise<Times> {
  const context = await browser.newContext({ locale: 'zh-CN', ...phone });
  const [name = '', value = ''] = (asker.headers.cookie ?? '').split('=');
  await context.addCookies([{ name, value, url: address, httpOnly: true, sameSite: 'Strict' }]);
  const open = (what: string, waits = false) => opened(context, `${address}/m/`, network, { what, waits });
  try {
    // In the order of a first morning; the second look comes before the phone has loaded everything in the background.
    const [first, again] = [await open(content), await open(content)];
    await open(content, true);
    return { first, again, kept: await open(sending) };
  } finally {
    await context.close();
  }
}

/** Seconds from asking for the page until a person sees `what`; `waits`: until the pages are kept on the phone, too. */
async function opened(
  context: BrowserContext,
  url: string,
  { bits, roundTrip }: Network,
  { what, waits }: { what: string; waits: boolean },
): Promise<number> {
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
  await page.locator(what).first().waitFor({ timeout: 60_000 });
  const took = (performance.now() - begun) / 1000;
  if (waits) {
    await page.locator(sending).waitFor({ timeout: 60_000 });
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    // What was heard of the class is written down a moment after it is shown.
    await page.waitForTimeout(1000);
  }
  await page.close();
  return took;
}
