import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kazuo } from '../src/modules/area';
import { seedAreas, seedSchools } from '../src/modules/area/server';
import { aClass, aSchool } from '../src/modules/area/testing/factories';
import { seedCalendar } from '../src/modules/calendar/server';
import { countChildren } from '../src/modules/standing/server';
import { ToldCounty } from '../src/modules/standing/testing/told-county-store';
import { type CoreTables, newId, transact } from '../src/platform/db';
import { expectAccessible, expectNoSidewaysScroll, journeys, photograph } from './browser';
import { type ServedOffice, signIn, startOffice } from './office';

// A child that is away until its school reports it on the third day, and who says that the report is there; each test goes on
// where the one before has stopped.

const school = aSchool({ id: 'a', name: '青禾小学' });
const mine = { ...aClass(school, { id: 'b', number: 1, grades: [3] }), areaPath: school.areaPath };
const township = '211324/211324101/';
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
    const area = `${township}211324101201/`;
    await county.move(id, { school_path: mine.path, name, area_path: area });
    await county.tell(id, { day: '2025-03-01', kind: 'home', body: { area } });
    const enrolled = { row: `e-${id}`, state: 'studying', stage: 'primary', placement: 'ordinary', at: mine.path };
    await county.tell(id, { day: '2025-03-01', kind: 'enrolment', body: enrolled });
    await county.tell(id, { day: '2025-03-01', kind: 'class-list', body: { at: mine.path, answer: 'present' } });
  }
  await count();
  await office.person('teacher', 'class-teacher');
  await office.person('registrar', 'registrar');
  await office.person('officer', 'bureau-officer');
  const town = await office.person('town', 'township');
  await transact(house.db, house.system, async (trx) => {
    const grants = trx.withTables<CoreTables>().updateTable('role_grant').set({ path: township });
    await grants.where('user_id', '=', town.userId).execute();
    return { result: undefined, changes: [] };
  });
}, 120_000);
afterAll(async () => {
  expect(office.faults).toEqual([]);
  await office.stop();
});
const { visit } = journeys();

test('the teacher calls the class without the child, and reaches nobody', async () => {
  const page = await signedIn('teacher', 'phone');
  await page.getByRole('button', { name: /^安然/ }).click();
  await page.getByRole('group', { name: '安然', exact: true }).getByRole('radio', { name: '没来' }).check();
  await page.getByRole('button', { name: '提交：1 人没到齐，其余 4 人到' }).click();
  await page.getByText('已提交：到 4/5').waitFor();
  await count();
  await page.goto(`${office.address}/m/absences`);
  await page.getByText('联系监护人').waitFor();
  await page.getByRole('link', { name: /安然/ }).click();
  await page.getByRole('radio', { name: '没联系上' }).check();
  await page.getByRole('button', { name: '保存这次联系' }).click();
  await page.getByText('已保存').waitFor();
});

test('on the third day without the child the teacher sees what is late', async () => {
  for (const day of ['2025-03-11', '2025-03-12']) {
    onDay(day);
    const page = await signedIn('teacher', 'phone');
    await page.getByRole('group', { name: /^安然/ }).getByRole('radio', { name: '没来' }).check();
    await page.getByRole('button', { name: '提交：1 人没到齐，其余 4 人到' }).click();
    await page.getByText('已提交：到 4/5').waitFor();
    await count();
  }
  const page = await signedIn('teacher', 'phone');
  await page.goto(`${office.address}/m/absences`);
  await page.getByText(/再联系一次 · 晚 1 天/).waitFor();
  await photograph(page, 'report-phone-list');
  await page.getByRole('link', { name: /安然/ }).click();
  await page.getByRole('heading', { name: '该做的事' }).waitFor();
  await photograph(page, 'report-phone-duties');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test('the school sees what is late and writes its report from what is known', async () => {
  const page = await signedIn('registrar', 'desktop');
  await page.goto(`${office.address}/attendance/absences`);
  await page.getByText('晚 1 天').first().waitFor();
  await photograph(page, 'report-absences');
  await expectAccessible(page);
  await page.getByRole('link', { name: '安然' }).click();
  await page.getByRole('heading', { name: '该做的事' }).scrollIntoViewIfNeeded();
  await photograph(page, 'report-child');
  await page.getByRole('link', { name: '写缺课报告' }).click();
  await page.getByText(/自2025年3月10日起没有请假、没有到校/).waitFor();
  await page.getByLabel('补充说明（可不填）').fill('家长电话停机，邻居说随母亲去了外地，正在核实。');
  await photograph(page, 'report-write');
  await expectAccessible(page);
  await page.getByRole('button', { name: '提交给县局和乡镇' }).click();
  await page.getByText('青禾小学缺课报告〔2025〕1号').first().waitFor();
  await page.getByRole('heading', { name: '签收情况' }).waitFor();
  await photograph(page, 'report-written');
  await expectAccessible(page);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载 Word' }).click()]);
  expect(file.suggestedFilename()).toBe('青禾小学缺课报告〔2025〕1号.docx');
});

test('the township finds it on a phone and says what it does', async () => {
  const page = await signedIn('town', 'phone');
  await page.getByRole('link', { name: /^缺课报告/ }).click();
  await page.getByRole('heading', { name: '待签收（1）' }).waitFor();
  await photograph(page, 'report-town-list');
  await expectAccessible(page);
  await page.getByRole('link', { name: /安然/ }).click();
  await page.getByLabel('怎么办（可不填）').fill('村干部明天上门');
  await photograph(page, 'report-town');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: '签收（乡镇）' }).click();
  await page.getByText('已签收').first().waitFor();
  await page.getByText('村干部明天上门').waitFor();
  await photograph(page, 'report-town-done');
});

test('the bureau sees it on its start page, receives it, and finds nothing open any more', async () => {
  const page = await signedIn('officer', 'desktop');
  await page.getByText('待签收').first().waitFor();
  await photograph(page, 'report-start');
  await page.goto(`${office.address}/attendance/reports?receipt=yes`);
  await page.getByText('待签收 1 份').waitFor();
  await photograph(page, 'report-list');
  await expectAccessible(page);
  await page.getByRole('link', { name: '安然' }).click();
  await page.getByText('村干部明天上门').waitFor();
  await page.getByRole('button', { name: '签收（县局）' }).click();
  await page.getByText('已签收').first().waitFor();
  await photograph(page, 'report-received');
  await page.goto(`${office.address}/attendance/reports?receipt=yes`);
  await page.getByText('没有符合条件的。').waitFor();
});

test('an absence that is taken back stays to be read by the bureau', async () => {
  const teacher = await signedIn('teacher', 'phone');
  await teacher.getByRole('group', { name: /^安然/ }).getByRole('radio', { name: '来了' }).check();
  await teacher.getByRole('button', { name: /提交/ }).click();
  await teacher.getByText('已提交：到 5/5').waitFor();
  const officer = await signedIn('officer', 'desktop');
  await officer.goto(`${office.address}/attendance/absences/undone`);
  await officer.getByText('改成到校').waitFor();
  await photograph(officer, 'report-undone');
  await expectAccessible(officer);
});

async function signedIn(login: string, screen: 'desktop' | 'phone'): Promise<Page> {
  const page = await visit(`${office.address}${screen === 'phone' ? '/m/' : '/'}`, screen);
  await signIn(page, login);
  return page;
}

async function count(): Promise<void> {
  await countChildren({ db: office.house.db, context: office.house.system });
}

/** Half past eight in the morning, in China. */
function onDay(day: string): void {
  office.house.at(new Date(`${day}T00:30:00Z`));
}
