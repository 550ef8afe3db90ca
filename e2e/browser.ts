import os from 'node:os';
import path from 'node:path';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { findBrowser } from '../scripts/browser.mjs';
import { flags, screens } from './screens';

const shots = path.join(os.tmpdir(), 'nol-e2e');

/** Opens pages for the tests of a file. */
export type Journeys = {
  /**
   * A fresh visitor at an address. `expects` names console errors that belong to the story (a refused request makes one); every
   * other error in the console, and every error in the page, fails the test.
   */
  readonly visit: (address: string, screen?: keyof typeof screens, expects?: readonly RegExp[]) => Promise<Page>;
};

/**
 * Call once in a file of journeys. One browser for the file, closed at its end; where no Chromium can be had the tests of the file
 * are skipped with the reason, never passed.
 */
export function journeys(): Journeys {
  const found = findBrowser();
  let browser: Browser | undefined;
  const errors: string[] = [];
  beforeAll(async () => {
    if (!('program' in found)) return;
    const env = { ...process.env, ...found.env };
    browser = await chromium.launch({ executablePath: found.program, args: flags, env });
  });
  beforeEach((context) => {
    if ('reason' in found) context.skip(`skipped: ${found.reason}`);
  });
  afterEach(async () => {
    await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
    expect(errors.splice(0), 'errors in the console of the browser').toEqual([]);
  });
  afterAll(async () => browser?.close());
  return {
    visit: async (address, screen = 'desktop', expects = []) => {
      if (!browser) throw new Error('the browser has not been opened');
      // Without motion: a dialog begins to grow between down and up of a quick click, which is then lost (seen 5 times in 70, 0 without).
      const settings = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' } as const;
      const context = await browser.newContext({ ...settings, ...screens[screen] });
      const page = await context.newPage();
      // Patience for a busy machine; what is slow shows in the benchmarks.
      page.setDefaultTimeout(30_000);
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        const said = message.text();
        if (message.type() === 'error' && !expects.some((expected) => expected.test(said))) errors.push(said);
      });
      await page.goto(address);
      return page;
    },
  };
}

/** Writes what the page looks like to a folder beside the machine's other temporary files; answers with the file. */
export async function photograph(page: Page, name: string): Promise<string> {
  const file = path.join(shots, `${name}.png`);
  // After whatever moves has come to rest; nothing moves longer than 150 ms.
  await page.waitForTimeout(300);
  await page.screenshot({ path: file });
  return file;
}

/** The page breaks no rule of WCAG 2.2 A and AA that a machine can see. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.waitForTimeout(300);
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const page = window as unknown as { axe: { run: (options: object) => Promise<{ violations: readonly Violation[] }> } };
    type Violation = { id: string; impact: string; nodes: readonly { html: string; failureSummary: string }[] };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { violations } = await page.axe.run({ runOnly: { type: 'tag', values: tags } });
    return violations.flatMap(({ id, impact, nodes }) =>
      nodes.map((node) => `${id} (${impact}): ${node.html} ${node.failureSummary}`),
    );
  });
  expect(found, 'what axe finds').toEqual([]);
}

/** Nothing sticks out at the right of the page. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const out = await page.evaluate(() => {
    const shown = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= shown) return [];
    const parts = [...document.querySelectorAll('body *')].filter((part) => part.getBoundingClientRect().right > shown + 1);
    return parts.map((part) => `${part.tagName} ${part.className} ends at ${part.getBoundingClientRect().right} of ${shown}`);
  });
  expect(out, 'what sticks out').toEqual([]);
}

/** Presses Tab until the element of this name has the focus, as somebody without a mouse would; it must be seen that it has it. */
export async function tabTo(page: Page, name: string, most = 60): Promise<void> {
  for (let press = 0; press < most; press++) {
    await page.keyboard.press('Tab');
    if ((await focused(page)).name === name) {
      expect((await focused(page)).seen, `the focus on ${name} can be seen`).toBe(true);
      return;
    }
  }
  throw new Error(`Tab does not reach ${name} within ${most} presses`);
}

/** What has the focus: its name, and whether an outline, a shadow or an edge of the focus colour shows it. */
export async function focused(page: Page): Promise<{ readonly name: string; readonly seen: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return { name: '', seen: false };
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])].map((label) => label.textContent) : [];
    const name = element.getAttribute('aria-label') ?? (labels.join(' ') || element.textContent) ?? '';
    // A kit may draw the ring around the frame of a field instead of the field.
    const ringed = [element, element.parentElement].some((part) => {
      if (!part) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    });
    return { name: name.trim(), seen: ringed };
  });
}
