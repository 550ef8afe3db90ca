import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kazuo } from '../src/modules/area';
import { seedAreas, seedSchools } from '../src/modules/area/server';
import { aClass, aSchool } from '../src/modules/area/testing/factories';
import { seedCalendar } from '../src/modules/calendar/server';
import { countChildren } from '../src/modules/standing/server';
import { ToldCounty } from '../src/modules/standing/testing/told-county-store';
import { insertGrants } from '../src/platform/access/grants/grant-store';
import { newId, transact } from '../src/platform/db';
import { expectAccessible, expectNoSidewaysScroll, journeys, photograph } from './browser';
import { type ServedOffice, signIn, startOffice } from './office';

// A campaign from its start at the bureau to what a village found; each test goes on where the one before has stopped.

const school = aSchool({ id: 'a', name: '青禾小学' });
const mine = { ...aClass(school, { id: 'b', number: 1, grades: [3] }), areaPath: school.areaPath };
const village = '211324/211324104/211324104208/';
const names = ['安然', '白雪', '陈晨', '杜鹃', '冯雨', '高山', '何苗', '江河', '康宁', '李想', '马跃', '宁静', '潘登'];

let office: ServedOffice;
beforeAll(async () => {
  office = await startOffice({ demo: true });
  const { house } = office;
  onDay('2025-03-03');
  const life = { from: '2024-09-01', until: null };
  const owner = (kind: 'school' | 'township', path: string, areaPath: string, name: string) => ({
    ...{ id: newId(), kind, path, areaPath, userId: null, name, duty: '责任人', ...life },
  });
  await transact(house.db, house.system, async (trx) => {
    await seedAreas(trx, kazuo(), '2000-01-01');
    await seedCalendar(trx);
    const owners = [
      owner('school', school.path, school.areaPath, '郑校长'),
      owner('township', '211324/211324104/', '211324/211324104/', '孙乡长'),
    ];
    await seedSchools(trx, { schools: [school], classes: [mine], owners });
    return { result: undefined, changes: [] };
  });
  const county = new ToldCounty(house);
  for (const name of names) {
    const id = newId();
    await county.add({ [id]: '2014-11-20' }, { area: village });
    await county.move(id, { school_path: mine.path, name });
    await county.tell(id, { day: '2025-03-01', kind: 'home', body: { area: village } });
    const enrolled = { row: `e-${id}`, state: 'studying', stage: 'primary', placement: 'ordinary', at: mine.path };
    await county.tell(id, { day: '2025-03-01', kind: 'enrolment', body: enrolled });
    await county.tell(id, { day: '2025-03-01', kind: 'class-list', body: { at: mine.path, answer: 'present' } });
  }
  await countChildren({ db: house.db, context: house.system });
  await office.person('teacher', 'class-teacher');
  await office.person('principal', 'principal');
  await office.person('officer', 'bureau-officer');
  const { userId } = await office.person('cadre');
  await transact(house.db, house.system, async (trx) => {
    const days = { fromDay: '2020-01-01', untilDay: null };
    const grant = { grantId: newId(), userId, role: 'village' as const, tree: 'area' as const, path: village, ...days };
    await insertGrants(trx, [{ ...grant, reason: null, askedBy: null, approved: true }]);
    return { result: undefined, changes: [] };
  });
}, 120_000);
afterAll(async () => {
  expect(office.faults).toEqual([]);
  await office.stop();
});
const { visit } = journeys();

test('the bureau starts a campaign of visits, and one of the first day of term', async () => {
  const page = await signedIn('officer', 'desktop');
  await page.getByRole('region', { name: '排查' }).getByText('现在没有正在进行的排查。').waitFor();
  await page.getByRole('link', { name: '发起排查' }).click();
  await page.getByRole('heading', { level: 1, name: '发起排查' }).waitFor();
  await page.getByRole('radio', { name: /^专项排查/ }).check();
  await page.getByText('要查 13 名孩子，1 个网格，1 位责任人').waitFor();
  await page.getByLabel('名称').fill('春季入户摸排');
  await page.getByRole('button', { name: '加一个问题' }).click();
  await page.getByText('每个问题至少写 2 个字。').waitFor();
  // Whoever adds a question writes it: the cursor stands in it.
  await page.keyboard.type('学习用品备齐了吗');
  await expect.poll(() => page.getByLabel('问题 1', { exact: true }).inputValue()).toBe('学习用品备齐了吗');
  await page.getByRole('checkbox', { name: '必答' }).check();
  await page.getByRole('button', { name: '加一个问题' }).click();
  await page.getByLabel('问题 2', { exact: true }).fill('怎么到校');
  await page.getByLabel('问题 2 怎么答').click();
  await page.getByTitle('单选').click();
  await page.getByText('单选题要有 2 到 6 个不同的选项', { exact: false }).waitFor();
  for (const word of ['走路', '坐校车']) {
    await page.getByLabel(/^问题 2 的选项/).fill(word);
    await page.keyboard.press('Enter');
  }
  await page.getByText('单选题要有 2 到 6 个不同的选项', { exact: false }).waitFor({ state: 'detached' });
  await photograph(page, 'visit-start');
  await expectAccessible(page);
  await page.getByRole('button', { name: '发起，查 13 人' }).click();
  await page.getByRole('heading', { level: 1, name: '春季入户摸排' }).waitFor();
  await photograph(page, 'visit-started');
  await expectAccessible(page);
  await page.goto(`${office.address}/screening/start`);
  await page.getByRole('button', { name: '加“大概哪天能到校”（系统建议）' }).click();
  await page.getByLabel('名称').fill('春季报到');
  await page.getByRole('button', { name: '发起，查 13 人' }).click();
  await page.getByRole('heading', { level: 1, name: '春季报到' }).waitFor();
});

