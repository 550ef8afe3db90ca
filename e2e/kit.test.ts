import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, focused, journeys, photograph, tabTo } from './browser';
import { type KitServer, startKit } from './kit/kit-server';

let kit: KitServer;
beforeAll(async () => {
  kit = await startKit();
});
beforeEach(() => void kit.heard());
afterAll(() => kit.stop());
const { visit } = journeys();

const refused = [/status of 4\d\d/];
const cutOff = [/net::ERR_/];

test('a list shows eleven rows on the smallest desktop, its filters in one line and its head and foot in view', async () => {
  const page = await visit(`${kit.address}/lists`);
  await page.setViewportSize({ width: 1366, height: 650 });
  await page.locator('tbody tr[data-key]').first().waitFor();
  await photograph(page, 'list-650');
  await expectAccessible(page);
  const { top, bottom } = await page.locator('.nol-table-frame').evaluate((frame) => frame.getBoundingClientRect().toJSON());
  const shown = await page
    .locator('tbody tr[data-key]')
    .evaluateAll(
      (rows, [from, to]) =>
        rows.filter((row) => row.getBoundingClientRect().top >= from && row.getBoundingClientRect().bottom <= to).length,
      [top, bottom] as const,
    );
  expect(shown).toBeGreaterThanOrEqual(11);
  expect(await page.locator('.nol-list-top').evaluate((bar) => bar.clientHeight)).toBeLessThanOrEqual(48);
  await page.locator('tbody tr').nth(30).scrollIntoViewIfNeeded();
  expect(
    await page
      .locator('thead th')
      .first()
      .evaluate((head) => head.getBoundingClientRect().top),
  ).toBeCloseTo(top, -1);
});

test('the order, the filter and the page of a list lie in the address, and the address shows the same list again', async () => {
  const page = await visit(`${kit.address}/lists`);
  await page.getByRole('button', { name: '学生数' }).click();
  await page.getByRole('button', { name: '学生数' }).click();
  await page.getByRole('textbox', { name: '名称' }).fill('东沟');
  await page.waitForURL(/q=/);
  await page.locator('tbody tr', { hasText: '东沟' }).first().waitFor();
  await page.waitForFunction(() => document.querySelector('.nol-table-count')?.textContent?.includes('26'));
  const [address, first] = [page.url(), await page.locator('tbody tr').first().innerText()];
  expect(address).toContain('sort=-pupils');
  await page.reload();
  await page.locator('tbody tr[data-key]').first().waitFor();
  expect(await page.locator('tbody tr').first().innerText()).toBe(first);
  expect(await page.getByRole('textbox', { name: '名称' }).inputValue()).toBe('东沟');
  await page.goBack();
  await page.waitForFunction(() => !location.search.includes('q='));
});

test('a filter that nothing fits says which condition to drop, and dropping it brings the list back', async () => {
  const page = await visit(`${kit.address}/lists?q=${encodeURIComponent('没有的')}&stage=primary`);
  await page.getByText('没有符合条件的。').waitFor();
  await photograph(page, 'list-nothing');
  await page.getByRole('button', { name: '名称：没有的 ×' }).click();
  await page.locator('tbody tr[data-key]').first().waitFor();
  expect(page.url()).toContain('stage=primary');
});

test('a list that cannot be had says so and comes when it is asked for again', async () => {
  const page = await visit(`${kit.address}/form`, 'desktop', [/status of 503/]);
  await page.getByRole('heading', { name: '新增学校' }).waitFor();
  kit.answerNext({ status: 503, code: 'fault' }, { status: 503, code: 'fault' });
  await page.getByRole('link', { name: 'lists' }).click();
  await page.getByRole('button', { name: '再试一次' }).click();
  await page.locator('tbody tr[data-key]').first().waitFor();
});

test('without a mouse a row is found, opened beside the list, left, and the next one opened', async () => {
  const page = await visit(`${kit.address}/lists`);
  await page.locator('tbody tr[data-key]').first().waitFor();
  await tabTo(page, '1');
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  expect((await focused(page)).name).toBe('南山第3小学');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByText('山嘴子镇').waitFor();
  expect(page.url()).toContain('open=t3');
  await photograph(page, 'list-panel');
  await page.keyboard.press('j');
  await page.getByRole('dialog').getByText('六官营子镇').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !location.search.includes('open='));
});

