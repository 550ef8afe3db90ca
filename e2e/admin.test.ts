import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedPlaces } from '../src/app/accounts/testing/office';
import { verifyKind, verifyTrail } from '../src/app/audit/verification';
import { createFirstAccount } from '../src/platform/access/people/setup';
import { type JobRunner, startJobs } from '../src/platform/jobs';
import { expectAccessible, expectNoSidewaysScroll, journeys, photograph } from './browser';
import { type ServedOffice, signIn, startOffice } from './office';

let office: ServedOffice;
/** The name of the person whose account is made below. */
let made = '';
let jobs: JobRunner | undefined;
beforeAll(async () => {
  // A county of fictional people: none of these journeys is about the second factor.
  office = await startOffice({ demo: true, wakeJobs: () => jobs?.wake() });
  await seedPlaces(office.house);
  await office.person('system', 'system-admin');
  await office.person('system2', 'system-admin');
  await office.person('security', 'security-admin');
  await office.person('leader', 'bureau-leader');
  await office.person('audit', 'audit-admin');
  const { db, ring, files } = office.house;
  const house = { ring, files, wakeJobs: () => undefined };
  jobs = startJobs({ db, house, works: { [verifyKind]: verifyTrail }, onFault: (error) => office.faults.push(error) });
}, 120_000);
afterAll(async () => {
  expect(office.faults).toEqual([]);
  await jobs?.stop();
  await office.stop();
});
const { visit } = journeys();

/** A refused request is a line in the console of every browser. */
const refused = [/status of 4\d\d/];
const SECOND = 'Green ladder 4 sings below the sea';

async function signedIn(login: string, address = '/', screen: 'desktop' | 'phone' = 'desktop'): Promise<Page> {
  const page = await visit(`${office.address}${address}`, screen, refused);
  await signIn(page, login);
  return page;
}

async function choose(page: Page, field: string, typed: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).last().click();
  await page.keyboard.type(typed);
  await page.locator('.ant-select-item-option', { hasText: option }).first().click();
}

/** Each of the three sees his own part of the menu, and the address of another’s page tells him so. */
test('the three administrators share no page but the list of accounts', async () => {
  const pages = {
    account: '/accounts',
    grant: '/grants',
    event: '/security-events',
    audit: '/audit',
    verify: '/audit-verification',
  };
  const expected = { system: ['account'], security: ['account', 'grant', 'event'], audit: ['audit', 'verify'] };
  for (const [login, open] of Object.entries(expected)) {
    const page = await signedIn(login);
    for (const [name, address] of Object.entries(pages)) {
      await page.goto(`${office.address}${address}`);
      const shut = page.getByRole('heading', { name: '这一页您不能看' });
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect([login, name, await shut.isVisible()]).toEqual([login, name, !open.includes(name)]);
    }
  }
});

test('an account is made, invited, given a right by two people, and all of it stands in the trail', async ({ task }) => {
  // A second try makes another person: the first one is there by then.
  const [name, login] =
    (task.result?.retryCount ?? 0) === 0 ? (['赵新', 'zhaoxin'] as const) : (['赵又新', 'zhaoyouxin'] as const);
  made = name;
  const system = await signedIn('system', '/accounts');
  await system.getByRole('button', { name: '新建账号' }).click();
  const panel = system.getByRole('dialog');
  await panel.getByLabel('姓名').fill(name);
  await panel.getByLabel('单位').fill('青禾小学');
  await panel.getByLabel('登录名').fill('-');
  await expectAccessible(system);
  await panel.getByRole('button', { name: '新建账号' }).click();
  await panel.getByText('写法不对').waitFor();
  await panel.getByLabel('登录名').fill(login);
  await panel.getByRole('button', { name: '新建账号' }).click();
  await panel.getByText('还没有授权').waitFor();
  await photograph(system, 'account');
  await expectAccessible(system);
  await panel.getByRole('button', { name: '打印 1 张邀请单' }).click();
  const code = (await system.locator('.nol-slip-code').innerText()).trim();
  await photograph(system, 'slips');
  await expectAccessible(system);

  const security = await signedIn('security', `/accounts?q=${login}`);
  await security.getByRole('link', { name }).click();
  await security.getByRole('link', { name: '申请授权' }).click();
  await security.getByText(`${name}（${login}）青禾小学`).waitFor();
  await choose(security, '岗位', '学籍员', '学籍员/学校专干');
  await choose(security, '管理范围', 'qhxx', '青禾小学');
  await security
    .getByRole('button', { name: /春季学期末|秋季学期末|学年末/ })
    .first()
    .click();
  await security.getByRole('button', { name: '新任岗位' }).click();
  await photograph(security, 'grant-form');
  await expectAccessible(security);
  await security.getByRole('button', { name: '提交申请' }).click();
  await security.getByText('已提交，等另一位批准。').waitFor();
  await security.getByRole('link', { name }).click();
  await security.getByText('您不能批准这一项').waitFor();
  await expectAccessible(security);

  const leader = await signedIn('leader', '/grants?state=asked');
  await leader.getByRole('checkbox', { name: `选中 ${name}` }).check();
  await photograph(leader, 'grants');
  await leader.getByRole('button', { name: '批准', exact: true }).click();
  await leader.getByText('已批准 1 项').waitFor();

  const phone = await visit(`${office.address}/m/invitation#${code}`, 'phone', refused);
  await phone.getByText(`${name}（青禾小学），登录名 ${login}`).waitFor();
  expect(phone.url()).not.toContain(code);
  await expectAccessible(phone);
  await expectNoSidewaysScroll(phone);
  await phone.getByLabel('新密码', { exact: true }).fill(SECOND);
  await phone.getByLabel('再写一遍新密码').fill('not the same');
  await phone.getByRole('button', { name: '设好密码并登录' }).click();
  await phone.getByText('两遍写得不一样').waitFor();
  await phone.getByLabel('再写一遍新密码').fill(SECOND);
  await phone.getByRole('button', { name: '设好密码并登录' }).click();
  await phone.waitForURL(`${office.address}/m/`);

  const audit = await signedIn('audit', '/audit?person=王leader');
  const line = audit.getByRole('row', { name: /批准授权/ }).filter({ hasText: login });
  await line.getByText(`${name}（${login}） · 学籍员/学校专干`).waitFor();
  await expectAccessible(audit);
  await line.getByRole('link').click();
  await audit.getByText('看这个对象的全部记录').click();
  await audit.getByRole('row', { name: /申请授权.*新任岗位/ }).waitFor();
  await photograph(audit, 'audit');
  await expectAccessible(audit);
});

