import { lstatSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findBrowser } from '../scripts/browser.mjs';
import { filesBelow } from '../scripts/files.mjs';
import { expectAccessible, expectNoSidewaysScroll, photograph } from './browser';
import { type CalledSchool, names, openCalledSchool } from './called-school';
import { PASSWORD, signIn } from './office';
import { type PocketPhone, pagesAreKept, pocketPhone } from './pocket-phone';

// A class teacher whose village has no network; each test goes on where the one before has stopped.

const found = findBrowser();
let school: CalledSchool;
let mine: PocketPhone;
let other: PocketPhone;

beforeEach((context) => {
  if ('reason' in found) context.skip(`skipped: ${found.reason}`);
});
beforeAll(async () => {
  school = await openCalledSchool();
  if (found.program === undefined) return;
  [mine, other] = [await pocketPhone(school.address, found), await pocketPhone(school.address, found)];
}, 120_000);
afterAll(async () => {
  await Promise.all([mine?.stop(), other?.stop()]);
  expect(school.faults).toEqual([]);
  await school.stop();
});

test('after one visit the class opens without a network, and what is said of it outlives a killed browser and arrives once', async () => {
  school.onDay('2025-03-10');
  let page = await mine.open('/m/');
  await signIn(page, 'teacher');
  await page.getByRole('heading', { level: 1, name: '三年级1班' }).waitFor();
  await page.getByText('已同步').waitFor();
  await pagesAreKept(page);
  const caching = async (path: string) => (await school.headers(path)).get('cache-control');
  expect(await caching('/m/worker.js')).toBe('no-cache');
  expect(await caching('/m/manifest.webmanifest')).toBe('no-cache');
  expect(await caching('/api/session')).toBe('no-store');
  await mine.close();

  mine.line.cut();
  page = await mine.open('/m/');
  await page.getByText(/这是手机里存的名单/).waitFor();
  await photograph(page, 'offline-class');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await mark(page, '陈晨', '没来');
  await page.getByRole('button', { name: '提交：1 人没到齐，其余 7 人到' }).click();
  await page.getByText('已存手机，等网络：到 7/8').waitFor();
  await photograph(page, 'offline-stored');
  await mine.kill();

  page = await mine.open('/m/outbox');
  await page.getByRole('heading', { name: '三年级1班 3月10日 周一 · 1 人没到齐，其余 7 人到' }).waitFor();
  await photograph(page, 'offline-outbox');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  expect(await school.rolls('2025-03-10')).toEqual([]);

  await mine.line.mend();
  await page.getByRole('button', { name: '现在发送' }).click();
  await page.getByText('都发出去了，手机上没有待发送的。').waitFor();
  await photograph(page, 'offline-sent');
  expect(await school.rolls('2025-03-10')).toEqual([{ version: 1, present: 7, away: ['陈晨'], late: 0 }]);
  await page.goto(`${mine.line.address}/m/`);
  await page.getByText('已提交：到 7/8').waitFor();
});

test('nothing of a child can be read in what the phone has written down', async () => {
  await mine.kill();
  // Chromium's locks are links to nowhere.
  const files = filesBelow(mine.folder).filter((file) => lstatSync(file).isFile());
  const written = files.map((file) => readFileSync(file));
  const spellings = (name: string) => [Buffer.from(name, 'utf8'), Buffer.from(name, 'utf16le')];
  expect(written.length).toBeGreaterThan(20);
  // What must be found, so that this cannot pass by looking in the wrong place: the pages themselves.
  expect(written.some((file) => file.includes('nol-phone'))).toBe(true);
  const open = names.filter((name) => spellings(name).some((spelled) => written.some((file) => file.includes(spelled))));
  expect(open).toEqual([]);
});

test('when the answer gets lost the same is sent again, and stands once', async () => {
  const page = await mine.open('/m/');
  await page.getByText('已提交：到 7/8').waitFor();
  mine.line.loseAnswers(true);
  await mark(page, '冯雨', '病假');
  await page.getByRole('button', { name: '提交：2 人没到齐，其余 6 人到' }).click();
  await page.getByText('已存手机，等网络：到 6/8').waitFor();
  await expect.poll(() => school.rolls('2025-03-10').then((rolls) => rolls.length)).toBe(2);
  mine.line.loseAnswers(false);
  await page.getByText('已提交：到 6/8').waitFor();
  const takings = mine.line.asked().filter((one) => one.startsWith('POST /api/classes/'));
  expect(takings.length).toBeGreaterThan(1);
  expect(await school.rolls('2025-03-10')).toEqual([
    { version: 1, present: 7, away: ['陈晨'], late: 0 },
    { version: 2, present: 6, away: ['冯雨', '陈晨'], late: 0 },
  ]);
});

