import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kazuo } from '../src/modules/area';
import { seedAreas, seedSchools } from '../src/modules/area/server';
import { aClass, aSchool } from '../src/modules/area/testing/factories';
import { seedCalendar } from '../src/modules/calendar/server';
import { agreed, idOf } from '../src/modules/children/testing/county';
import { recordChildren } from '../src/modules/children/testing/factories';
import { countChildren } from '../src/modules/standing/server';
import { ToldCounty } from '../src/modules/standing/testing/told-county-store';
import { newId, transact } from '../src/platform/db';
import { expectAccessible, expectNoSidewaysScroll, journeys, photograph } from './browser';
import { type ServedOffice, signIn, startOffice } from './office';

// A child is marked by the bureau: who is told which word, and what it does to the steps of an absence. Each test goes on where the
// one before has stopped.

const school = aSchool({ id: 'a', name: '青禾小学' });
const mine = { ...aClass(school, { id: 'b', number: 1, grades: [3] }), areaPath: school.areaPath };
const ids: Readonly<Record<string, string>> = { 安然: newId(), 白雪: newId(), 陈晨: newId() };

let office: ServedOffice;
beforeAll(async () => {
  office = await startOffice({ demo: true });
  const { house } = office;
  house.at(new Date('2025-03-10T00:00:00Z'));
  await transact(house.db, house.system, async (trx) => {
    await seedAreas(trx, kazuo(), '2000-01-01');
    await seedCalendar(trx);
    await seedSchools(trx, { schools: [school], classes: [mine], owners: [] });
    return { result: undefined, changes: [] };
  });
  const county = new ToldCounty(house);
  for (const [name, id] of Object.entries(ids)) {
    await county.add({ [id]: '2014-11-20' });
    await county.move(id, { school_path: mine.path, name });
    const enrolled = { row: `e-${id}`, state: 'studying', stage: 'primary', placement: 'ordinary', at: mine.path };
    await county.tell(id, { day: '2025-03-01', kind: 'enrolment', body: enrolled });
    await county.tell(id, { day: '2025-03-01', kind: 'class-list', body: { at: mine.path, answer: 'present' } });
  }
  await count();
  await office.person('teacher', 'class-teacher');
  await office.person('registrar', 'registrar');
  await office.person('officer', 'bureau-officer');
}, 120_000);
afterAll(async () => {
  expect(office.faults).toEqual([]);
  await office.stop();
});
const { visit } = journeys();

test('the bureau marks a child by a document, and finds it in its group', async () => {
  const page = await signedIn('officer', `/children/${ids.安然}`);
  await page.getByRole('heading', { name: '重点人群标记' }).waitFor();
  await page.getByRole('button', { name: '添加标记' }).click();
  await page.getByRole('combobox', { name: '类别' }).click();
  await page.getByTitle('孤儿').click();
  await page.getByRole('radio', { name: /民政部门认定的孤儿/ }).waitFor();
  await page.getByLabel('材料').fill('县民政局 2025 年 1 月孤儿名单');
  await photograph(page, 'groups-form');
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: '添加标记' }).click();
  await page.getByText('已标记：孤儿').waitFor();
  await page.getByText(/县民政局 2025 年 1 月孤儿名单/).waitFor();
  await photograph(page, 'groups-child');
  await expectAccessible(page);
  await page.goto(`${office.address}/groups`);
  await page.getByRole('link', { name: '1', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '孤儿' }).waitFor();
  await page.getByRole('link', { name: '安然' }).waitFor();
  await photograph(page, 'groups-members');
  await expectAccessible(page);
  await page.goto(`${office.address}/groups`);
  await page.getByRole('heading', { name: '事实无人抚养' }).waitFor();
  await photograph(page, 'groups');
  await expectAccessible(page);
});

test('the class teacher reads 需关注 and no word of why', async () => {
  const page = await signedIn('teacher', `/children/${ids.安然}`);
  await page.getByText(/原因不在这里显示/).waitFor();
  await page.getByText('需关注', { exact: true }).waitFor();
  expect(await page.textContent('body')).not.toMatch(/孤儿|民政/);
  await photograph(page, 'groups-teacher');
  await expectAccessible(page);
  await page.goto(`${office.address}/children/${ids.白雪}`);
  await page.getByRole('heading', { name: '就学状态' }).waitFor();
  expect(await page.textContent('body')).not.toContain('需关注');
});

