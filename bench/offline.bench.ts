// 200 rolls said on five phones without a network, browsers killed meanwhile, sent in any order. `npm run bench offline`
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { type PocketPhone, pagesAreKept, pocketPhone } from '../e2e/pocket-phone';
import { seedCalendar } from '../src/modules/calendar/server';
import { countChildren } from '../src/modules/standing/server';
import { insertGrants } from '../src/platform/access/grants/grant-store';
import { rawSql } from '../src/platform/access/testing/raw-store';
import { type Context, newId, transact } from '../src/platform/db';
import { projectRoot } from '../src/platform/entry';
import { servePages } from '../src/platform/http';
import { count, fixed } from './figures';
import { inTemporaryFolder, load } from './machine';
import { quick } from './options';
import { type Asker, type BenchHouse, openBenchHouse } from './server/bench-house';
import { addChildren, countRoll, enrolChildren, settle } from './server/made-children';
import { report } from './table';

const phones = 5;
/** Two schools with 20 classes each. */
const classesEach = quick ? 6 : 40;
const context: Context = { actor: null, requestId: newId(), source: 'bench' };

type Kept = { readonly rolls: number; readonly classes: number; readonly lines: number; readonly away: number };
type Ran = Kept & { readonly said: number; readonly absent: number; readonly kills: number; readonly seconds: number };

const loadBefore = load();
// Not bundled: it looks for what lies beside it.
const finder = pathToFileURL(path.join(projectRoot(), 'scripts', 'browser.mjs')).href;
const { findBrowser }: typeof import('../scripts/browser.mjs') = await import(finder);
const found = findBrowser();
if (found.program === undefined) throw new Error(found.reason);
const chromium = found;
await inTemporaryFolder(async (folder) => tell(await morning(await openBenchHouse(folder))));

/** Five registrars call all classes of two schools each. */
async function morning(house: BenchHouse): Promise<Ran> {
  await transact(house.db, context, async (trx) => ({ result: await seedCalendar(trx), changes: [] }));
  await addChildren(house.owner, 1, phones * 2000);
  await enrolChildren(house.owner);
  await countRoll(house.owner);
  await countChildren({ db: house.db, context });
  await settle(house.owner);
  await servePages(house.app, path.join(projectRoot(), 'dist', 'web'));
  const address = await house.app.listen({ host: '127.0.0.1', port: 0 });
  const begun = performance.now();
  const pocket: PocketPhone[] = [];
  let [said, absent, kills] = [0, 0, 0];
  for (let at = 0; at < phones; at++) {
    const phone = await pocketPhone(address, chromium);
    pocket.push(phone);
    const hrefs = await visitClasses(phone, await registrar(house, at));
    // That was the day before. A browser writes its cookies down every half minute, and one that is killed at once has no session.
    await phone.close();
    phone.line.cut();
    await phone.open('/m/');
    for (const [place, href] of hrefs.entries()) {
      if (place % 10 === 5) {
        await phone.kill();
        kills++;
        await phone.open('/m/');
      }
      const isAway = place % 3 === 0;
      await sayRoll(phone.page(), href, isAway);
      said++;
      if (isAway) absent++;
    }
    await phone.kill();
    kills++;
  }
  kills += await sendAll(pocket);
  const kept = await keptOf(house);
  for (const phone of pocket) await phone.stop();
  await house.close();
  return { ...kept, said, absent, kills, seconds: (performance.now() - begun) / 1000 };
}

/** A registrar with two schools. */
async function registrar(house: BenchHouse, at: number): Promise<Asker> {
  const pathOf = (school: number) => `211324/school-${school}/`;
  const asker = await house.signIn('registrar', 'school', pathOf(2 * at));
  const given = { role: 'registrar', tree: 'school', path: pathOf(2 * at + 1), fromDay: '2020-01-01', untilDay: null } as const;
  const grant = { grantId: newId(), userId: asker.userId, ...given, reason: null, askedBy: null, approved: true };
  await transact(house.db, context, async (trx) => ({ result: await insertGrants(trx, [grant]), changes: [] }));
  return asker;
}

/** Opens every class once, as somebody would on the days before; answers with where they are. */
async function visitClasses(phone: PocketPhone, { headers }: Asker): Promise<readonly string[]> {
  const [name = '', value = ''] = (headers.cookie ?? '').split('=');
  const page = await phone.open('/m/', { name, value });
  const rows = page.locator('a[href^="/m/classes/"]');
  await rows.first().waitFor();
  const links = await Promise.all((await rows.all()).map((row) => row.getAttribute('href')));
  const hrefs = links.flatMap((href) => href ?? []).slice(0, classesEach);
  for (const href of hrefs) {
    await page.locator(`a[href="${href}"]`).click();
    await page.getByRole('button', { name: /全班到齐/ }).waitFor();
    await page.getByRole('button', { name: '返回' }).click();
  }
  await pagesAreKept(page);
  return hrefs;
}

async function sayRoll(page: Page, href: string, isAway: boolean): Promise<void> {
  await page.locator(`a[href="${href}"]`).click();
  const all = page.getByRole('button', { name: /全班到齐 \d+ 人，提交/ });
  await all.waitFor();
  if (isAway) {
    await page.locator('.ph-names button').first().click();
    await page.getByRole('radio', { name: '没来' }).check();
  }
  await page.getByRole('button', { name: /提交/ }).click();
  await page.getByText(/已存手机，等网络/).waitFor();
  await page.getByRole('button', { name: '返回' }).click();
}

/** The last phone first; each loses its first answers, and one browser more is killed while it sends. */
async function sendAll(pocket: readonly PocketPhone[]): Promise<number> {
  let kills = 0;
  for (const [at, phone] of [...pocket].reverse().entries()) {
    phone.line.loseAnswers(true);
    await phone.line.mend();
    await phone.open('/m/outbox');
    await new Promise((done) => setTimeout(done, 3000));
    phone.line.loseAnswers(false);
    if (at % 2 === 0) {
      await phone.kill();
      kills++;
    }
    const page = await phone.open('/m/outbox');
    const empty = page.getByText('都发出去了，手机上没有待发送的。');
    await page.getByRole('button', { name: '现在发送' }).or(empty).first().click();
    await empty.waitFor({ timeout: 120_000 });
    await phone.kill();
    kills++;
  }
  return kills;
}

async function keptOf(house: BenchHouse): Promise<Kept> {
  const [kept] = await rawSql<Kept>(
    house.owner,
    `select (select count(*)::int from class_roll) as rolls, (select count(distinct class_id)::int from class_roll) as classes,
      (select count(*)::int from audit_line where act = 'attendance.take') as lines,
      (select coalesce(sum(jsonb_array_length(marks)), 0)::int from class_roll) as away`,
  );
  return kept ?? { rolls: 0, classes: 0, lines: 0, away: 0 };
}

function tell({ said, absent, kills, seconds, rolls, classes, lines, away }: Ran): void {
  report(
    'offline',
    loadBefore,
    [
      {
        what: `${count(said)} rolls said on ${phones} phones without a network, browsers killed ${count(kills)} times, first answers lost, sent in any order`,
        goal: 'each in the books once',
        measured: `${count(rolls)} rolls of ${count(classes)} classes, ${count(lines)} lines of the trail, ${count(away)} of ${count(absent)} children away; ${fixed(0)(seconds)} s`,
        reached: rolls === said && classes === said && lines === said && away === absent,
      },
    ],
    [],
  );
}