test('an account is disabled with a reason, and its person is out on the next request', async () => {
  const { login } = await office.person('leaving', 'class-teacher');
  const teacher = await signedIn(login);
  const system = await signedIn('system', `/accounts?q=${login}`);
  await system.getByRole('link', { name: `王${login}` }).click();
  await system.getByRole('button', { name: '停用' }).click();
  const dialog = system.getByRole('dialog', { name: `停用王${login}的账号` });
  await dialog.getByRole('radio', { name: '调离、退休或离职' }).check();
  await expectAccessible(system);
  await dialog.getByRole('button', { name: '停用' }).click();
  await system.getByText('已停用：调离、退休或离职').waitFor();
  await teacher.getByRole('button', { name: 'English' }).click();
  await teacher.getByRole('dialog', { name: 'Please sign in again' }).waitFor();
});

test('a sheet of accounts is looked at, mended, made, and its slips are printed', async () => {
  const page = await signedIn('system', '/accounts/batch');
  const write = async (name: string, rows: string) => {
    const file = path.join(office.house.folder, name);
    await writeFile(file, `登录名,姓名,单位,岗位,管理范围,班级,开始日期,结束日期\n${rows}`);
    return file;
  };
  await expectAccessible(page);
  await page.getByLabel('选择填好的表').setInputFiles(await write('no-sheet.csv', ''));
  await page.getByText('表头下面没有内容').waitFor();
  await page
    .getByLabel('选择填好的表')
    .setInputFiles(await write('wrong.csv', 'li,李一,青禾小学,县长,,,,\nwang,王二,青禾小学,,,,,\n'));
  await page.getByRole('heading', { name: '1 处要改' }).waitFor();
  await page.getByRole('cell', { name: '没有这个岗位' }).waitFor();
  await photograph(page, 'batch-problems');
  await expectAccessible(page);
  await page.getByRole('button', { name: '换一份表' }).click();
  await page
    .getByLabel('选择填好的表')
    .setInputFiles(await write('right.csv', 'li,李一,青禾小学,,,,,\nwang,王二,青禾小学,,,,,\n'));
  await page.getByRole('button', { name: '建 2 个账号，申请 0 项授权' }).click();
  await page.getByText('建好 2 个账号').waitFor();
  await page.getByRole('button', { name: '打印 2 张邀请单' }).click();
  await page.locator('.nol-slip').nth(1).waitFor();
  expect(await page.locator('.nol-slip-code').count()).toBe(2);
});

test('rights that end are asked to go on together', async () => {
  const security = await signedIn('security', '/grants?role=registrar&state=open');
  await security.getByRole('checkbox', { name: `选中 ${made}` }).check();
  await security.getByRole('button', { name: '续期 1 项' }).click();
  const dialog = security.getByRole('dialog', { name: '续期 1 项授权' });
  await dialog
    .getByRole('button', { name: /学年末/ })
    .last()
    .click();
  await dialog.getByLabel('理由').fill('学期续任');
  await expectAccessible(security);
  await dialog.getByRole('button', { name: '提交续期' }).click();
  await security.getByText('已申请续期 1 项').waitFor();
});

