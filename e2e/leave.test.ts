import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kazuo } from '../src/modules/area';
import { seedAreas, seedSchools } from '../src/modules/area/server';
import { aClass, aSchool } from '../src/modules/area/testing/factories';
import { seedCalendar } from '../src/modules/calendar/server';
import { countChildren } from '../src/modules/standing/server';
import { ToldCounty } from '../src/modules/standing/testing/told-county-store';
import { newId, transact } from '../src/platform/db';
import { expectAccessible, expectNoSidewaysScroll, journeys, photograph } from './browser';
import { type ServedOffice, signIn, startOffice } from './office';

// A leave from the guardian's phone to the child's return; each test goes on where the one before has stopped.

const school = aSchool({ id: 'a', name: '青禾小学' });
const mine = { ...aClass(school, { id: 'b', number: 1, grades: [3] }), areaPath: school.areaPath };
const names = ['安然', '白雪', '陈晨', '杜鹃', '冯雨'];

let office: ServedOffice;
beforeAll(async () => {
  office = await startOffice({ demo: true });
  const { house } = office;
  onDay('2025-03-10');
  await transact(house.db, house.system, async (trx) => {
    await seedAreas(trx, kazuo(), '2000-01-01');
    await seedCalendar(trx);
    await seedSchools(trx, { schools: [school], classes: [mine], owners: [] });
    return { result: undefined, changes: [] };
  });
  const county = new ToldCounty(house);
  for (const name of names) {
    const id = newId();
    await county.add({ [id]: '2014-11-20' });
    await county.move(id, { school_path: mine.path, name });
    const enrolled = { row: `e-${id}`, state: 'studying', stage: 'primary', placement: 'ordinary', at: mine.path };
    await county.tell(id, { day: '2025-03-01', kind: 'enrolment', body: enrolled });
    await county.tell(id, { day: '2025-03-01', kind: 'class-list', body: { at: mine.path, answer: 'present' } });
  }
  await countChildren({ db: house.db, context: house.system });
  await office.person('teacher', 'class-teacher');
  await office.person('principal', 'principal');
  await office.person('officer', 'bureau-officer');
}, 120_000);
afterAll(async () => {
  expect(office.faults).toEqual([]);
  await office.stop();
});
const { visit } = journeys();

let link = '';

test('the teacher makes a link for one child, to be sent by WeChat', async () => {
  const page = await signedIn('teacher', 'phone');
  await page.getByRole('link', { name: '请假', exact: true }).click();
  await page.getByText('现在没有假条。').waitFor();
  await photograph(page, 'leave-none');
  await expectAccessible(page);
  await page.getByRole('button', { name: '登记请假' }).click();
  await page.getByRole('link', { name: '白雪' }).click();
  await page.getByRole('link', { name: '让家长自己填' }).click();
  await page.getByRole('button', { name: '生成链接' }).click();
  await page.getByRole('img', { name: '请假链接的二维码' }).waitFor();
  link = await page.getByLabel('链接', { exact: true }).inputValue();
  await photograph(page, 'leave-link');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test('the guardian asks by it without an account, once, and sees nothing of the child', async () => {
  const page = await visit(link, 'phone', [/status of 404/]);
  await page.getByRole('heading', { level: 1, name: '青禾小学' }).waitFor();
  expect(await page.textContent('body')).not.toContain('白雪');
  await page.getByRole('radio', { name: '病假' }).check();
  await page.getByRole('radio', { name: /^3月11日/ }).check();
  await page.getByLabel('原因（可不填）').fill('发烧，在县医院');
  await page.getByLabel('您的姓名').fill('白大山');
  await photograph(page, 'leave-guardian');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: '交给班主任' }).click();
  await page.getByText('已经送到。').waitFor();
  await photograph(page, 'leave-guardian-done');
  await page.goto('about:blank');
  await page.goto(link);
  await page.getByText(/这个链接不能用/).waitFor();
  await photograph(page, 'leave-guardian-used');
  await expectAccessible(page);
});

test('the teacher speaks with the guardian and grants it; the class has it filled in', async () => {
  const page = await signedIn('teacher', 'phone');
  await page.getByRole('link', { name: '请假 · 待批 1' }).click();
  await page.getByRole('heading', { name: '待您批（1）' }).waitFor();
  await photograph(page, 'leave-list');
  await expectAccessible(page);
  await page.getByRole('link', { name: /白雪/ }).click();
  await page.getByText('发烧，在县医院').waitFor();
  await page.getByText('白大山').waitFor();
  expect(await page.title(), 'a phone keeps the titles of its pages').toBe('请假');
  await photograph(page, 'leave-one');
  await expectAccessible(page);
  await page.getByRole('button', { name: '批准 2 天' }).click();
  await page.getByText('已保存').waitFor();
  await page.goto(`${office.address}/m/classes`);
  await page.getByRole('button', { name: /^白雪\s*病假\s*3\/10–3\/11/ }).waitFor();
  await photograph(page, 'leave-roll');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: '提交：1 人没到齐，其余 4 人到' }).click();
  await page.getByText('已提交：到 4/5').waitFor();
});

