import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { writeWorkbook } from '../src/platform/sheets/index';
import { bookOf } from '../src/platform/sheets/testing/files';
import { expectAccessible, photograph } from './browser';
import { atStep, check, giveReason, importOffice, inUse, takes } from './importing';
import { householdList, ListFiles } from './lists';
import { PASSWORD, signIn } from './office';

const { office, signedIn } = importOffice();
const files = new ListFiles();
afterAll(() => files.remove());

/** Files that are no list, by what is said of them. */
const noLists: readonly (readonly [string, () => Promise<string> | string, RegExp])[] = [
  [
    'a picture under another ending',
    () => files.write('户籍.xlsx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
    /图片/,
  ],
  ['a letter', () => files.write('户籍通知.csv', ['各学校：', '请按时上报。']), /是一段文字/],
  ['another table', () => files.write('户籍乱.csv', ['甲,乙,丙', '子,丑,寅']), /没有找到表头/],
  ['a header and nobody', () => files.write('户籍空.csv', householdList(0, 0)), /没有一名儿童/],
  ['a workbook cut in the middle', cutWorkbook, /户籍坏\.xlsx/],
  ['a sheet that unpacks to too much', () => files.write('户籍炸.xlsx', bomb()), /户籍炸\.xlsx/],
];

test('a file that is no list is refused with one sentence, whatever it is, and nothing is imported', async () => {
  const page = await signedIn();
  for (const [what, make, says] of noLists) {
    await check(page, await make());
    await atStep(page, '没有读成');
    const sentence = await page.getByRole('alert').filter({ hasText: says }).innerText();
    expect(sentence, what).toMatch(/^“户籍.*”.*[。]$/);
  }
  await photograph(page, 'import-not-read');
  await expectAccessible(page);
  await page.getByRole('button', { name: '换一份重新导入' }).click();
  await page.getByText('选择文件').waitFor();
  expect(await inUse(page)).toBe('还没有');
});

test('a file of a kind that nobody exports is not even sent', async () => {
  const page = await signedIn('officer', '/import');
  await page.locator('input[type=file]').setInputFiles(files.write('户籍.pdf', ['%PDF-1.4']));
  await page.getByRole('alert').getByText('“户籍.pdf”不是表格文件，没有加入').waitFor();
  await page.getByRole('button', { name: '检查这份名册' }).click();
  await page.getByText('请先选择文件。').waitFor();
});

test('rows of another county stop a list', async () => {
  const page = await signedIn();
  const elsewhere = householdList(0, 40, (at) => ({
    township: '西关街道',
    village: '中街社区',
    id: `210102201${at % 5}0101${String(1000 + at)}`,
  }));
  await check(page, files.write('户籍外县2025-03-01.csv', elsewhere));
  await atStep(page, '检查结果');
  await page
    .getByRole('alert')
    .getByText(/不属于本县/)
    .waitFor();
  await page.getByRole('button', { name: '看影响' }).click();
  await expect.poll(() => takes(page).isDisabled()).toBe(true);
  await photograph(page, 'import-stopped');
  await expectAccessible(page);
});

test('the list of last year, and one that would take half the children away, count only with a reason', async () => {
  const page = await signedIn();
  await check(page, files.write('户籍2025-03-01.csv', householdList(0, 60)));
  await atStep(page, '导入后会怎样');
  await takes(page).click();
  await atStep(page, '已导入 60 行');

  await check(page, files.write('户籍一半2025-03-02.csv', householdList(0, 30)));
  await atStep(page, '导入后会怎样');
  await page.getByRole('alert').getByText('现在的 60 名儿童里有 30 名（50%）不在这份名册里').waitFor();
  await takes(page).click();
  await page.getByRole('dialog', { name: '写明原因后导入' }).waitFor();
  await photograph(page, 'import-reason');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: /^补充/ }).check();
  await page.getByText('新增').first().waitFor();
  expect(await page.getByRole('alert').count(), 'as a part, it takes nobody away').toBe(0);
  expect(await inUse(page)).toContain('60 行');

  // Nobody who has just turned six, and a whole year who have left school.
  const old = householdList(0, 270, (at) => ({ birth: `${2009 + (at % 9)}-05-${String(1 + (at % 27)).padStart(2, '0')}` }));
  await check(page, files.write('户籍旧2025-03-03.csv', old));
  await atStep(page, /检查结果|导入后会怎样/);
  await page.getByRole('alert').getByText('请确认是不是拿错了去年的名册').first().waitFor();
});

