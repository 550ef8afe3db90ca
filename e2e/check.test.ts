import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kazuo } from '../src/modules/area';
import { seedAreas, seedSchools } from '../src/modules/area/server';
import { aClass, aSchool } from '../src/modules/area/testing/factories';
import { bringDays, factsOfTerm } from '../src/modules/attendance/server';
import { seedCalendar } from '../src/modules/calendar/server';
import { countChildren } from '../src/modules/standing/server';
import { ToldCounty } from '../src/modules/standing/testing/told-county-store';
import { newId, transact } from '../src/platform/db';
import { expectAccessible, expectNoSidewaysScroll, journeys, photograph } from './browser';
import { type ServedOffice, signIn, startOffice } from './office';

// The check of a month, from the teacher's phone to the bureau; each test goes on where the one before has stopped.

const school = aSchool({ id: 'a', name: '青禾小学', officialCode: '2121900001' });
const other = aSchool({ id: 'd', name: '听泉小学', officialCode: '2121900002' });
const mine = { ...aClass(school, { id: 'b', number: 1, grades: [3] }), areaPath: school.areaPath };
const next = { ...aClass(school, { id: 'c', number: 2, grades: [3] }), areaPath: school.areaPath };
const far = { ...aClass(other, { id: 'e', number: 1, grades: [3] }), areaPath: other.areaPath };
const agreeing = ['安然', '陈晨', '杜鹃', '韩冬', '金星'];
const away = newId();

let office: ServedOffice;
beforeAll(async () => {
  office = await startOffice({ demo: true });
  const { house } = office;
  onDay('2025-03-10');
  await transact(house.db, house.system, async (trx) => {
    await seedAreas(trx, kazuo(), '2000-01-01');
    await seedCalendar(trx);
    await seedSchools(trx, { schools: [school, other], classes: [mine, next, far], owners: [] });
    return { result: undefined, changes: [] };
  });
  const county = new ToldCounty(house);
  const pupil = async (name: string, sits: string, registered = sits, id = newId()): Promise<string> => {
    await county.add({ [id]: '2014-11-20' });
    await county.move(id, { school_path: registered, name });
    const enrolled = { row: `e-${id}`, state: 'studying', stage: 'primary', placement: 'ordinary', at: registered };
    await county.tell(id, { day: '2025-03-01', kind: 'enrolment', body: enrolled });
    await county.tell(id, { day: '2025-03-01', kind: 'class-list', body: { at: sits, answer: 'present' } });
    return id;
  };
  const here: string[] = [];
  for (const name of agreeing) here.push(await pupil(name, mine.path));
  await pupil('白雪', mine.path, mine.path, away);
  await pupil('冯雨', mine.path, far.path);
  await pupil('高山', far.path, mine.path);
  for (const name of ['孔明月', '李河']) await pupil(name, next.path);
  const { userId } = await office.person('teacher', 'class-teacher');
  await callClass(userId, [...here, away]);
  await count();
  await office.person('registrar', 'registrar');
  await office.person('principal', 'principal');
  await office.person('officer', 'bureau-officer');
  onDay('2025-03-20');
}, 120_000);
afterAll(async () => {
  expect(office.faults).toEqual([]);
  await office.stop();
});
const { visit } = journeys();

