import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pinyin } from 'pinyin-pro';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPagesIfStale, root } from '../scripts/build.mjs';
import { OwnHouse, type Served } from '../src/app/testing/own-house';
import { openedArchive } from '../src/modules/reports/testing/opened';
import { expectAccessible, expectNoSidewaysScroll, journeys, photograph } from './browser';
import { everyPage } from './every-page';
import { atStep, check, giveReason, takes } from './importing';

// The README's way of a newcomer, with the command and the five registers that a newcomer has. Each test goes on where the one
// before has stopped; they share the county.

const house = new OwnHouse();
let served: Served;
beforeAll(async () => {
  await buildPagesIfStale();
  served = await house.start(['--demo', '--by-hand']);
}, 180_000);
afterAll(async () => {
  expect(await served.stop(), 'the server ends in order').toBe(0);
  await house.remove();
}, 60_000);
const { visit } = journeys();
const LONG = { timeout: 120_000 };

/** Signs in as a newcomer does: by a click on a printed account. */
async function signIn(login: string, screen: 'desktop' | 'phone' = 'desktop'): Promise<Page> {
  const page = await visit(`${served.address}${screen === 'phone' ? '/m/' : '/'}`, screen);
  await page
    .getByRole('button', { name: login, exact: false })
    .filter({ hasText: new RegExp(`${login}$`) })
    .click();
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('textbox', { name: '账号' }).waitFor({ state: 'hidden' });
  return page;
}
const at = (page: Page, address: string) => page.goto(`${served.address}${address}`);

test('imports the five demo registers by hand', async () => {
  const page = await signIn('officer');
  await page.getByText('先把名册导进来').waitFor();
  await photograph(page, 'newcomer-begins');
  await expectAccessible(page);
  for (const kind of ['household', 'enrolment', 'attending', 'poverty', 'disability']) {
    const file = path.join(root, 'data/demo', `${kind}.xlsx`);
    expect(statSync(file).size).toBeGreaterThan(10_000);
    await check(page, file);
    const checked = page.getByRole('heading', { level: 2, name: '检查结果' });
    await checked
      .or(page.getByRole('heading', { level: 2, name: '导入后会怎样' }))
      .first()
      .waitFor(LONG);
    if (await checked.isVisible()) await page.getByRole('button', { name: '看影响' }).click();
    await takes(page).click();
    await giveReason(page);
    await atStep(page, /^已导入 [\d,]+ 行/);
  }
}, 300_000);

test('compares them, and the account of each list balances', async () => {
  const page = await signIn('officer');
  await at(page, '/comparison');
  await page.getByRole('button', { name: '开始比对' }).click();
  await page.getByText('户籍名册的账').waitFor(LONG);
  expect(await page.getByText('账平', { exact: true }).count()).toBe(3);
  await photograph(page, 'newcomer-comparison');
  await expectAccessible(page);
}, 180_000);

test('decides ten doubtful pairs by the keyboard, and takes one back', async () => {
  const page = await signIn('officer');
  await at(page, '/comparison/reviews');
  const open = Number(/\d+/.exec(await page.getByRole('button', { name: /^待判 \d+/ }).innerText())?.[0]);
  expect(open).toBeGreaterThan(10);
  await page
    .getByRole('button', { name: /^同一人/ })
    .first()
    .waitFor();
  for (let done = 1; done <= 10; done++) {
    await page.keyboard.press(done % 3 === 0 ? 'n' : 'y');
    await page.getByText(`这次已判 ${done} 对`).waitFor();
  }
  await page.keyboard.press('z');
  await page.getByText('这次已判 9 对').waitFor();
  await page.keyboard.press('u');
  await page.getByText('这次已判 10 对').waitFor();
  await photograph(page, 'newcomer-review');
  await expectAccessible(page);
  await page.reload();
  await page.getByRole('button', { name: `待判 ${open - 10}` }).waitFor();
}, 120_000);

