import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './browser';

/**
 * Opens every page that the menu of the desktop, or the tabs of the phone, lead to, and the first row of each list; each must break
 * no rule of accessibility that a machine can see, and fit its screen. What was `looked` at before is passed over, and what is
 * looked at now is added to it.
 */
export async function everyPage(page: Page, screen: 'desktop' | 'phone', looked: Set<string>): Promise<void> {
  const open = (await addressesIn(page, 'nav')).map((address) => ({ address, deep: true }));
  for (let next = open.shift(); next; next = open.shift()) {
    const { address, deep } = next;
    if (looked.has(address)) continue;
    looked.add(address);
    await page.goto(new URL(address, page.url()).href);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    const [row] = deep ? await addressesIn(page, screen === 'desktop' ? 'main table' : 'main') : [];
    if (row !== undefined) open.push({ address: row, deep: false });
  }
}

/** The addresses of the links within a part of the page; the groups of the menu are opened first. */
async function addressesIn(page: Page, part: string): Promise<readonly string[]> {
  const closed = page.locator(`${part} [aria-expanded="false"]`);
  while ((await closed.count()) > 0) await closed.first().click();
  return page.locator(`${part} a[href^="/"]`).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}