test('E exports the list as a file with its name', async () => {
  const page = await visit(`${kit.address}/lists`);
  await page.locator('tbody tr[data-key]').first().waitFor();
  const saved = page.waitForEvent('download');
  await page.keyboard.press('e');
  expect((await saved).suggestedFilename()).toBe('学校名单.csv');
});

test('columns are shown and hidden, and the browser remembers it', async () => {
  const page = await visit(`${kit.address}/lists`);
  await page.getByRole('button', { name: '列', exact: true }).click();
  await page.getByRole('checkbox', { name: '编号' }).check();
  await page.getByRole('columnheader', { name: '编号' }).waitFor();
  await page.reload();
  await page.getByRole('columnheader', { name: '编号' }).waitFor();
});

test('a form says at each field what is wrong, keeps what was typed, and puts the cursor into the first fault', async () => {
  const page = await visit(`${kit.address}/form`, 'desktop', refused);
  await page.getByLabel('电话').fill('139');
  await page.getByRole('button', { name: '保存这所学校' }).click();
  await page.getByText('写法不对，请核对').waitFor();
  await page.getByText('请填写').nth(1).waitFor();
  await page.waitForFunction(() => document.activeElement?.id.endsWith('_name'));
  await photograph(page, 'form-faults');
  await expectAccessible(page);
  await page.getByLabel('名称', { exact: true }).fill('东沟小学');
  await page.getByLabel('学生数').fill('120');
  await page.getByLabel('电话').fill('13900000000');
  kit.answerNext({ status: 422, code: 'taken', fields: [{ path: 'name', zh: '已经有同名的学校', en: 'Taken' }] });
  await page.getByRole('button', { name: '保存这所学校' }).click();
  await page.getByText('已经有同名的学校').waitFor();
  expect(await page.getByLabel('学生数').inputValue()).toBe('120');
});

test('a session that ends in the middle of a form asks for the password over it, keeps what was typed and saves it once', async () => {
  const page = await visit(`${kit.address}/form`, 'desktop', refused);
  await page.getByLabel('名称', { exact: true }).fill('东沟小学');
  await page.getByLabel('学生数').fill('120');
  await page.getByLabel('电话').fill('13900000000');
  kit.answerNext({ status: 401, code: 'not-signed-in' });
  await page.getByRole('button', { name: '保存这所学校' }).click();
  await page.getByRole('dialog', { name: '请重新登录' }).waitFor();
  await photograph(page, 'sign-in-again');
  await expectAccessible(page);
  expect(await page.getByRole('textbox', { name: '账号' }).inputValue()).toBe('li');
  await page.getByLabel('密码', { exact: true }).fill('a password');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByText('已保存。').waitFor();
  expect(await page.getByLabel('名称', { exact: true }).inputValue()).toBe('东沟小学');
  const posts = kit.heard().filter((said) => said.url === '/api/things');
  expect(posts.map((said) => JSON.parse(said.body).name)).toEqual(['东沟小学', '东沟小学']);
  expect(posts[1]?.headers['idempotency-key']).toBe(posts[0]?.headers['idempotency-key']);
  expect(posts.map((said) => said.headers['x-nol-token'])).toEqual(['kit', 'kit-2']);
});

test('a cut network loses nothing: the sentence says so, and pressing again is the same wish', async () => {
  const page = await visit(`${kit.address}/form`, 'desktop', cutOff);
  await page.getByLabel('名称', { exact: true }).fill('东沟小学');
  await page.getByLabel('学生数').fill('120');
  await page.getByLabel('电话').fill('13900000000');
  kit.answerNext('cut');
  await page.getByRole('button', { name: '保存这所学校' }).click();
  await page.getByText('没能连上服务器').waitFor();
  await page.getByRole('button', { name: '保存这所学校' }).click();
  await page.getByText('已保存。').waitFor();
  const posts = kit.heard().filter((said) => said.url === '/api/things');
  expect(new Set(posts.map((said) => said.headers['idempotency-key'])).size).toBe(1);
});

