import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedPlaces } from '../src/app/accounts/testing/office';
import { writeWorkbook } from '../src/platform/sheets';
import { readAll } from '../src/platform/sheets/testing/files';
import { expectAccessible, expectNoSidewaysScroll, journeys, photograph } from './browser';
import { type ServedOffice, signIn, startOffice } from './office';

/** 小河湾村 of 利州街道, and a code below it that no place has had. */
const township = '211324002';
const fresh = '211324002299';

let office: ServedOffice;
beforeAll(async () => {
  office = await startOffice({ demo: true });
  await seedPlaces(office.house);
  await office.person('officer', 'bureau-officer');
  await office.person('teacher', 'class-teacher');
}, 120_000);
afterAll(async () => {
  expect(office.faults).toEqual([]);
  await office.stop();
});
const { visit } = journeys();

/** A refused request is a line in the console of every browser. */
const refused = [/status of 4\d\d/];

async function signedIn(login: string, address: string, screen: 'desktop' | 'phone' = 'desktop'): Promise<Page> {
  const page = await visit(`${office.address}${address}`, screen, refused);
  await signIn(page, login);
  return page;
}

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

test('an officer adds a village, renames and closes it, and finds it on an earlier day', async () => {
  const page = await signedIn('officer', `/settings/areas?open=${township}`);
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: '新增村（社区）' }).click();
  const today = await panel.getByLabel('从哪天起有').inputValue();
  await panel.getByLabel('区划代码').fill('211324999299');
  await panel.getByRole('textbox', { name: '名称', exact: true }).fill('柳条沟村');
  await panel.getByLabel('从哪天起有').fill(dayBefore(dayBefore(today)));
  await panel.getByRole('button', { name: '上级批复新设' }).click();
  await panel.getByRole('button', { name: '新增', exact: true }).click();
  await panel.getByText('上一级区划不存在或已撤销').first().waitFor();
  await expectAccessible(page);
  await panel.getByLabel('区划代码').fill(fresh);
  await panel.getByRole('button', { name: '新增', exact: true }).click();
  await page.getByText('已新增柳条沟村。').waitFor();

  await panel.getByRole('button', { name: '改名' }).click();
  await panel.getByRole('textbox', { name: '名称', exact: true }).fill('新柳村');
  await panel.getByRole('button', { name: '上级批复更名' }).click();
  await panel.getByRole('button', { name: '保存修改' }).click();
  await page.getByText('柳条沟村已改为新柳村。').waitFor();
  await panel.getByRole('row', { name: `${today} 新柳村 上级批复更名` }).waitFor();
  await panel.getByRole('row', { name: /柳条沟村 上级批复新设/ }).waitFor();
  await expectAccessible(page);

  await panel.getByRole('button', { name: '撤销', exact: true }).click();
  await panel.getByLabel('最后一天').fill(dayBefore(today));
  await panel.getByRole('button', { name: '上级批复撤并' }).click();
  await panel.getByRole('button', { name: '撤销这个区划' }).click();
  await panel.getByText(`${dayBefore(today)} 止`).waitFor();

  await page.goto(`${office.address}/settings/areas?q=${fresh}`);
  await page.getByText('没有符合条件的。').waitFor();
  await page.goto(`${office.address}/settings/areas?q=ltg&day=${dayBefore(today)}`);
  await page.getByRole('link', { name: '柳条沟村' }).click();
  await panel.getByText('新柳村').first().waitFor();
  expect(await page.getByRole('grid').getByRole('row').count()).toBe(2);
  await photograph(page, 'area-earlier');
  await expectAccessible(page);
});

