import { rmSync } from 'node:fs';
import path from 'node:path';
import { liveLease } from '../lease';
import { stopServer } from '../postmaster';

/** Ends the server that a killed process left on a temporary data folder, and removes the folder. */
export async function discardEmbedded(folder: string): Promise<void> {
  const orphan = liveLease(path.join(folder, 'pg'));
  if (orphan) await stopServer(orphan.pid, 'abrupt');
  rmSync(folder, { recursive: true, force: true });
}

/** The same in the last moment of a process, when nothing can be waited for. */
export function abandonEmbedded(folder: string): void {
  const server = liveLease(path.join(folder, 'pg'));
  if (server) process.kill(server.pid, 'SIGQUIT');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