test('a longer leave in six taps goes to the school, and the principal decides', async () => {
  const page = await signedIn('teacher', 'phone');
  await page.getByRole('link', { name: '请假', exact: true }).click();
  await page.getByRole('button', { name: '登记请假' }).click();
  await page.getByRole('link', { name: '陈晨' }).click();
  await page.getByRole('radio', { name: '事假' }).check();
  await page.getByRole('group', { name: '到哪天（含这一天）' }).getByRole('radio', { name: '别的日子' }).check();
  await page.getByRole('textbox', { name: '到哪天（含这一天）' }).fill('2025-03-14');
  await page.getByRole('button', { name: '报学校批 5 天' }).waitFor();
  await photograph(page, 'leave-ask');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: '报学校批 5 天' }).click();
  await page.getByText('已报学校').waitFor();
  const principal = await signedIn('principal', 'phone');
  await principal.getByRole('link', { name: '请假', exact: true }).click();
  await principal.getByRole('link', { name: /陈晨/ }).click();
  await principal.getByRole('button', { name: '批准 5 天' }).click();
  await principal.getByText('已保存').waitFor();
});

test('the child comes back a day early, and its leave is ended by the roll', async () => {
  onDay('2025-03-11');
  const page = await signedIn('teacher', 'phone');
  await page.getByRole('button', { name: /^白雪\s*病假/ }).click();
  await page.getByRole('group', { name: '白雪 · 假条 3/10–3/11' }).getByRole('radio', { name: '来了' }).check();
  await page.getByRole('button', { name: '提交：1 人没到齐，其余 4 人到' }).click();
  await page.getByText('已提交：到 4/5').waitFor();
  await page.getByRole('link', { name: '请假', exact: true }).click();
  await page.getByRole('heading', { name: '在假（1）' }).waitFor();
  expect(await page.textContent('body')).not.toContain('白雪');
});

test('a leave that has run out asks for the child by name', async () => {
  onDay('2025-03-17');
  const page = await signedIn('teacher', 'phone');
  await page.getByRole('group', { name: /^陈晨 · .*假条到 3\/14，没销假/ }).waitFor();
  await page.getByRole('button', { name: '先回答上面 1 人' }).waitFor();
  await photograph(page, 'leave-over');
  await expectAccessible(page);
  await page.getByRole('link', { name: '请假 · 没销假 1' }).click();
  await page.getByRole('heading', { name: '该返校，没销假（1）' }).waitFor();
  await page.getByText('今天该返校').waitFor();
});

test('the bureau sees how leave stands, and the kind of it only; the school ends it', async () => {
  const officer = await signedIn('officer', 'desktop');
  await officer.getByText('该返校没销假').first().waitFor();
  await photograph(officer, 'leave-start');
  await expectAccessible(officer);
  await officer.goto(`${office.address}/leave?phase=closed`);
  await officer.getByRole('link', { name: '白雪' }).click();
  await officer.getByText('只有班主任和学校看得到').waitFor();
  await officer.getByText(/点名时来了/).waitFor();
  await photograph(officer, 'leave-panel');
  await expectAccessible(officer);
  expect(await officer.textContent('body')).not.toContain('县医院');
  const teacher = await signedIn('teacher', 'desktop');
  await teacher.goto(`${office.address}/leave?phase=overdue`);
  await teacher.getByRole('link', { name: '陈晨' }).click();
  await teacher.getByRole('button', { name: '销假：已经回来了' }).click();
  await teacher.getByText('陈晨回来了').waitFor();
  await photograph(teacher, 'leave-desk');
  await teacher.getByRole('link', { name: '看这名儿童' }).click();
  await teacher.getByText('本学期请假 1 次，共 5 个上课日。').waitFor();
  await photograph(teacher, 'leave-child');
  await expectAccessible(teacher);
});

async function signedIn(login: string, screen: 'desktop' | 'phone', expects: readonly RegExp[] = []): Promise<Page> {
  const page = await visit(`${office.address}${screen === 'phone' ? '/m/' : '/'}`, screen, expects);
  await signIn(page, login);
  return page;
}

/** Half past seven in the morning, in China. */
function onDay(day: string): void {
  office.house.at(new Date(`${day}T00:30:00Z`));
}
