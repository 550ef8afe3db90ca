import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { type Line, layLine } from './line';
import { flags, screens } from './screens';

/** A phone with a network of its own. What it keeps outlives its browser, also one that is killed. */
export type PocketPhone = {
  readonly line: Line;
  readonly folder: string;
  /** Starts the browser, or starts it anew, and opens the address in it. */
  readonly open: (where: string, cookie?: Cookie) => Promise<Page>;
  /** What is shown on it. */
  readonly page: () => Page;
  /** The browser ends at once, with no chance to write anything down. */
  readonly kill: () => Promise<void>;
  /** Puts it away: the browser ends in good order. */
  readonly close: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

type Program = { readonly program: string; readonly env: Readonly<Record<string, string>> };
type Cookie = { readonly name: string; readonly value: string };

/** Takes one out of the pocket. */
export async function pocketPhone(server: string, { program, env }: Program): Promise<PocketPhone> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'nol-phone-'));
  const line = await layLine(server);
  let context: BrowserContext | undefined;
  const close = async () => {
    await context?.close();
    context = undefined;
  };
  return {
    line,
    folder,
    open: async (where, cookie) => {
      const settings = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' } as const;
      context ??= await chromium.launchPersistentContext(folder, {
        ...{ executablePath: program, args: flags, env: { ...process.env, ...env } },
        ...settings,
        ...screens.phone,
      });
      // As the server's own lasts: it outlives the browser.
      const lasts = { httpOnly: true, sameSite: 'Strict', expires: Date.now() / 1000 + 86_400 } as const;
      if (cookie) await context.addCookies([{ ...cookie, ...lasts, url: line.address }]);
      const page = context.pages()[0] ?? (await context.newPage());
      page.setDefaultTimeout(30_000);
      await page.goto(`${line.address}${where}`);
      return page;
    },
    page: () => {
      const [page] = context?.pages() ?? [];
      if (!page) throw new Error('the phone is off');
      return page;
    },
    close,
    kill: async () => {
      const [page] = context?.pages() ?? [];
      const gone = new Promise<void>((resolve) => context?.once('close', () => resolve()));
      const crash = page && (await context?.newCDPSession(page));
      // The answer never comes: who would give it is gone.
      void crash?.send('Browser.crash').catch(() => undefined);
      await gone;
      context = undefined;
    },
    stop: async () => {
      await close();
      line.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until the phone has the pages, so that it can open them without a network. */
export async function pagesAreKept(page: Page): Promise<void> {
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
}