test('a table of places is downloaded, changed, looked at and imported', async () => {
  const page = await signedIn('officer', '/settings/areas/import');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载区划表' }).click();
  const saved = path.join(office.house.folder, 'table.xlsx');
  await (await download).saveAs(saved);
  const [, ...table] = (await readAll(saved)).rows;
  const choose = async (name: string, rows: readonly (readonly string[])[]) => {
    const file = path.join(office.house.folder, name);
    const columns = ['区划代码', '名称', '别名'].map((header) => ({ header, width: 20 }));
    await writeWorkbook(file, [{ name: '行政区划', columns, rows }]);
    await page.getByLabel('选择区划表').setInputFiles(file);
  };
  await page.getByLabel('选择区划表').setInputFiles({ name: '批复.xlsx', mimeType: '', buffer: Buffer.from('%PDF-1.7') });
  await page.getByText('“批复.xlsx”其实是 PDF 文档').waitFor();
  await choose(
    'wrong.xlsx',
    table.map(([code = '', ...rest]) => [code === '211324002202' ? '21132400220' : code, ...rest]),
  );
  await page.getByRole('heading', { name: '1 处要改' }).waitFor();
  await page.getByRole('row', { name: /^\d+ 区划代码 21132400220 .*不是 6、9 或 12 位数字/ }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: '换一份表' }).click();

  const kept = table.filter(([code]) => code !== '211324002211');
  const changed = kept.map(([code = '', name = '', others = '']) => [code, name.replace('碾子沟村', '碾子沟新村'), others]);
  await choose('right.xlsx', [...changed, ['211324002298', '新桥村', '']]);
  await page.getByRole('row', { name: '撤销 211324002211 南窑村' }).waitFor();
  await page.getByRole('row', { name: '改名 211324002203 碾子沟村 → 碾子沟新村' }).waitFor();
  await page.getByRole('row', { name: '新增 211324002298 新桥村' }).waitFor();
  await photograph(page, 'area-import');
  await expectAccessible(page);
  await page.getByRole('button', { name: '上级批复区划调整' }).click();
  await page.getByRole('button', { name: '导入 3 处变化' }).click();
  await page.getByText('新增 1 个，改名 1 个，改了所属 0 个，撤销 1 个').waitFor();
  await page.getByRole('button', { name: '看行政区划' }).click();
  await page.getByRole('textbox', { name: '名称、拼音或代码' }).fill('nzgxc');
  await page.getByRole('link', { name: '碾子沟新村' }).waitFor();
});

test('an officer names who answers for a village, and its gap is gone', async () => {
  const page = await signedIn('officer', '/settings/owners?kind=village&only=gap&q=胜利社区');
  const gaps = async () => Number(/\d+/.exec(await page.getByRole('link', { name: /个没有责任人/ }).innerText())?.[0]);
  await page.getByRole('link', { name: '大城子街道胜利社区' }).click();
  const before = await gaps();
  const panel = page.getByRole('dialog');
  await panel.getByText('还没有指定过责任人。').waitFor();
  await panel.getByRole('button', { name: '指定责任人' }).click();
  await panel.getByLabel('姓名').fill('赵网格');
  await panel.getByRole('button', { name: '包村干部' }).click();
  const today = await panel.getByLabel('从哪天起').inputValue();
  await panel.getByLabel('从哪天起').fill('1949-10-01');
  await panel.getByRole('button', { name: '指定', exact: true }).click();
  await panel
    .getByText(/的起止是 .*请改日期/)
    .first()
    .waitFor();
  await expectAccessible(page);
  await panel.getByLabel('从哪天起').fill(today);
  await panel.getByRole('button', { name: '指定', exact: true }).click();
  await panel.getByText('赵网格（包村干部）').waitFor();
  await page.getByText('没有符合条件的。').waitFor();
  await photograph(page, 'owner-named');
  await expectAccessible(page);

  await panel.getByRole('button', { name: '结束 赵网格' }).click();
  await panel.getByRole('button', { name: '定下最后一天' }).click();
  await page.getByText(`赵网格负责到 ${today}。`).waitFor();
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await panel.getByRole('row', { name: /赵网格 包村干部 .* 至今/ }).waitFor();
  await page.goto(`${office.address}/settings/owners?q=赵网格`);
  await page.getByRole('link', { name: '大城子街道胜利社区' }).waitFor();
  expect(await gaps()).toBe(before - 1);
});

test('a teacher sees the places and changes none; on a phone nothing sticks out', async () => {
  const page = await signedIn('teacher', `/settings/areas?open=${township}`, 'phone');
  const panel = page.getByRole('dialog');
  await panel.getByText('名称沿革').waitFor();
  expect(await panel.getByRole('button', { name: '改名' }).count()).toBe(0);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.goto(`${office.address}/settings/owners`);
  await page.getByRole('heading', { name: '责任人' }).waitFor();
  await page.waitForLoadState('networkidle');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.goto(`${office.address}/settings/areas/import`);
  await page.getByRole('heading', { name: '这一页您不能看' }).waitFor();
});
