import * as OTPAuth from 'otpauth';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, journeys, photograph, tabTo } from './browser';
import { givePassword, PASSWORD, type ServedOffice, startOffice } from './office';

let office: ServedOffice;
beforeAll(async () => {
  office = await startOffice();
  await office.person('teacher', 'class-teacher');
  await office.person('other', 'village');
  await office.person('officer', 'bureau-officer');
  await givePassword(office, (await office.person('newcomer', 'village')).userId);
}, 120_000);
afterAll(() => office.stop());
const { visit } = journeys();

/** A refused request is a line in the console of every browser. */
const refused = [/status of 40[13]/];

async function signIn(page: Page, login: string, password = PASSWORD): Promise<void> {
  await page.getByRole('textbox', { name: '账号' }).fill(login);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

test('somebody signs in after a wrong password, changes the language for good, and signs out', async () => {
  const page = await visit(office.address, 'desktop', refused);
  await page.getByRole('heading', { name: '登录' }).waitFor();
  await expectAccessible(page);
  await signIn(page, 'teacher', 'not the password');
  await page.getByRole('alert').getByText('账号或密码不对').waitFor();
  await photograph(page, 'sign-in-wrong');
  await expectAccessible(page);
  await signIn(page, 'teacher');
  await page.getByRole('heading', { name: '王teacher，您好' }).waitFor();
  await photograph(page, 'start');
  await expectAccessible(page);

  // The page shows the choice at once; it is for good when the server has it.
  const saved = page.waitForResponse(/\/api\/session\/language$/);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Hello, 王teacher' }).waitFor();
  await saved;
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.getByRole('heading', { name: 'Hello, 王teacher' }).waitFor();

  await page.goto(`${office.address}/nowhere`);
  await page.getByRole('button', { name: '王teacher, my account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  const kept = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
  expect(kept).toEqual(['nol.language']);
});

test('somebody without a mouse signs in', async () => {
  const page = await visit(office.address);
  await page.getByRole('textbox', { name: '账号' }).waitFor();
  await page.keyboard.type('other');
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '王other，您好' }).waitFor();
  await tabTo(page, '王other，我的账号');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: '修改密码' }).waitFor();
});

test('an address that leads to no page says so, within the frame', async () => {
  const page = await visit(office.address);
  await signIn(page, 'other');
  await page.getByRole('heading', { name: '王other，您好' }).waitFor();
  await page.goto(`${office.address}/nowhere/at/all`);
  await page.getByRole('heading', { name: '没有这一页' }).waitFor();
  await expectAccessible(page);
});

test('an officer sets up an authenticator, and from then on signs in with its code, or once with a recovery code', async () => {
  const page = await visit(office.address, 'desktop', refused);
  await signIn(page, 'officer');
  await page.locator('.nol-enrolment-code svg').waitFor();
  await photograph(page, 'enrolment');
  await expectAccessible(page);
  const secret = (await page.locator('.nol-enrolment-secret').innerText()).replaceAll(' ', '');
  const codes = await page.locator('.nol-recovery-codes li').allInnerTexts();
  const authenticator = new OTPAuth.TOTP({ secret, period: 30, digits: 6 });
  const code = page.getByLabel('验证器上的 6 位数字');
  await code.fill('000000');
  await page.getByRole('button', { name: '验证并进入' }).click();
  await page.getByRole('alert').waitFor();
  await code.fill(authenticator.generate({ timestamp: Date.now() }));
  await page.getByRole('button', { name: '验证并进入' }).click();
  await page.getByRole('heading', { name: '王officer，您好' }).waitFor();

  await page.context().clearCookies();
  await page.reload();
  await signIn(page, 'officer');
  await page.getByRole('heading', { name: '再验证一步' }).waitFor();
  await expectAccessible(page);
  await code.fill(codes[0] ?? '');
  await page.getByRole('button', { name: '验证并进入' }).click();
  await page.getByRole('heading', { name: '王officer，您好' }).waitFor();
});