test('the trail is verified and exported, and who guesses at passwords is seen by the security administrator', async () => {
  const stranger = await visit(office.address, 'desktop', refused);
  await stranger.getByRole('textbox', { name: '账号' }).fill('leader');
  for (let guess = 0; guess < 6; guess++) {
    await stranger.getByLabel('密码', { exact: true }).fill(`wrong password ${guess}`);
    const answer = stranger.waitForResponse((response) => response.request().method() === 'POST');
    await stranger.getByRole('button', { name: '登录', exact: true }).click();
    await answer;
  }
  const security = await signedIn('security', '/security-events');
  await security.getByRole('row', { name: /输错太多，暂停登录/ }).waitFor();
  await photograph(security, 'security-events');
  await expectAccessible(security);

  const audit = await signedIn('audit', '/audit-verification');
  await audit.getByText('还没有验证过。').waitFor();
  await audit.getByRole('button', { name: '现在验证' }).click();
  await audit.getByText(/共 \d+ 行，全部完好。/).waitFor();
  await photograph(audit, 'verified');
  await expectAccessible(audit);
  await audit.goto(`${office.address}/audit?act=account.create`);
  await audit.getByRole('button', { name: '导出' }).click();
  const dialog = audit.getByRole('dialog', { name: '导出审计记录' });
  await dialog.getByLabel('理由').fill('年度审计');
  await expectAccessible(audit);
  const download = audit.waitForEvent('download');
  await dialog.getByRole('button', { name: '导出' }).click();
  expect((await download).suggestedFilename()).toMatch(/^审计记录-.*[.]xlsx$/);
});

test('everybody sees where he is signed in, signs out elsewhere, and sets up an authenticator', async () => {
  await office.person('own', 'village');
  const phone = await signedIn('own', '/m/', 'phone');
  const page = await signedIn('own', '/me');
  await page.getByRole('heading', { name: '登录设备' }).waitFor();
  await photograph(page, 'me');
  await expectAccessible(page);
  await page.getByRole('button', { name: /^退出这台：/ }).click();
  await page.getByText('已让它退出。').waitFor();
  await page.getByRole('button', { name: '绑定验证器' }).click();
  await page.locator('.nol-enrolment-code svg').waitFor();
  await expectAccessible(page);

  await phone.goto(`${office.address}/m/me`);
  await phone.getByRole('heading', { name: '登录' }).waitFor();
  const again = await signedIn('own', '/m/me', 'phone');
  for (const [row, title] of [
    ['登录设备', '登录设备'],
    ['验证器', '绑定验证器'],
    ['备用码', '备用码'],
    ['修改密码', '修改密码'],
  ] as const) {
    await again.getByRole('link', { name: row }).click();
    await again.getByRole('heading', { name: title }).waitFor();
    await expectAccessible(again);
    await expectNoSidewaysScroll(again);
    await again.getByRole('button', { name: '返回' }).click();
  }
});

test('a fresh county is set up with the secret of its console, by four people', async () => {
  const fresh = await startOffice();
  const secret = (await createFirstAccount(fresh.house.db, fresh.house.system)) ?? '';
  const page = await visit(fresh.address, 'desktop', refused);
  await page.getByRole('link', { name: '去初始设置' }).click();
  await page.getByLabel('安装口令').fill('wrong');
  const people = [
    ['系统管理员', '李一', 'sys'],
    ['安全管理员', '王二', 'sec'],
    ['审计管理员', '张三', 'aud'],
    ['教育局领导', '赵四', 'lead'],
  ] as const;
  for (const [role, name, login] of people) {
    const group = page.getByRole('group', { name: role });
    await group.getByLabel('姓名').fill(name);
    await group.getByLabel('单位').fill('县教育局');
    await group.getByLabel('登录名').fill(login);
  }
  await expectAccessible(page);
  await page.getByRole('button', { name: '设立并生成邀请单' }).click();
  await page.getByText('安装口令不对').waitFor();
  await page.getByLabel('安装口令').fill(secret);
  await page.getByRole('button', { name: '设立并生成邀请单' }).click();
  await page.locator('.nol-slip').nth(3).waitFor();
  const code = await page.locator('.nol-slip', { hasText: '李一' }).locator('.nol-slip-code').innerText();

  const invited = await visit(`${fresh.address}/invitation`, 'desktop', refused);
  await invited.getByLabel('邀请码').fill(code.toLowerCase());
  await invited.getByRole('button', { name: '继续' }).click();
  await invited.getByText('请核对是不是您本人').waitFor();
  await expectAccessible(invited);
  await invited.getByLabel('新密码', { exact: true }).fill(SECOND);
  await invited.getByLabel('再写一遍新密码').fill(SECOND);
  await invited.getByRole('button', { name: '设好密码并登录' }).click();
  await invited.getByRole('heading', { name: '绑定验证器' }).waitFor();
  // Somebody can sign in now: there is nothing left to set up.
  await page.goto(`${fresh.address}/setup`);
  await page.getByText('现在不需要初始设置。').waitFor();
  await expectAccessible(page);
  expect(fresh.faults).toEqual([]);
  await fresh.stop();
});
