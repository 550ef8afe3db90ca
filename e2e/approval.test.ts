import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedPlaces } from '../src/app/accounts/testing/office';
import { LedgerFilter } from '../src/modules/reports/contract';
import { askExport } from '../src/modules/reports/server/export-actions';
import { countChildren } from '../src/modules/standing/server';
import { ToldCounty } from '../src/modules/standing/testing/told-county-store';
import { newId } from '../src/platform/db';
import { expectAccessible, expectNoSidewaysScroll, journeys, photograph } from './browser';
import { type ServedOffice, signIn, startOffice } from './office';

// The second person of an export has a phone in the hand, not a desk.

let office: ServedOffice;
beforeAll(async () => {
  office = await startOffice({ demo: true });
  const { house } = office;
  house.at(new Date('2025-03-10T00:30:00Z'));
  const { classes } = await seedPlaces(house);
  const county = new ToldCounty(house);
  for (const name of ['安然', '白雪', '陈晨']) {
    const id = newId();
    await county.add({ [id]: '2014-11-20' });
    await county.move(id, { school_path: classes[0] ?? '', name });
    await county.tell(id, { day: '2025-03-01', kind: 'class-list', body: { at: classes[0] ?? '', answer: 'present' } });
  }
  await countChildren({ db: house.db, context: house.system });
  const officer = await office.person('officer', 'bureau-officer');
  await office.person('leader', 'bureau-leader');
  const { countyId } = house.db;
  const grants = [{ role: 'bureau-officer', tree: 'county', path: `${countyId}/` }] as const;
  const asker = { actor: { ...officer, countyId, name: '王officer', grants }, requestId: newId(), source: 'test' };
  const wish = {
    ledger: 'school-age',
    classes: [],
    purpose: 'visit',
    purposeText: '春季入户核查用',
    receiver: '城关街道',
  } as const;
  await askExport(house.db, asker, { ...wish, classes: ['F2', 'F3'], filter: LedgerFilter.parse({ school: 'a' }) });
  await askExport(house.db, asker, { ...wish, classes: [], filter: LedgerFilter.parse({}) });
}, 120_000);
afterAll(async () => {
  expect(office.faults).toEqual([]);
  await office.stop();
});
const { visit } = journeys();

test('the leader reads on a phone what would leave, refuses one with a reason, and approves the other', async () => {
  const page = await visit(`${office.address}/m/`, 'phone');
  await signIn(page, 'leader');
  await page.getByRole('link', { name: '审批 2' }).click();
  await page.getByText('2 件等您审批').waitFor();
  await looked(page, 'approval-list');

  await page.getByRole('link', { name: /完整号码/ }).click();
  await page.getByText('青禾小学').first().waitFor();
  await looked(page, 'approval-one');
  await page.getByRole('button', { name: '不批准' }).click();
  const sheet = page.getByRole('dialog', { name: /不批准/ });
  await sheet.getByRole('heading').waitFor();
  await sheet.getByRole('button', { name: '不批准' }).click();
  await sheet.getByText('请选一个理由。').waitFor();
  await sheet.getByRole('radio', { name: '用不到完整号码，请改成打码的' }).check();
  await sheet.getByText('请选一个理由。').waitFor({ state: 'detached' });
  await looked(page, 'approval-refusing');
  await sheet.getByRole('button', { name: '不批准' }).click();
  await page.getByText(/没有批准 .+，申请人会看到理由。/).waitFor();
  await page.getByRole('button', { name: '回到待审批' }).click();

  await page.getByText('1 件等您审批').waitFor();
  await page.getByRole('link', { name: /号码打码/ }).click();
  await page.getByRole('button', { name: '批准：3 人' }).click();
  await page.getByText(/已批准 .+，正在生成文件/).waitFor();
  await looked(page, 'approval-done');
});

async function looked(page: Page, name: string): Promise<void> {
  await photograph(page, name);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}
