import path from 'node:path';
import { buildPagesIfStale, root } from '../scripts/build.mjs';
import { type Office, openOffice } from '../src/app/accounts/testing/office';
import { servePages } from '../src/platform/http';

export { PASSWORD } from '../src/app/accounts/testing/office';

/** A county with its real server and its pages, on a free port of this machine. */
export type ServedOffice = Pick<Office, 'house' | 'person' | 'faults' | 'trail'> & {
  readonly address: string;
  readonly stop: () => Promise<void>;
};

/** Starts it on a database of its own; call `stop` afterwards. */
export async function startOffice(): Promise<ServedOffice> {
  await buildPagesIfStale();
  const office = await openOffice();
  await servePages(office.app, path.join(root, 'dist/web'));
  const address = await office.app.listen({ host: '127.0.0.1', port: 0 });
  return { ...office, address, stop: () => office.close() };
}