test('two phones that called the same class: both are shown, a person decides, and both stay in the books', async () => {
  school.onDay('2025-03-11');
  let page = await mine.open('/m/');
  await again(page);
  await page.getByRole('button', { name: '先回答上面 2 人' }).waitFor();
  mine.line.cut();
  await answer(page, '陈晨', '没来');
  await answer(page, '冯雨', '来了');
  await page.getByRole('button', { name: '提交：1 人没到齐，其余 7 人到' }).click();
  await page.getByText('已存手机，等网络：到 7/8').waitFor();

  const registrar = await other.open('/m/');
  await signIn(registrar, 'registrar');
  await registrar.getByRole('link', { name: /三年级1班/ }).click();
  await answer(registrar, '陈晨', '来了');
  await answer(registrar, '冯雨', '病假');
  await registrar.getByRole('button', { name: '提交：1 人没到齐，其余 7 人到' }).click();
  await registrar.getByText('已提交：到 7/8').waitFor();

  await mine.line.mend();
  page = await mine.open('/m/outbox');
  await page.getByText('别人也点了，要您定').waitFor();
  await page.getByText('有 1 条要您看').waitFor();
  await photograph(page, 'offline-asks');
  await expectAccessible(page);
  await page.getByRole('link', { name: '打开处理' }).click();
  const sheet = page.getByRole('dialog', { name: /刚点过这个班/ });
  await sheet.getByText('对方点的：冯雨 病假').waitFor();
  await sheet.getByText('我点的：陈晨 没来').waitFor();
  await photograph(page, 'offline-clash');
  await expectAccessible(page);
  await sheet.getByRole('button', { name: '用我点的' }).click();
  await page.getByText('已提交：到 7/8').waitFor();
  expect(await school.rolls('2025-03-11')).toEqual([
    { version: 1, present: 6, away: ['冯雨'], late: 0 },
    { version: 2, present: 6, away: ['陈晨'], late: 0 },
  ]);
});

test('what the server does not take stays on the phone with the reason until a person decides', async () => {
  school.onDay('2025-03-12');
  let page = await mine.open('/m/');
  await again(page);
  await page.getByRole('button', { name: '先回答上面 1 人' }).waitFor();
  mine.line.cut();
  await answer(page, '陈晨', '来了');
  await page.getByRole('button', { name: '全班到齐 8 人，提交' }).click();
  await page.getByText('已存手机，等网络：到 8/8').waitFor();
  await mine.kill();
  // Until the next Monday there was no network: a class may enter the day before, and no day before that.
  school.onDay('2025-03-17');
  await mine.line.mend();
  page = await mine.open('/m/');
  await again(page);
  await page.getByText('有 1 条要您看').click();
  await page.getByText('没有收下').waitFor();
  await page.getByText(/请找.*补录/).waitFor();
  await photograph(page, 'offline-refused');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await mine.close();

  page = await mine.open('/m/outbox');
  await page.getByText('没有收下').waitFor();
  expect(await school.rolls('2025-03-12')).toEqual([]);
  await page.getByRole('button', { name: '放弃' }).click();
  await page.getByText('已放弃：三年级1班 3月12日 周三 · 全班到齐 8 人').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('没有收下').waitFor();
  await page.getByRole('button', { name: '放弃' }).click();
  await page.getByText('都发出去了，手机上没有待发送的。').waitFor();
});

test('nobody signs out while something waits; whoever does takes everything off the phone', async () => {
  const page = await mine.open('/m/');
  await answer(page, '陈晨', '来了');
  mine.line.cut();
  await page.getByRole('button', { name: '全班到齐 8 人，提交' }).click();
  await page.getByText('已存手机，等网络：到 8/8').waitFor();
  await page.getByRole('link', { name: '我的' }).click();
  await page.getByRole('button', { name: '退出登录' }).click();
  const sheet = page.getByRole('dialog', { name: '还有 1 条没发出去，先不能退出' });
  await photograph(page, 'offline-leave');
  await expectAccessible(page);
  await mine.line.mend();
  await sheet.getByRole('button', { name: '现在发送' }).click();
  await sheet.waitFor({ state: 'hidden' });
  expect(await school.rolls('2025-03-17')).toEqual([{ version: 1, present: 7, away: [], late: 0 }]);
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.getByRole('textbox', { name: '账号' }).waitFor();
  expect(await leftOn(page)).toEqual({ rows: [0, 0, 0], shells: 0, workers: 0 });
});

