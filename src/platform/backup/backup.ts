import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ConnectionSettings } from '../db';
import { openSnapshot, type Snapshot } from './backup-store';
import { type Entry, writeEntries } from './entries';
import { newEnvelope } from './envelope';
import { END, type Ending, MANIFEST, type Manifest } from './manifest';

export type BackupOptions = {
  readonly connection: ConnectionSettings;
  readonly scopeKey: Buffer;
  readonly countyId: string;
  readonly keysFile: string;
  readonly filesFolder: string;
  /** of the backup, at least 15 characters */ readonly passphrase: string;
  readonly now: Date;
};

/**
 * Writes database, attachments and keys of one moment into one file, sealed under the passphrase. The server may go on
 * working. The file appears under its name only when it is complete and on the disk.
 */
export async function writeBackup(file: string, options: BackupOptions): Promise<Ending> {
  const snapshot = await openSnapshot(options.connection, options.scopeKey, options.countyId);
  const part = `${file}.part`;
  const digests = new Map<string, Hash>();
  try {
    const { head, seal } = await newEnvelope(options.passphrase);
    const out = createWriteStream(part, { mode: 0o600 });
    out.write(head);
    await pipeline(Readable.from(writeEntries(entries(options, snapshot, digests))), seal, out);
    const handle = await open(part, 'r');
    await handle.sync();
    await handle.close();
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    await snapshot.close();
  }
  return endingOf(digests);
}

async function* entries(options: BackupOptions, snapshot: Snapshot, digests: Map<string, Hash>): AsyncGenerator<Entry> {
  const { countyId, now, keysFile, filesFolder } = options;
  const { migrations, tables } = snapshot;
  const manifest: Manifest = {
    format: 'nol-backup-1',
    countyId,
    madeAt: now.toISOString(),
    migrations: [...migrations],
    tables: [...tables],
  };
  yield text(MANIFEST, JSON.stringify(manifest));
  yield digested({ name: 'keys/ring.json', chunks: once(await readFile(keysFile)) }, digests);
  for (const table of tables) yield digested({ name: `table/${table}`, chunks: snapshot.rows(table) }, digests);
  // After the tables: whatever a row of the snapshot names is on the disk by now, and files never change.
  for (const name of await filesBelow(filesFolder)) {
    yield digested({ name: `file/${name}`, chunks: createReadStream(path.join(filesFolder, name)) }, digests);
  }
  yield text(END, JSON.stringify(endingOf(digests)));
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const stored = found.filter((entry) => entry.isFile() && /^[0-9a-f-]{36}$/.test(entry.name));
  return stored.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')).sort();
}

function digested({ name, chunks }: Entry, digests: Map<string, Hash>): Entry {
  const hash = createHash('sha256');
  digests.set(name, hash);
  const watched = async function* () {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  };
  return { name, chunks: watched() };
}

function endingOf(digests: Map<string, Hash>): Ending {
  return { parts: Object.fromEntries([...digests].map(([name, hash]) => [name, hash.copy().digest('hex')])) };
}

function text(name: string, said: string): Entry {
  return { name, chunks: once(Buffer.from(said)) };
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
