import { readFileSync } from 'node:fs';
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
  if ('reason' in found) return;
  [mine, other] = [await pocketPhone(school.address), await pocketPhone(school.address)];
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
  const written = filesBelow(mine.folder).map((file) => readFileSync(file));
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