test('a village cadre visits a child, and one more without a network', async () => {
  const page = await signedIn('cadre', 'phone', [/ERR_INTERNET_DISCONNECTED/]);
  await page.getByRole('link', { name: '排查', exact: true }).click();
  await page.getByRole('link', { name: /春季入户摸排/ }).waitFor();
  await photograph(page, 'visit-work');
  await expectAccessible(page);
  await page.getByRole('link', { name: /春季入户摸排/ }).click();
  await page.getByRole('heading', { name: '要走访的孩子（13）' }).waitFor();
  await photograph(page, 'visit-list');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('link', { name: /白雪/ }).click();
  await page.getByRole('radio', { name: '本县上学' }).check();
  await page.getByRole('radio', { name: '在本县学校，已有学籍' }).check();
  // What must be answered is, before anything goes out; going back costs nothing of what was answered.
  await page.getByRole('radio', { name: '坐校车' }).check();
  // Whoever has gone back to the top of the form sees nothing of the questions.
  await page.getByRole('button', { name: /电话/ }).scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: /^交上去/ }).click();
  await page.getByText('请先答这一项').waitFor();
  // It is brought before whoever answers, between the head of the page and its button.
  await expect.poll(async () => (await page.getByText('请先答这一项').boundingBox())?.y ?? 0).toBeGreaterThan(80);
  await expect.poll(async () => (await page.getByText('请先答这一项').boundingBox())?.y ?? 9999).toBeLessThan(760);
  await page.getByRole('radio', { name: '否', exact: true }).check();
  await page.reload();
  await expect.poll(() => page.getByRole('radio', { name: '否', exact: true }).isChecked()).toBe(true);
  await photograph(page, 'visit-form');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: /^交上去/ }).click();
  await page.getByText('已交上去').waitFor();
  await page.getByText('学习用品备齐了吗：否').waitFor();
  await photograph(page, 'visit-done');
  await page.getByRole('button', { name: '回到名单' }).click();
  await page.getByRole('heading', { name: '要走访的孩子（12）' }).waitFor();
  await page.context().setOffline(true);
  await page.getByRole('link', { name: /陈晨/ }).click();
  await page.getByText(/现在没有网络/).waitFor();
  await page.getByRole('radio', { name: '没在上学' }).check();
  await page.getByRole('radio', { name: '确认没有入学' }).check();
  await page.getByRole('radio', { name: '是', exact: true }).check();
  await photograph(page, 'visit-offline');
  await page.getByRole('button', { name: /^交上去/ }).click();
  await page.getByText(/先存在这台手机上/).waitFor();
  await photograph(page, 'visit-offline-kept');
  await page.context().setOffline(false);
  await page.getByText('已交上去').waitFor();
});

test('and tells of a child who is on no list', async () => {
  const page = await signedIn('cadre', 'phone');
  await page.getByRole('link', { name: '排查', exact: true }).click();
  await page.getByRole('link', { name: /春季入户摸排/ }).click();
  // The name is typed to find it, and is taken along to the form; what is filled in outlives going back and a reload.
  await page.getByLabel('按姓名找').fill('林小满');
  await page.getByText('名单里没有这个名字', { exact: false }).waitFor();
  await page.getByRole('button', { name: '遇到名册外的孩子' }).click();
  const filled = async () => [
    await page.getByLabel('姓名', { exact: true }).inputValue(),
    await page.getByLabel('监护人', { exact: true }).inputValue(),
    await page.getByLabel(/^出生日期/).inputValue(),
  ];
  await expect.poll(filled).toEqual(['林小满', '', '']);
  await page.getByRole('radio', { name: '女' }).check();
  await page.getByLabel(/^出生日期/).fill('2016-04-02');
  await page.getByLabel('监护人', { exact: true }).fill('林奶奶');
  await page.goBack();
  await page.getByRole('button', { name: '遇到名册外的孩子' }).click();
  await page.getByText('上次没报完的还在').waitFor();
  expect(await filled()).toEqual(['林小满', '林奶奶', '2016-04-02']);
  await page.reload();
  await page.getByText('上次没报完的还在').waitFor();
  expect(await filled()).toEqual(['林小满', '林奶奶', '2016-04-02']);
  await photograph(page, 'visit-find');
  await expectAccessible(page);
  await page.getByRole('button', { name: '报给县局' }).click();
  await page.getByText('请选在哪上学').waitFor();
  await page.getByRole('radio', { name: '没在上学' }).check();
  await page.getByRole('radio', { name: '确认没有入学' }).check();
  await page.getByLabel(/^为什么没上学/).fill('跟着打工的父母刚搬来，还没联系学校。');
  await photograph(page, 'visit-find-filled');
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: '报给县局' }).click();
  await page.getByText('已报给县局').waitFor();
  await page.getByRole('button', { name: '回到名单' }).click();
  await page.getByRole('heading', { name: '名册外的孩子（1）' }).waitFor();
  await photograph(page, 'visit-found');
  await expectAccessible(page);
});

