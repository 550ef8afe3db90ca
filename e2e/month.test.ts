import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Mark } from '../src/modules/attendance/rules/marks';
import { CalledSchool, calledSchool } from '../src/modules/attendance/testing/called-school';
import { expectAccessible, journeys, photograph } from './browser';
import { type ServedOffice, signIn, startOffice } from './office';

// The month of a class, as a registrar and a class teacher read it at a desk.

const { one } = calledSchool;
const names =
  '安然 白雪 陈晨 杜鹃 冯雨 高山 韩冬 金星 康宁 李想 马骁 宁静 欧阳晴 潘越 秦川 任远 沈星 唐果 王一 夏天 杨帆 周舟'.split(' ');

let office: ServedOffice;
beforeAll(async () => {
  office = await startOffice({ demo: true });
  const here = await CalledSchool.into(office.house, '2025-03-03');
  const ids = await here.pupils(one, names);
  await here.month(ids, marksOf);
  here.onDay('2025-03-25');
  await office.person('registrar', 'registrar');
  await office.person('officer', 'bureau-officer');
}, 120_000);
afterAll(async () => {
  expect(office.faults).toEqual([]);
  await office.stop();
});
const { visit } = journeys();

/** 陈晨 away on Mondays and a Friday, 白雪 ill for two days, 马骁 late now and then. */
function marksOf(day: string, ids: readonly string[]): Readonly<Record<string, Mark>> {
  const [, bai = '', chen = ''] = ids;
  const ma = ids[10] ?? '';
  return {
    ...(['2025-03-07', '2025-03-10', '2025-03-17', '2025-03-24'].includes(day) ? { [chen]: 'absent' as const } : {}),
    ...(['2025-03-11', '2025-03-12'].includes(day) ? { [bai]: 'sick' as const } : {}),
    ...(day.endsWith('3') || day.endsWith('4') ? { [ma]: 'late' as const } : {}),
  };
}

test('a row of the classes opens the month of the class, and a name its days', async () => {
  const page = await signedIn('registrar');
  await page.goto(`${office.address}/attendance`);
  await page.getByRole('link', { name: '三年级1班' }).click();
  await page.getByRole('heading', { level: 1, name: '青禾小学 三年级1班考勤表' }).waitFor();
  await page.getByRole('link', { name: '陈晨' }).waitFor();
  await photograph(page, 'month-grid');
  await expectAccessible(page);
  await page.getByRole('link', { name: '陈晨' }).click();
  await page.getByText('× 没来').first().waitFor();
  await photograph(page, 'month-child');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '上个月' }).click();
  await page.getByText('2025年2月 · 应点 0 天，点了 0 天').waitFor();
  await photograph(page, 'month-before');
});

test('it goes on paper, and away as a workbook, and both are noted', async () => {
  const page = await signedIn('registrar');
  await page.goto(`${office.address}/attendance/classes/${one.id}?month=2025-03`);
  await page.getByRole('link', { name: '陈晨' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 1060, height: 740 });
  await photograph(page, 'month-paper');
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 1366, height: 768 });
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 Excel' }).click()]);
  expect(file.suggestedFilename()).toBe('三年级1班考勤表_2025-03.xlsx');
});

test('a day that nobody called comes from a sheet, looked at first, and the sheet says nothing of whom it does not name', async () => {
  const page = await signedIn('registrar');
  await page.goto(`${office.address}/attendance/classes/${one.id}?month=2025-03`);
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '导入考勤' }).waitFor();
  await photograph(page, 'marks-choose');
  await expectAccessible(page);
  const text = '姓名,日期,考勤情况\n陈晨,3月19日,缺课\n张三,3月19日,缺课\n白雪,3月19日,好像来过\n安然,3月20日,病假\n';
  const file = { name: '考勤异常.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('第 3 行 张三：这些日子不在本班名单上').waitFor();
  await page.getByText('第 4 行 看不懂“好像来过”').waitFor();
  await page.getByText('已经点过名，记下会换成表里的').waitFor();
  await page.getByRole('radio', { name: '都到了，我核对过（这份表只记没来的）' }).check();
  await photograph(page, 'marks-look');
  await expectAccessible(page);
  await page.getByRole('button', { name: '记成 1 次点名' }).click();
  await page.getByText('记好了 1 次点名').waitFor();
  await photograph(page, 'marks-done');
  await page.getByRole('button', { name: '看考勤表' }).click();
  await page.getByText('应点 17 天，点了 16 天').waitFor();
});

test('what the rolls suggest asking about, in words and dates, without a reproach', async () => {
  const page = await signedIn('officer');
  await page.goto(`${office.address}/attendance/patterns`);
  await page.getByRole('link', { name: '陈晨' }).waitFor();
  await page.getByText('没来的日子多在周一、周五，共 4 天').waitFor();
  await page
    .getByText(/本学期还没点过名/)
    .first()
    .waitFor();
  await photograph(page, 'month-patterns');
  await expectAccessible(page);
  await page.getByRole('link', { name: '陈晨' }).click();
  await page.getByText('没来的日子多在周一、周五，共 4 天').waitFor();
});

async function signedIn(login: string): Promise<Page> {
  const page = await visit(`${office.address}/`, 'desktop');
  await signIn(page, login);
  return page;
}
