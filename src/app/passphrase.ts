import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { CommandRefusal } from './refusal';
import { type Lang, say } from './words';

/** The passphrase of a backup: from NOL_BACKUP_PASSPHRASE, or asked for on the terminal without showing it. */
export async function backupPassphrase(lang: Lang): Promise<string> {
  const said = process.env.NOL_BACKUP_PASSPHRASE;
  if (said !== undefined) return said;
  if (!process.stdin.isTTY) throw new CommandRefusal(lang, 'noPassphrase');
  process.stderr.write(say(lang, 'passphrase'));
  // A terminal interface that writes to nowhere: what is typed does not appear.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const asking = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await new Promise((resolve) => asking.question('', resolve));
  } finally {
    asking.close();
    process.stderr.write('\n');
  }
}
