import { randomBytes, scrypt } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable, Transform } from 'node:stream';
import { KeyRefusal, openStream, type SealPlace, sealStream } from '../crypto';
import { passphraseRing } from '../crypto/passphrase';
import { refusals } from './backup-refusal';

/** First bytes of a backup, then 16 bytes of salt, then the sealed content. */
const MAGIC = Buffer.from('nol-backup-1\n');
const SALT_BYTES = 16;
const SHORTEST_PASSPHRASE = 15;
const place: SealPlace = { countyId: '-', table: 'backup', column: 'content', id: '-' };

/** scrypt with N = 2^17, r = 8, p = 1 (RFC 7914; the register of goals asks for no less): about half a second and 128 MB. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };

/** The beginning of a new backup and what seals the rest of it. Refuses a short passphrase. */
export async function newEnvelope(passphrase: string): Promise<{ readonly head: Buffer; readonly seal: Transform }> {
  if ([...passphrase.normalize('NFC')].length < SHORTEST_PASSPHRASE) throw refusals.shortPassphrase();
  const salt = randomBytes(SALT_BYTES);
  const ring = passphraseRing(await keyOf(passphrase, salt));
  return { head: Buffer.concat([MAGIC, salt]), seal: sealStream(ring, place) };
}

/** The content of a backup. The stream ends with a refusal when the passphrase is wrong or a byte is not as it was written. */
export async function openEnvelope(file: string, passphrase: string): Promise<Readable> {
  const head = Buffer.alloc(MAGIC.length + SALT_BYTES);
  const handle = await open(file, 'r');
  try {
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    if (bytesRead < head.length || !head.subarray(0, MAGIC.length).equals(MAGIC)) throw refusals.noBackup(file);
  } finally {
    await handle.close();
  }
  const ring = passphraseRing(await keyOf(passphrase, head.subarray(MAGIC.length)));
  const opened = openStream(ring, place);
  const raw = createReadStream(file, { start: head.length });
  raw.on('error', (error) => opened.destroy(error));
  return raw.pipe(opened);
}

/** Turns what the seal says into what a person restoring a backup can use. */
export function asBackupRefusal(error: unknown): unknown {
  return error instanceof KeyRefusal ? refusals.damaged() : error;
}

function keyOf(passphrase: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, 32, cost, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
