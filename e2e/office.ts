import path from 'node:path';
import type { Page } from 'playwright-core';
import { buildPagesIfStale, root } from '../scripts/build.mjs';
import { type Office, type OfficeKind, openOffice, PASSWORD } from '../src/app/accounts/testing/office';
import { hashPassword } from '../src/platform/access/password';
import { activateRow } from '../src/platform/access/people/account-store';
import { transact } from '../src/platform/db';
import { servePages } from '../src/platform/http';

export { PASSWORD };

/** A county with its real server and its pages, on a free port of this machine. */
export type ServedOffice = Pick<Office, 'house' | 'person' | 'faults' | 'trail'> & {
  readonly address: string;
  readonly stop: () => Promise<void>;
};

/** Signs somebody in on the page that asks for it, and waits until it no longer does. */
export async function signIn(page: Page, login: string): Promise<void> {
  await page.getByRole('textbox', { name: '账号' }).fill(login);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('textbox', { name: '账号' }).waitFor({ state: 'hidden' });
}

/** Makes the password of this person one that somebody else has given: it has to be changed first. */
export async function givePassword({ house }: Pick<Office, 'house'>, userId: string): Promise<void> {
  const hash = await hashPassword(PASSWORD);
  await transact(house.db, house.system, async (trx) => ({ result: await activateRow(trx, userId, hash, true), changes: [] }));
}

/** Starts it on a database of its own; call `stop` afterwards. A `demo` county asks nobody for a second factor. */
export async function startOffice(kind: OfficeKind = {}): Promise<ServedOffice> {
  await buildPagesIfStale();
  const office = await openOffice(kind);
  await servePages(office.app, path.join(root, 'dist/web'));
  const address = await office.app.listen({ host: '127.0.0.1', port: 0 });
  return { ...office, address, stop: () => office.close() };
}