test('the teacher is led to the check, explains what differs, adds what no list knows, and signs', async () => {
  const page = await signedIn('teacher', 'phone');
  await page.getByRole('link', { name: '2025年3月月核 · 1 个班没签' }).click();
  await page.getByRole('heading', { level: 1, name: '三年级1班' }).waitFor();
  await page.getByRole('button', { name: '签字：3 条差异，其余 5 人相符' }).waitFor();
  await photograph(page, 'check-sheet');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  // What the data make likely is chosen; the teacher looks at it and confirms it.
  const likely = [
    [/^白雪 · 在籍不在校/, '没来，要跟进'],
    [/^高山 · 空挂 .*听泉小学/, '转走没办手续'],
    [/^冯雨 · 借读/, '借读'],
  ] as const;
  for (const [name, reason] of likely) {
    const chosen = page.getByRole('group', { name }).getByRole('radio', { name: reason });
    expect(await chosen.isChecked(), reason).toBe(true);
  }
  await page.getByRole('button', { name: '陈晨' }).click();
  const wrong = page.getByRole('dialog', { name: '陈晨' });
  await wrong.getByRole('radio', { name: '资料有误' }).check();
  await wrong.getByRole('group', { name: '原因' }).getByRole('radio', { name: '资料有误' }).check();
  await wrong.getByLabel('说明', { exact: true }).fill('姓名应为“陈辰”');
  await photograph(page, 'check-add');
  await expectAccessible(page);
  await wrong.getByRole('button', { name: '记下' }).click();
  await page.getByRole('button', { name: '班里有名单上没有的孩子' }).click();
  const fresh = page.getByRole('dialog', { name: '名单上没有的孩子' });
  await fresh.getByLabel('姓名').fill('程小雨');
  await fresh.getByRole('radio', { name: '在校不在籍' }).check();
  await fresh.getByRole('radio', { name: '刚转来在办' }).check();
  await fresh.getByRole('button', { name: '加上' }).click();
  await photograph(page, 'check-ready');
  await page.getByRole('button', { name: '签字：5 条差异，其余 4 人相符' }).click();
  await page.getByText('签好了。').waitFor();
  await photograph(page, 'check-signed');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test('a class that agrees is one tap, and the registrar may sign it for somebody who cannot', async () => {
  const page = await signedIn('registrar', 'phone');
  await page.getByRole('link', { name: /月核 · 1 个班没签/ }).click();
  await page.getByRole('heading', { name: '要签的（1）' }).waitFor();
  await photograph(page, 'check-list');
  await expectAccessible(page);
  await page.getByRole('link', { name: '三年级2班' }).click();
  await page.getByText('学籍名单和在校的人都对得上。').waitFor();
  await photograph(page, 'check-agrees');
  await expectAccessible(page);
  await page.getByRole('button', { name: '2 人全部相符，签字' }).click();
  await page.getByText('签好了。').waitFor();
});

test('the registrar looks at what was signed, and checks it', async () => {
  const page = await signedIn('registrar', 'desktop');
  await page.getByRole('link', { name: '2 个班，签了 2 个' }).waitFor();
  await photograph(page, 'check-start');
  await expectAccessible(page);
  await page.goto(`${office.address}/checks`);
  await page.getByRole('link', { name: '三年级1班' }).click();
  await page.getByRole('cell', { name: '姓名应为“陈辰”' }).waitFor();
  await photograph(page, 'check-desk-signed');
  await expectAccessible(page);
  await page.getByRole('button', { name: '改签' }).click();
  await page.getByRole('button', { name: /^签字：5 条差异/ }).waitFor();
  await photograph(page, 'check-desk-sheet');
  await expectAccessible(page);
  await page.goto(`${office.address}/checks`);
  await page.getByRole('button', { name: '复核 2 个班' }).click();
  await page.getByText('复核了 2 个班。').waitFor();
});

test('the principal signs in one tap; the account is numbered and sealed, on the screen and as a workbook', async () => {
  const page = await signedIn('principal', 'desktop');
  await page.goto(`${office.address}/checks`);
  await page.getByText('各班都核完了，可以签账。').waitFor();
  await photograph(page, 'check-school');
  await expectAccessible(page);
  await page.getByRole('button', { name: '签字，生成账单' }).click();
  await page.getByText('2121900001-202503-01').waitFor();
  await page.getByRole('link', { name: '看账单' }).click();
  await page.getByText(/^编号：2121900001-202503-01　封签：[0-9A-F]{4}( [0-9A-F]{4}){3}/).waitFor();
  await page.getByRole('rowheader', { name: '程小雨' }).waitFor();
  await photograph(page, 'check-account');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出 Excel' }).click();
  expect((await file).suggestedFilename()).toBe('月核账单_2121900001-202503-01.xlsx');
  await page.emulateMedia({ media: 'print' });
  await photograph(page, 'check-paper');
});

test('what changes afterwards is seen as a change, and signed as another version', async () => {
  const teacher = await signedIn('teacher', 'phone');
  await teacher.goto(`${office.address}/m/checks`);
  await teacher.getByRole('button', { name: '改签' }).click();
  await teacher.getByRole('group', { name: /^白雪/ }).getByRole('radio', { name: '长时间请假' }).check();
  await teacher.getByLabel('学校已经签账，为什么要改').fill('家长补了假条');
  await teacher.getByRole('button', { name: /^签字：5 条差异/ }).click();
  await teacher.getByText('签好了。').waitFor();
  const page = await signedIn('principal', 'desktop');
  await page.goto(`${office.address}/checks`);
  await page.getByText('三年级1班 白雪：没来，要跟进 → 长时间请假').waitFor();
  await page.getByText('还有 1 个班没核完：三年级1班（待复核）').waitFor();
  await photograph(page, 'check-changed');
  await expectAccessible(page);
  await page.getByRole('button', { name: '再签一版' }).click();
  await page.getByRole('dialog', { name: '再签一版' }).waitFor();
  await page.getByRole('radio', { name: '班级更正' }).check();
  await photograph(page, 'check-again');
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: '再签一版' }).click();
  await page.getByText('2121900001-202503-02').waitFor();
});

test('the bureau sees who has signed and who is late, and follows a difference', async () => {
  onDay('2025-04-10');
  const page = await signedIn('officer', 'desktop');
  await page.goto(`${office.address}/checks`);
  await page.getByText('2 所学校，签了 1 所').waitFor();
  await page.getByText(/^没签 · 超期 \d+ 天$/).waitFor();
  await photograph(page, 'check-bureau');
  await expectAccessible(page);
  await page.goto(`${office.address}/checks/items`);
  await page.getByRole('link', { name: '高山' }).click();
  await page.getByText(/2025-03 月核发现：转走没办手续/).waitFor();
  await photograph(page, 'check-item-bureau');
  await expectAccessible(page);
  const registrar = await signedIn('registrar', 'desktop');
  await registrar.goto(`${office.address}/checks/items?kind=hollow`);
  await registrar.getByRole('link', { name: '高山' }).click();
  await registrar.getByRole('radio', { name: '已确认' }).check();
  await registrar.getByRole('textbox', { name: '说明' }).fill('听泉小学已办完转学，学籍系统已更正');
  await photograph(registrar, 'check-item');
  await expectAccessible(registrar);
  await registrar.getByRole('button', { name: '保存' }).first().click();
  await registrar.getByText(/2025-04-10 办结/).waitFor();
});

/** A class of three weeks in which one child never was. */
async function callClass(takenBy: string, children: readonly string[]): Promise<void> {
  const days = ['03', '04', '05', '06', '07', '10', '11', '12', '13', '14', '17', '18', '19'].map((day) => `2025-03-${day}`);
  const rolls = days.map((day) => ({
    ...{ day, marks: [{ childId: away, mark: 'absent' as const }], daysLate: 0 },
    ...{ takenAs: 'teacher' as const, takenBy, takenAt: new Date(`${day}T07:40:00+08:00`) },
  }));
  const terms = [{ of: { id: mine.id, path: mine.path, children }, rolls }];
  const { house } = office;
  await transact(house.db, house.system, async (trx) => {
    await bringDays(trx, house.ring, { terms, facts: factsOfTerm(terms), contacts: [] });
    return { result: undefined, changes: [] };
  });
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