test('a class teacher answers for the class by exception', async () => {
  const page = await signedIn('teacher', 'phone');
  await page.getByRole('link', { name: /^排查/ }).first().click();
  await page.getByRole('link', { name: /春季报到/ }).click();
  await page.getByRole('button', { name: '杜鹃' }).click();
  await page.getByRole('radio', { name: '生病' }).check();
  await page.getByLabel('大概哪天能到校（可不填）').fill('下周一');
  await photograph(page, 'visit-class');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: '交上去：1 人没到，其余 12 人到了' }).click();
  await page.getByRole('button', { name: '已交：13 人中 12 人到了' }).waitFor();
  await photograph(page, 'visit-class-done');
});

test('the school signs, and sees who has not come', async () => {
  const page = await signedIn('principal', 'desktop');
  await page.goto(`${office.address}/screening`);
  await page.getByRole('link', { name: '春季报到' }).click();
  await page.getByRole('button', { name: '学校签认' }).click();
  await page.getByText(/王principal .*签认$/).waitFor();
  await photograph(page, 'visit-signed');
  await expectAccessible(page);
  await page.getByRole('listitem').filter({ hasText: '未报到' }).getByRole('link', { name: '1' }).click();
  await page.getByRole('link', { name: '杜鹃' }).waitFor();
  await photograph(page, 'visit-unreported');
});

test('the bureau decides on what was found, enters the child whom no list has, and draws a sample', async () => {
  const page = await signedIn('officer', 'desktop');
  await page.getByText('名册外的孩子待认定').waitFor();
  await photograph(page, 'visit-card');
  await page.goto(`${office.address}/screening`);
  await page.getByRole('link', { name: '春季入户摸排' }).waitFor();
  expect(await page.getByText('条/页').count()).toBe(0);
  await photograph(page, 'visit-campaigns');
  await expectAccessible(page);
  await page.getByRole('link', { name: '春季入户摸排' }).click();
  await page.getByRole('listitem').filter({ hasText: '待核准' }).getByRole('link', { name: '1' }).waitFor();
  const replies = page.getByRole('region', { name: '自拟问题的答复' });
  await replies.getByRole('row', { name: /学习用品备齐了吗.*是 1 · 否 1/ }).waitFor();
  await replies.getByRole('row', { name: /怎么到校.*走路 0 · 坐校车 1/ }).waitFor();
  await photograph(page, 'visit-progress');
  await page.getByRole('listitem').filter({ hasText: '待核准' }).getByRole('link', { name: '1' }).click();
  await page.getByRole('link', { name: '陈晨' }).click();
  await page.getByRole('button', { name: '核准', exact: true }).waitFor();
  await page.getByText('学习用品备齐了吗：是').waitFor();
  await photograph(page, 'visit-decide');
  await expectAccessible(page);
  await page.getByRole('button', { name: '核准', exact: true }).click();
  await page.getByText('已核准：陈晨').waitFor();
  await page.goto(`${office.address}/screening`);
  await page.getByRole('link', { name: '春季入户摸排' }).click();
  await page.getByRole('listitem').filter({ hasText: '名册外的孩子' }).getByRole('link').click();
  await page.getByRole('link', { name: '林小满' }).click();
  await page.getByText('名册里没有找到同名、年纪相近的孩子。').waitFor();
  await photograph(page, 'visit-settle');
  await expectAccessible(page);
  await page.getByRole('button', { name: '名册里没有，补进名单' }).click();
  await page.getByText('林小满 已补进应在学名单').waitFor();
  await page.getByRole('link', { name: '打开学生档案' }).click();
  await page.getByRole('heading', { level: 1, name: /林小满/ }).waitFor();
  await photograph(page, 'visit-record');
  await page.goto(`${office.address}/screening`);
  await page.getByRole('link', { name: '春季报到' }).click();
  await page.getByRole('button', { name: '抽查' }).click();
  await page.getByRole('button', { name: '抽一次' }).click();
  await page.getByText('13 人里抽 13 人', { exact: false }).waitFor();
  await photograph(page, 'visit-sample');
  await expectAccessible(page);
});

async function signedIn(login: string, screen: 'desktop' | 'phone', expects: readonly RegExp[] = []): Promise<Page> {
  const page = await visit(`${office.address}${screen === 'phone' ? '/m/' : '/'}`, screen, expects);
  await signIn(page, login);
  return page;
}

/** Half past eight in the morning, in China. */
function onDay(day: string): void {
  office.house.at(new Date(`${day}T00:30:00Z`));
}