test('a list of civil affairs is looked at, told by row, and taken in', async () => {
  const idNumber = idOf('2013-06-01', 21);
  const values = { name: '杜宇', sex: '1', birthDay: '2013-06-01', idNumber, schoolPath: mine.path, grade: '3' } as const;
  await transact(office.house.db, office.house.system, async (trx) => {
    return { result: await recordChildren(trx, office.house.ring, [agreed(values)]), changes: [] };
  });
  const page = await signedIn('officer', '/groups');
  await page.getByRole('button', { name: '导入民政名单' }).click();
  await page.getByRole('combobox', { name: '这是哪一类的名单' }).click();
  await page.getByTitle('困境').click();
  await photograph(page, 'groups-list-choose');
  await expectAccessible(page);
  const lines = ['姓名,身份证号,类别', `杜宇,${idNumber},`, `方正,${idOf('2019-01-02', 4)},`, '何田,211324201211200000,'];
  const sheet = { name: '县民政局困境儿童名单.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) };
  await page.getByLabel('选择名单文件').setInputFiles(sheet);
  await page.getByText('县民政局困境儿童名单.csv：对上 1 人，2 行没有对上').waitFor();
  await page.getByRole('row', { name: '4 何田 身份证号不对，请和民政核对' }).waitFor();
  await photograph(page, 'groups-list-look');
  await expectAccessible(page);
  await page.getByRole('button', { name: '标记 1 人次' }).click();
  await page.getByText('已标记 1 人次').waitFor();
  await page.getByRole('button', { name: '看重点人群' }).click();
  // The count of the group is a link once the page has heard of the list.
  await page.locator('a[href$="group=hardship"]').click();
  await page.getByRole('link', { name: '杜宇' }).click();
  await page.getByText(/民政名单 · 县民政局困境儿童名单/).waitFor();
});

test('when both children are away, the steps of the marked one come sooner, and say so without a reason', async () => {
  const page = await signedIn('teacher', '/m/', 'phone');
  for (const name of ['安然', '白雪']) {
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    await page.getByRole('group', { name, exact: true }).getByRole('radio', { name: '没来' }).check();
  }
  await page.getByRole('button', { name: '提交：2 人没到齐，其余 1 人到' }).click();
  await page.getByText('已提交：到 1/3').waitFor();
  await count();
  await page.goto(`${office.address}/m/absences`);
  await page.getByText(/^需关注/).waitFor();
  await photograph(page, 'groups-absences');
  await page.goto(`${office.address}/m/absences/${ids.安然}`);
  await page.getByText('需关注的孩子，家访和报告提前办。').waitFor();
  expect(await stepsOf(page)).toEqual(['1 天', '2 天', '2 天', '6 天', '20 天']);
  expect(await page.textContent('body')).not.toMatch(/孤儿|民政/);
  await photograph(page, 'groups-ladder');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.goto(`${office.address}/m/absences/${ids.白雪}`);
  await page.getByRole('list', { name: '到哪一步了' }).waitFor();
  expect(await stepsOf(page)).toEqual(['1 天', '2 天', '3 天', '6 天', '20 天']);
});

test('the school ends the mark with a reason, and keeps its history', async () => {
  const page = await signedIn('registrar', `/children/${ids.安然}`);
  await page.getByRole('button', { name: '结束', exact: true }).click();
  await page.getByRole('dialog', { name: '结束“孤儿”标记' }).waitFor();
  await page.getByRole('radio', { name: '部门名单上已经没有' }).check();
  await page.getByRole('dialog').getByRole('button', { name: '结束' }).click();
  await page.getByText('标记已结束').waitFor();
  await page.getByText('以前的标记 1 条').click();
  await page.getByText(/已于 3月10日 周一 结束/).waitFor();
  await photograph(page, 'groups-ended');
  await expectAccessible(page);
});

/** From which day each step of the ladder on a page is due. */
async function stepsOf(page: Page): Promise<readonly string[]> {
  return page.getByRole('list', { name: '到哪一步了' }).locator('li > b').allTextContents();
}

async function signedIn(login: string, path: string, screen: 'desktop' | 'phone' = 'desktop'): Promise<Page> {
  const page = await visit(`${office.address}${path}`, screen);
  await signIn(page, login);
  return page;
}

async function count(): Promise<void> {
  await countChildren({ db: office.house.db, context: office.house.system });
}