test('sends out who is in no school, a village answers on a phone, and the bureau accepts', async () => {
  const officer = await signIn('officer');
  await at(officer, '/verification/send');
  await officer.getByRole('button', { name: /^下发 [\d,]+ 件$/ }).click();
  await officer
    .getByText(/^已下发 [\d,]+ 件/)
    .first()
    .waitFor(LONG);

  const village = await signIn('village', 'phone');
  await village.locator('.ph-row-opens').first().waitFor();
  await photograph(village, 'newcomer-phone-tasks');
  await expectAccessible(village);
  await village.locator('.ph-row-opens').first().click();
  await village.getByRole('radio', { name: '外地上学' }).check();
  const name = (await village.getByRole('heading', { level: 1 }).innerText()).trim().split(' ')[0] ?? '';
  expect(await village.title(), 'a phone keeps the titles of its pages').not.toContain(name);
  await village.getByRole('radio', { name: '在省外就读' }).check();
  await village.getByLabel('在哪里、哪所学校').fill('河北省平泉市 杨树岭小学');
  await village.getByRole('checkbox', { name: '在读证明' }).check();
  await photograph(village, 'newcomer-phone-answer');
  await expectAccessible(village);
  await expectNoSidewaysScroll(village);
  await village.getByRole('button', { name: /交上去/ }).click();
  await village.getByText('已交上去，等县局核准').waitFor();
  await photograph(village, 'newcomer-phone-handed');

  await at(officer, '/verification?state=answered');
  await officer.getByRole('link', { name }).first().click();
  await officer.getByText('河北省平泉市 杨树岭小学').first().waitFor();
  await photograph(officer, 'newcomer-accept');
  await officer.keyboard.press('a');
  await officer
    .getByText(/已核准/)
    .first()
    .waitFor();
}, 120_000);

test('opens the roll call: it balances in the county and below, and a number opens to its children', async () => {
  const page = await signIn('officer');
  await at(page, '/roll-call');
  await page.getByRole('button', { name: /账平$/ }).waitFor(LONG);
  await photograph(page, 'newcomer-roll-call');
  await expectAccessible(page);
  await page.locator('table').getByRole('link', { name: '公营子镇', exact: true }).click();
  await page
    .getByRole('heading', { name: /公营子镇/ })
    .first()
    .waitFor();
  await page.getByRole('button', { name: /账平$/ }).waitFor();
}, 120_000);

test('finds a child from any page by its name and by its initials, without a mouse', async () => {
  const page = await signIn('officer');
  await at(page, '/ledgers/school-age');
  const name = await page.locator('table').getByRole('link').first().innerText();
  for (const typed of [name, pinyin(name, { pattern: 'first', toneType: 'none', separator: '' })]) {
    await at(page, '/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('textbox').waitFor();
    await page.keyboard.type(typed);
    await page.locator('.find-hit').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/children\/[^?]/);
    if (typed === name) await page.getByRole('heading', { level: 1, name }).waitFor();
  }
}, 60_000);

test('downloads a ledger: another approves, and whoever asked takes it once with its password', async () => {
  const officer = await signIn('officer');
  await at(officer, '/ledgers/school-age');
  await officer.locator('table').getByRole('link').first().waitFor(LONG);
  await photograph(officer, 'newcomer-ledger');
  await expectAccessible(officer);
  await officer.getByRole('button', { name: /^导出/ }).click();
  await officer.getByRole('radio', { name: '整本台账，号码打码' }).check();
  await officer.locator('.reports-chips label').first().click();
  await officer.getByLabel('具体做什么用').fill('3 月向市局报送台账');
  await officer.getByLabel('交给谁').fill('市教育局基教科');
  await photograph(officer, 'newcomer-export');
  await officer.getByRole('button', { name: '提交申请' }).click();
  await officer.getByText('待审批').first().waitFor();

  const leader = await signIn('leader');
  await at(leader, '/exports?list=approve');
  await leader.locator('table').getByRole('link').first().click();
  await leader.getByRole('button', { name: /^批准/ }).click();
  await leader
    .getByText(/^已批准/)
    .first()
    .waitFor();

  await officer.getByRole('button', { name: '取密码' }).waitFor(LONG);
  await officer.getByRole('button', { name: '取密码' }).click();
  const password = await officer.locator('.reports-password').innerText();
  const saved = officer.waitForEvent('download');
  await officer.getByRole('button', { name: '下载（只能一次）' }).click();
  const body = readFileSync(await (await saved).path());
  const ledger = await openedArchive({ body, name: 'ledger.zip', mediaType: 'application/zip' }, password);
  expect(ledger.headers.join()).toContain('姓名');
  expect(ledger.rows.length).toBeGreaterThan(29_000);
  await officer.getByText('已下载').first().waitFor();
}, 180_000);

/** Who sees what nobody else sees; a page that many see is looked at once. */
const eyes = [
  ['officer', 'desktop'],
  ['registrar', 'desktop'],
  ['sysadmin', 'desktop'],
  ['secadmin', 'desktop'],
  ['auditor', 'desktop'],
  ['village', 'phone'],
  ['officer', 'phone'],
] as const;

test('every page that the menus lead to is accessible and fits its screen', async () => {
  const looked = new Set<string>();
  for (const [login, screen] of eyes) {
    const page = await signIn(login, screen);
    await everyPage(page, screen, looked);
    await page.context().close();
  }
  // A menu that leads nowhere would pass all the same.
  expect(looked.size).toBeGreaterThan(35);
}, 300_000);
