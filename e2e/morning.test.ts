import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kazuo } from '../src/modules/area';
import { seedAreas, seedSchools } from '../src/modules/area/server';
import { callerOf } from '../src/modules/area/testing/calling';
import { aClass, aSchool } from '../src/modules/area/testing/factories';
import { seedCalendar } from '../src/modules/calendar/server';
import { countChildren, routes } from '../src/modules/standing/server';
import { ToldCounty } from '../src/modules/standing/testing/told-county-store';
import { newId, transact } from '../src/platform/db';
import { asking } from '../src/platform/testing/house';
import { expectAccessible, expectNoSidewaysScroll, journeys, photograph } from './browser';
import { type ServedOffice, signIn, startOffice } from './office';

// A morning of a class teacher with a phone in one hand; each test goes on where the one before has stopped.

const school = aSchool({ id: 'a', name: '青禾小学' });
const mine = { ...aClass(school, { id: 'b', number: 1, grades: [3] }), areaPath: school.areaPath };
const next = { ...aClass(school, { id: 'c', number: 2, grades: [3] }), areaPath: school.areaPath };
const names = ['安然', '白雪', '陈晨', '杜鹃', '冯雨', '高山', '韩冬', '金星'];

let office: ServedOffice;
beforeAll(async () => {
  office = await startOffice({ demo: true });
  const { house } = office;
  onDay('2025-03-10');
  await transact(house.db, house.system, async (trx) => {
    await seedAreas(trx, kazuo(), '2000-01-01');
    await seedCalendar(trx);
    await seedSchools(trx, { schools: [school], classes: [mine, next], owners: [] });
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
const conflict = [/status of 409/];

test('two taps on an ordinary day: the class is open at once, and everybody is here', async () => {
  const page = await signedIn('teacher', 'phone');
  await page.getByRole('heading', { level: 1, name: '三年级1班' }).waitFor();
  await photograph(page, 'morning-class');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: '全班到齐 8 人，提交' }).click();
  await page.getByText('已提交：到 8/8').waitFor();
});

test('two who call the same class: the second sees what the first said, and nothing is overwritten unseen', async () => {
  const teacher = await signedIn('teacher', 'phone', conflict);
  const registrar = await signedIn('registrar', 'phone');
  await registrar.getByRole('link', { name: /三年级1班/ }).click();
  await mark(registrar, '白雪', '病假');
  await registrar.getByRole('button', { name: '提交：1 人没到齐，其余 7 人到' }).click();
  await registrar.getByText('已提交：到 7/8').waitFor();
  await mark(teacher, '陈晨', '没来');
  await teacher.getByRole('button', { name: /^提交：/ }).click();
  const sheet = teacher.getByRole('dialog', { name: /刚点过这个班/ });
  await sheet.getByText('对方点的：白雪 病假').waitFor();
  await photograph(teacher, 'morning-clash');
  await expectAccessible(teacher);
  await sheet.getByRole('button', { name: '用对方点的' }).click();
  await teacher.getByText('已提交：到 7/8').waitFor();
  await mark(teacher, '陈晨', '没来');
  await teacher.getByRole('button', { name: '提交：2 人没到齐，其余 6 人到' }).click();
  await teacher.getByText('已提交：到 6/8').waitFor();
});

test('the bureau sees which classes were called, and the roll call has the child at once', async () => {
  await count();
  const page = await signedIn('officer', 'desktop');
  await page.getByRole('link', { name: '已点 1 个班，共 2 个班' }).waitFor();
  await photograph(page, 'morning-start');
  await expectAccessible(page);
  await page.goto(`${office.address}/attendance`);
  await page.getByText('已点 1 个班，共 2 个班').waitFor();
  await page.getByRole('cell', { name: '三年级2班' }).or(page.getByText('三年级2班')).first().waitFor();
  await photograph(page, 'morning-bureau');
  await expectAccessible(page);
  await page.getByLabel('只看没点的').check();
  await page.getByText('三年级1班').waitFor({ state: 'detached' });
  await page.goto(`${office.address}/roll-call/children?tree=school&part=absence-followed`);
  await page.getByRole('link', { name: '陈晨' }).click();
  await page.getByRole('cell', { name: /^10\s*没来$/ }).waitFor();
  await page.getByText('点名 1 次：没来 1，请假 0。').waitFor();
  await photograph(page, 'morning-child');
  await expectAccessible(page);
});

test('the next day whoever was away is asked for first', async () => {
  onDay('2025-03-11');
  const page = await signedIn('teacher', 'phone');
  await page.getByRole('button', { name: '先回答上面 2 人' }).waitFor();
  await photograph(page, 'morning-after');
  await expectAccessible(page);
  await page.getByRole('group', { name: '陈晨 · 已 1 天没来' }).getByRole('radio', { name: '没来' }).check();
  await page.getByRole('group', { name: /^白雪/ }).getByRole('radio', { name: '来了' }).check();
  await page.getByRole('button', { name: '提交：1 人没到齐，其余 7 人到' }).click();
  await page.getByText('已提交：到 7/8').waitFor();
});

test('a contact in four taps: what is due, what was said, and the bureau reads it', async () => {
  await count();
  const page = await signedIn('teacher', 'phone');
  await page.getByRole('link', { name: '要跟进 1 人' }).click();
  await page.getByText('联系监护人').first().waitFor();
  await photograph(page, 'morning-absences');
  await expectAccessible(page);
  await page.getByRole('link', { name: /陈晨/ }).click();
  await page.getByRole('radio', { name: '上门', exact: true }).check();
  await page.getByRole('radio', { name: '联系上监护人' }).check();
  await page.getByRole('radio', { name: '不想上学' }).check();
  await page.getByRole('radio', { name: '明天' }).check();
  expect(await page.title(), 'a phone keeps the titles of its pages').toBe('没来的孩子');
  await photograph(page, 'morning-contact');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: '保存这次联系' }).click();
  await page.getByText('已保存').waitFor();
  await page.getByText(/上门 · 联系上监护人 · 不想上学 · 说好 明天 回来/).waitFor();

  const officer = await signedIn('officer', 'desktop');
  await officer.goto(`${office.address}/attendance/absences`);
  await officer.getByText('今天 联系上监护人 · 联系 1 次').waitFor();
  await photograph(officer, 'morning-away');
  await expectAccessible(officer);
  await officer.getByRole('link', { name: '陈晨' }).click();
  await officer.getByText(/不想上学 · 说好 明天 回来/).waitFor();
  await photograph(officer, 'morning-followed');
  await expectAccessible(officer);
});