test('a password that somebody else has given is changed before anything else, and later on changed again', async () => {
  const page = await visit(office.address, 'desktop', [...refused, /status of 4\d\d/]);
  await signIn(page, 'newcomer');
  await page.getByRole('heading', { name: '换一个自己的密码' }).waitFor();
  await expectAccessible(page);
  await page.getByLabel('现在的密码').fill(PASSWORD);
  await page.getByLabel('新密码', { exact: true }).fill('newcomer');
  await page.getByLabel('再写一遍新密码').fill('another one altogether');
  await page.getByRole('button', { name: '换成新密码' }).click();
  await page.getByText('至少 12 个字', { exact: true }).waitFor();
  const second = 'Green ladder 4 sings below the sea';
  await page.getByLabel('新密码', { exact: true }).fill(second);
  await page.getByRole('button', { name: '换成新密码' }).click();
  await page.getByText('两遍写得不一样').waitFor();
  await photograph(page, 'new-password');
  await page.getByLabel('再写一遍新密码').fill(second);
  await page.getByRole('button', { name: '换成新密码' }).click();
  await page.getByRole('heading', { name: '王newcomer，您好' }).waitFor();

  await page.getByRole('button', { name: '王newcomer，我的账号' }).click();
  await page.getByRole('menuitem', { name: '修改密码' }).click();
  const dialog = page.getByRole('dialog', { name: '修改密码' });
  await dialog.getByLabel('现在的密码').fill('not this one at all');
  await dialog.getByLabel('新密码', { exact: true }).fill(PASSWORD);
  await dialog.getByLabel('再写一遍新密码').fill(PASSWORD);
  await dialog.getByRole('button', { name: '换成新密码' }).click();
  await dialog.getByText('现在的密码不对').first().waitFor();
  await expectAccessible(page);
  await dialog.getByLabel('现在的密码').fill(second);
  await dialog.getByRole('button', { name: '换成新密码' }).click();
  await page.getByText('密码已换好').waitFor();
});

test('a session that was ended elsewhere asks for the password over the page, and what was wanted is done', async () => {
  const page = await visit(office.address, 'desktop', refused);
  await signIn(page, 'other');
  await page.getByRole('heading', { name: '王other，您好' }).waitFor();
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'English' }).click();
  const dialog = page.getByRole('dialog', { name: 'Please sign in again' });
  await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.reload();
  await page.getByRole('heading', { name: 'Hello, 王other' }).waitFor();
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('heading', { name: '王other，您好' }).waitFor();
});

test('when somebody else signs in in another tab, nothing is done in his name and the page shows him his own', async () => {
  const page = await visit(office.address, 'desktop', refused);
  await signIn(page, 'other');
  await page.getByRole('heading', { name: '王other，您好' }).waitFor();
  const second = await page.context().newPage();
  await page.context().clearCookies();
  await second.goto(office.address);
  await signIn(second, 'teacher');
  await second.getByRole('heading', { name: /王teacher/ }).waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: /王teacher/ }).waitFor();
});

test('on the phone somebody signs in, reads in large letters, and signs out', async () => {
  const page = await visit(`${office.address}/m/`, 'phone', refused);
  await page.getByRole('heading', { name: '登录' }).waitFor();
  await expectAccessible(page);
  await signIn(page, 'other', 'not the password');
  await page.getByRole('alert').getByText('账号或密码不对').waitFor();
  await photograph(page, 'phone-sign-in-wrong');
  await signIn(page, 'other');
  await page.getByRole('link', { name: '我的' }).click();
  await page.getByRole('switch', { name: '大字模式' }).click();
  await photograph(page, 'phone-me');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.reload();
  await page.getByRole('switch', { name: '大字模式', checked: true }).waitFor();
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.getByRole('heading', { name: '登录' }).waitFor();
  expect(office.faults).toEqual([]);
});