test('what was done at a click is undone with Z, and not while somebody types', async () => {
  const page = await visit(`${kit.address}/pieces`);
  await page.getByRole('button', { name: '移出这名学生' }).click();
  await page.getByText('白某已移出。').waitFor();
  await photograph(page, 'pieces');
  await expectAccessible(page);
  await page.keyboard.press('z');
  await page.getByText('白某在班里。').waitFor();
  await page.getByText('已撤销').waitFor();
});

test('a reason in one’s own words has six characters or more', async () => {
  const page = await visit(`${kit.address}/pieces`);
  await page.getByRole('button', { name: '查看身份证号' }).click();
  const dialog = page.getByRole('dialog', { name: '查看白某的身份证号' });
  await dialog.getByText('其他（自己写）').click();
  await dialog.getByLabel('写明理由').fill('看看');
  await dialog.getByRole('button', { name: '查看五分钟' }).click();
  await dialog.getByText('至少 6 个字').waitFor();
  await photograph(page, 'reason');
  await expectAccessible(page);
  await dialog.getByLabel('写明理由').fill('家长来电核对户口');
  await dialog.getByRole('button', { name: '查看五分钟' }).click();
  await page.getByText('理由：家长来电核对户口').waitFor();
});

test('a dialog grows into sight, and is there at once for whoever asked his system that nothing moves', async () => {
  const page = await visit(`${kit.address}/pieces`);
  const longest: Record<string, number> = {};
  for (const reducedMotion of ['reduce', 'no-preference'] as const) {
    await page.emulateMedia({ reducedMotion });
    await page.reload();
    const seen = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const ended = (event: AnimationEvent) => resolve(event.elapsedTime);
          addEventListener('animationend', ended, { once: true });
        }),
    );
    await page.getByRole('button', { name: '查看身份证号' }).click();
    longest[reducedMotion] = await seen;
  }
  expect(longest.reduce).toBeLessThanOrEqual(0.001);
  expect(longest['no-preference']).toBeGreaterThan(0.01);
});

test('the other language is one click away, in the kit’s own words too, and comes back', async () => {
  const page = await visit(`${kit.address}/lists`);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('127 in all').waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  await page.getByText('50 / page').waitFor();
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByText('共 127 条').waitFor();
});

test('nothing sticks out at the right, down to the narrowest window', async () => {
  const page = await visit(`${kit.address}/pieces`);
  for (const path of ['pieces', 'form', 'lists']) {
    await page.goto(`${kit.address}/${path}`);
    await page.locator('h1').waitFor();
    for (const width of [1366, 1024, 683, 390, 320]) {
      await page.setViewportSize({ width, height: 768 });
      await expectNoSidewaysScroll(page);
      if (width === 390) await photograph(page, `narrow-${path}`);
    }
  }
});

test('the phone’s pieces are large enough for a thumb, also in large text, and nothing sticks out', async () => {
  const page = await visit(`${kit.address}/m/`, 'phone');
  await page.locator('h1').waitFor();
  await photograph(page, 'phone-kit');
  const small = async () =>
    page
      .locator('button, a, .ph-choice-chip')
      .evaluateAll((all) =>
        all
          .filter((one) => one.getBoundingClientRect().height < (one.getAttribute('role') === 'switch' ? 24 : 44))
          .map((one) => one.outerHTML),
      );
  expect(await small()).toEqual([]);
  await expectAccessible(page);
  await page.getByRole('switch').click();
  await photograph(page, 'phone-kit-large');
  await expectNoSidewaysScroll(page);
  expect(await small()).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
});

test('a sheet on the phone takes the focus, closes with Esc, and gives the focus back', async () => {
  const page = await visit(`${kit.address}/m/`, 'phone');
  await page.getByRole('button', { name: '谁在家' }).click();
  await page.getByRole('dialog', { name: '谁在家' }).waitFor();
  await photograph(page, 'phone-sheet');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  expect((await focused(page)).name).toBe('谁在家');
});