test('a county that calls twice a day asks for the afternoon from noon on', async () => {
  const bureau = asking({ role: 'bureau-officer', tree: 'county', path: '211324/' });
  await callerOf(office.house, routes)(bureau, 'POST /api/standing-policy/versions', {
    body: { from: '2025-03-11', changes: { rollsADay: 2 }, document: '喀教发〔2025〕12号', reason: '局务会定', version: 0 },
  });
  office.house.at(new Date('2025-03-11T06:00:00Z'));
  const page = await signedIn('teacher', 'phone');
  await page.getByText('今天 下午 · 还没点').waitFor();
  await photograph(page, 'morning-afternoon');
  await expectAccessible(page);
  await page.getByRole('link', { name: '改点上午' }).click();
  await page.getByText(/^今天 上午 · /).waitFor();
  const officer = await signedIn('officer', 'desktop');
  await officer.goto(`${office.address}/attendance`);
  await officer.getByText('已点 0 个班，共 2 个班').waitFor();
  await officer.getByText('上午', { exact: true }).click();
  await officer.getByText('已点 1 个班，共 2 个班').waitFor();
  await photograph(officer, 'morning-parts');
  await expectAccessible(officer);
});

/** Taps a name and says what it is. */
async function mark(page: Page, name: string, word: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await page.getByRole('group', { name, exact: true }).getByRole('radio', { name: word }).check();
}

async function signedIn(login: string, screen: 'desktop' | 'phone', expects: readonly RegExp[] = []): Promise<Page> {
  const page = await visit(`${office.address}${screen === 'phone' ? '/m/' : '/'}`, screen, expects);
  await signIn(page, login);
  return page;
}

/** Half past seven in the morning, in China. */
function onDay(day: string): void {
  office.house.at(new Date(`${day}T00:30:00Z`));
}

async function count(): Promise<void> {
  await countChildren({ db: office.house.db, context: office.house.system });
}
