import { readFileSync, writeFileSync } from 'node:fs';
import { read as readXlsx, utils, write as writeXlsx } from '@e965/xlsx';
import { afterAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, photograph, tabTo } from './browser';
import { atStep, check, giveReason, importOffice, inUse, takes } from './importing';
import { householdList, householdRow, ListFiles } from './lists';

const { office, signedIn } = importOffice();
const files = new ListFiles();
afterAll(() => files.remove());

test('a clean known list of 1,200 rows is imported with three interactions, and the same again changes nothing', async () => {
  const page = await signedIn();
  const clean = files.write('户籍2025-03-01.csv', householdList(0, 1200));
  const began = performance.now();
  await check(page, clean);
  await atStep(page, '导入后会怎样');
  await takes(page).click();
  await atStep(page, '已导入 1,200 行');
  expect(performance.now() - began, 'UX-11: a list of 1,200 rows takes at most 20 s').toBeLessThan(20_000);
  await check(page, files.write('又一个名字2025-03-01户籍.csv', householdList(0, 1200)));
  await page.getByText('和现在使用的名册完全一样：新增 0 行，1200 行不变').waitFor({ timeout: 30_000 });
  await page.getByRole('button', { name: '取消这次导入' }).click();
  await atStep(page, '已取消，没有导入任何行。');
});

/** Mistakes as offices make them, by the row of the sheet: how the cell is, and what is said of it. */
const planted = [
  { at: 3, change: { id: '2.11324E+17' }, column: '公民身份号码', says: '被表格软件存成了数字' },
  { at: 5, change: { id: '21132420120305001' }, column: '公民身份号码', says: '身份证号是 17 位' },
  { at: 8, change: { id: '211324201203050018' }, column: '公民身份号码', says: '身份证号校验不通过' },
  { at: 11, change: { birth: '2014-02-30', id: '' }, column: '出生日期', says: '出生日期不存在' },
  { at: 14, change: { name: '' }, column: '姓名', says: '没有姓名' },
  { at: 17, change: { sex: '难' }, column: '性别', says: '看不懂性别' },
];

test('a list with mistakes: each is named with its place, the rows come back mended by the workbook, and the batch is undone', async () => {
  const page = await signedIn();
  const before = await inUse(page);
  const wrong = (at: number) => planted.find((one) => one.at === at)?.change ?? {};
  await check(page, files.write('户籍有错2025-03-02.csv', householdList(0, 1210, wrong)));
  await atStep(page, '检查结果');
  await expectAccessible(page);
  for (const { at, column, says } of planted) {
    const group = page.getByRole('button', { name: says });
    await group.click();
    await page.getByRole('row', { name: new RegExp(`^${at + 2}\\b.*${column}`) }).waitFor();
    await group.click();
  }
  await page.getByRole('button', { name: planted[0]?.says }).click();
  await photograph(page, 'import-check');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: '看影响' }).click();
  await page.getByRole('checkbox', { name: '6 行要改的先不导' }).check();
  await photograph(page, 'import-effect');
  await expectAccessible(page);
  await takes(page).click();
  await giveReason(page);
  await atStep(page, '已导入 1,204 行');
  await photograph(page, 'import-done');
  await expectAccessible(page);

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载问题行.xlsx' }).click();
  const book = readXlsx(readFileSync(await (await saved).path()));
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  for (const [place, { at }] of planted.entries()) {
    utils.sheet_add_aoa(sheet, [householdRow(at).split(',')], { origin: { r: place + 1, c: 1 } });
  }
  writeFileSync(files.at('问题行.xlsx'), writeXlsx(book, { type: 'buffer', bookType: 'xlsx' }));
  await page.locator('input[type=file]').setInputFiles(files.at('问题行.xlsx'));
  await atStep(page, '导入后会怎样');
  await photograph(page, 'import-mended');
  await takes(page).click();
  await atStep(page, '已导入 6 行');
  expect(await inUse(page)).toContain('1,210 行');

  for (const batch of [1, 2]) {
    await page.goto(`${office().address}/registers`);
    await page
      .getByRole('link', { name: '户籍名册' })
      .nth(batch - 1)
      .click();
    await page.getByRole('button', { name: '撤销整批' }).click();
    await page.getByRole('menuitem', { name: '拿错了文件' }).click();
    await atStep(page, '这一批已撤销');
    await expectAccessible(page);
  }
  expect(await inUse(page)).toBe(before);
});

test('somebody without a mouse imports a list, column by column', async () => {
  const page = await signedIn();
  const rows = householdList(0, 1200).map((line) => line.split(','));
  const strange = [['姓名', '性别', '甲', '出生日期', '户号', '与户主关系', '乡镇', '村'], ...rows.slice(1)];
  const file = files.write(
    '户籍怪2025-03-03.csv',
    strange.map((cells) => cells.join(',')),
  );
  await page.goto(`${office().address}/import`);
  await page.getByText('选择文件').waitFor();
  const chooser = page.waitForEvent('filechooser');
  await tabTo(page, '选择文件');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(file);
  await expectAccessible(page);
  await tabTo(page, '检查这份名册');
  await page.keyboard.press('Enter');
  await atStep(page, /1 列要您看一下/);
  await expectAccessible(page);
  await photograph(page, 'import-columns');
  await tabTo(page, '按这样认列，重新检查');
  await page.keyboard.press('Enter');
  await atStep(page, '导入后会怎样');
  await tabTo(page, '导入 1,200 行');
  await page.keyboard.press('Enter');
  await atStep(page, '已导入 1,200 行');
  expect(office().faults).toEqual([]);
});