test('two import at once: the second is told, looks again, and nothing is lost', async () => {
  const [first, second] = [await signedIn('officer'), await signedIn('colleague')];
  await Promise.all([
    check(first, files.write('户籍甲2025-03-04.csv', householdList(0, 61))),
    check(second, files.write('户籍乙2025-03-05.csv', householdList(0, 62))),
  ]);
  await Promise.all([first, second].map((page) => atStep(page, '导入后会怎样')));
  await takes(first).click();
  await atStep(first, '已导入 61 行');
  await takes(second).click();
  await second.getByRole('alert').getByText('您看过之后，这种名册又有人导入了新的一批').waitFor({ timeout: 30_000 });
  await photograph(second, 'import-meanwhile');
  await expectAccessible(second);
  await second.getByRole('button', { name: '重新检查' }).click();
  await second.getByText('61 行').first().waitFor({ timeout: 30_000 });
  await takes(second).click();
  await giveReason(second);
  await atStep(second, '已导入 62 行');
});

test('a link opened without the right says so, and shows nothing of the list', async () => {
  const page = await signedIn();
  await check(page, files.write('户籍2025-03-06.csv', householdList(0, 63)));
  await atStep(page, '导入后会怎样');
  const stranger = await signedIn('teacher', new URL(page.url()).pathname);
  await stranger.getByRole('heading', { name: '这一页您不能看' }).waitFor();
  await photograph(stranger, 'import-no-right');
  await expectAccessible(stranger);
  expect(await stranger.locator('main').innerText()).not.toContain('63');
});

test('a session that ends in the middle is taken up again at the same step', async () => {
  const page = await signedIn();
  await check(page, files.write('户籍2025-03-07.csv', householdList(0, 64)));
  await atStep(page, '导入后会怎样');
  await page.getByRole('radio', { name: /^补充/ }).check();
  await page.context().clearCookies();
  await takes(page).click();
  const dialog = page.getByRole('dialog', { name: '请重新登录' });
  await dialog.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await dialog.getByRole('button', { name: '登录' }).click();
  await atStep(page, /^已导入/);
  await page.getByText('补充', { exact: true }).waitFor();

  await check(page, files.write('户籍2025-03-08.csv', householdList(0, 65)));
  await atStep(page, '导入后会怎样');
  await page.context().clearCookies();
  await page.reload();
  await signIn(page, 'officer');
  await atStep(page, '导入后会怎样');
  expect(office().faults).toEqual([]);
});

async function cutWorkbook(): Promise<string> {
  const rows = householdList(0, 500).map((line) => line.split(','));
  const whole = files.at('户籍整.xlsx');
  await writeWorkbook(whole, [{ name: '户籍', columns: rows[0].map((header) => ({ header, width: 10 })), rows: rows.slice(1) }]);
  const bytes = readFileSync(whole);
  return files.write('户籍坏.xlsx', bytes.subarray(0, bytes.length / 2));
}

/** A small workbook that unpacks to a thousand times its size. */
function bomb(): Uint8Array {
  const cell = `<c t="inlineStr"><is><t>${'一'.repeat(1000)}</t></is></c>`;
  const rows = Array.from({ length: 20 }, (_, at) => `<row r="${at + 1}">${cell.repeat(200)}</row>`);
  return bookOf({ sheet: `<sheetData>${rows.join('')}</sheetData>` });
}