test('a clock that is put wrong cannot make a roll of another day count: it is refused, and says why', async () => {
  school.onDay('2025-03-18');
  let page = await mine.open('/m/');
  await again(page);
  await page.getByRole('button', { name: '全班到齐 8 人，提交' }).waitFor();
  await page.getByText('已同步').waitFor();
  await pagesAreKept(page);
  mine.line.cut();
  // The phone's clock was far ahead all along, which is no matter; now it jumps by two days more.
  await page.clock.install({ time: Date.now() + 2 * 86_400_000 });
  await page.goto(`${mine.line.address}/m/`);
  await page.getByText(/这是手机里存的名单/).waitFor();
  await page.clock.resume();
  await page.getByRole('button', { name: '全班到齐 8 人，提交' }).click();
  await page.getByText('已存手机，等网络：到 8/8').waitFor();
  await mine.line.mend();
  page = await mine.open('/m/outbox');
  await page.getByRole('heading', { name: /3月20日/ }).waitFor();
  await page.getByText('没有收下').waitFor();
  await page.getByText(/还没到/).waitFor();
  await photograph(page, 'offline-clock');
  await page.getByRole('button', { name: '放弃' }).click();
  await page.getByText('都发出去了，手机上没有待发送的。').waitFor();
  expect(await school.rolls('2025-03-20')).toEqual([]);
  expect(await school.rolls('2025-03-18')).toEqual([]);
  await mine.close();
});

test('a class left open over midnight says so, keeps what was tapped, and counts for its own day', async () => {
  const page = await mine.open('/m/');
  await page.getByRole('button', { name: '全班到齐 8 人，提交' }).waitFor();
  await mark(page, '高山', '没来');
  school.onDay('2025-03-19');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await again(page);
  await page.getByText('这是3月18日 周二的点名，今天已经是3月19日 周三。现在提交，记在3月18日 周二，算补录。').waitFor();
  await photograph(page, 'offline-midnight');
  await expectAccessible(page);
  await page.getByRole('button', { name: '提交：1 人没到齐，其余 7 人到' }).click();
  await expect.poll(() => school.rolls('2025-03-18')).toEqual([{ version: 1, present: 7, away: ['高山'], late: 1 }]);
  await page.getByText(/今天 · 还没点/).waitFor();
  expect(await school.rolls('2025-03-19')).toEqual([]);
});

test('a new version comes in behind an open class, and nothing that was tapped is lost', async () => {
  const page = await mine.open('/m/');
  await answer(page, '高山', '没来');
  await mark(page, '金星', '迟到');
  mine.line.replace('/m/worker.js', (text) => text.replace(/version:(["`'])\w+\1/, 'version:$1another$1'));
  await page.evaluate(async () => {
    const kept = await navigator.serviceWorker.ready;
    const taken = new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done));
    await kept.update();
    await taken;
  });
  expect(await page.evaluate(() => caches.keys())).toContain('nol-shell another');
  await page.getByRole('button', { name: '提交：2 人没到齐，其余 6 人到' }).click();
  await page.getByText('已提交：到 6/8').waitFor();
  // The page of before still finds its parts, now without a network.
  mine.line.cut();
  await page.getByRole('link', { name: '我的' }).click();
  await page.getByRole('button', { name: '退出登录' }).waitFor();
  await mine.line.mend();
});

test('signing out at the desktop takes the lists off the same browser, too', async () => {
  const page = await mine.open('/');
  await page.getByRole('button', { name: '王teacher，我的账号' }).click();
  expect((await leftOn(page)).rows[1]).toBeGreaterThan(0);
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.getByRole('textbox', { name: '账号' }).waitFor();
  // The page begins anew when it is left: what is asked in that moment goes with the old one.
  await expect
    .poll(() =>
      leftOn(page).then(
        ({ rows }) => rows[1],
        () => undefined,
      ),
    )
    .toBe(0);
});

/** Taps a name and says what it is. */
async function mark(page: Page, name: string, word: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await page.getByRole('group', { name, exact: true }).getByRole('radio', { name: word }).check();
}

/** Answers for a child that is asked for by name. */
async function answer(page: Page, name: string, word: string): Promise<void> {
  await page
    .getByRole('group', { name: new RegExp(`^${name}`) })
    .getByRole('radio', { name: word })
    .check();
}

/** The session has ended overnight: signs in, over the page where the phone had opened it before the server was heard. */
async function again(page: Page): Promise<void> {
  const login = page.getByRole('textbox', { name: '账号' });
  await login.waitFor();
  if (await login.isEditable()) await login.fill('teacher');
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await login.waitFor({ state: 'hidden' });
}

/** What is still on the phone: rows of each store (entries, kept, secrets), files of pages, workers. */
async function leftOn(page: Page) {
  return page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done) => {
        request.onsuccess = () => done(request.result);
      });
    const db = await asked(indexedDB.open('nol-phone'));
    const stores = [...db.objectStoreNames];
    const rows = await Promise.all(stores.map((name) => asked(db.transaction(name).objectStore(name).count())));
    db.close();
    const workers = await navigator.serviceWorker.getRegistrations();
    return { rows, shells: (await caches.keys()).length, workers: workers.length };
  });
}
