import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openKeyRing } from '../crypto';
import { type ConnectionSettings, isFresh, knownMigrations, migrate, openDatabase, roleOf } from '../db';
import { refusals } from './backup-refusal';
import { restoreTables } from './backup-store';
import { type Entry, readEntries } from './entries';
import { asBackupRefusal, openEnvelope } from './envelope';
import { END, Ending, MANIFEST, Manifest } from './manifest';

export type RestoreOptions = {
  readonly owner: ConnectionSettings;
  readonly app: ConnectionSettings;
  readonly keysFile: string;
  readonly filesFolder: string;
  readonly passphrase: string;
};

/** Reads a backup from end to end and compares every part with its digest; changes nothing. Throws a `BackupRefusal`. */
export async function verifyBackup(file: string, passphrase: string): Promise<Manifest> {
  const seen: Record<string, string> = {};
  let manifest: Manifest | undefined;
  let ending: Ending | undefined;
  for await (const { name, chunks } of opened(file, passphrase)) {
    if (name === MANIFEST) manifest = Manifest.parse(JSON.parse(await textOf(chunks)));
    else if (name === END) ending = Ending.parse(JSON.parse(await textOf(chunks)));
    else seen[name] = await digestOf(chunks);
  }
  const same = ending !== undefined && JSON.stringify(sorted(seen)) === JSON.stringify(sorted(ending.parts));
  if (manifest === undefined || !same) throw refusals.damaged();
  return manifest;
}

/**
 * Restores into an empty data folder and an empty database, and into nothing else. The backup is verified to its last byte
 * first. Rows come in one transaction; keys and files are written before it, and a failed restore says so and leaves a target
 * that is still not a county.
 */
export async function restoreBackup(file: string, options: RestoreOptions): Promise<Manifest> {
  const manifest = await verifyBackup(file, options.passphrase);
  const unknown = manifest.migrations.find((name, place) => knownMigrations[place] !== name);
  if (unknown !== undefined) throw refusals.otherVersion(unknown);
  const owner = openDatabase(options.owner, () => undefined);
  try {
    const used = existsSync(options.keysFile) || !(await isFresh(owner)) || (await isUsed(options.filesFolder));
    if (used) throw refusals.notEmpty();
    const app = await roleAt(options.app);
    await writeParts(file, options, 'keys/');
    const ring = await openKeyRing(options.keysFile);
    const rights = { scopeKey: ring.keyFor('scope'), ...(app === (await roleOf(owner)) ? {} : { appRole: app }) };
    await migrate(owner, { ...rights, upTo: manifest.migrations.length });
    await writeParts(file, options, 'file/');
    await restoreTables(options.owner, async (fill) => {
      for await (const { name, chunks } of opened(file, options.passphrase)) {
        if (name.startsWith('table/')) await fill(name.slice('table/'.length), chunks);
        else await digestOf(chunks);
      }
    });
    await migrate(owner, rights);
  } finally {
    await owner.close();
  }
  return manifest;
}

async function writeParts(file: string, options: RestoreOptions, prefix: 'keys/' | 'file/'): Promise<void> {
  for await (const { name, chunks } of opened(file, options.passphrase)) {
    if (name.startsWith(prefix)) await writeOut(name === 'keys/ring.json' ? options.keysFile : fileOf(name, options), chunks);
    else await digestOf(chunks);
  }
}

function fileOf(name: string, { filesFolder }: RestoreOptions): string {
  const inside = name.slice('file/'.length);
  // The backup is sealed, but a path out of the folder is never right.
  if (!/^[0-9a-f]{2}\/[0-9a-f-]{36}$/.test(inside)) throw refusals.damaged();
  return path.join(filesFolder, inside);
}

async function writeOut(target: string, chunks: Entry['chunks']): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  await pipeline(Readable.from(chunks), createWriteStream(target, { mode: 0o600, flush: true }));
}

async function* opened(file: string, passphrase: string): AsyncGenerator<Entry> {
  try {
    yield* readEntries(await openEnvelope(file, passphrase));
  } catch (error) {
    throw asBackupRefusal(error);
  }
}

async function roleAt(settings: ConnectionSettings): Promise<string> {
  const database = openDatabase(settings, () => undefined);
  try {
    return await roleOf(database);
  } finally {
    await database.close();
  }
}

async function isUsed(folder: string): Promise<boolean> {
  return existsSync(folder) && (await readdir(folder)).length > 0;
}

async function textOf(chunks: Entry['chunks']): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts).toString();
}

async function digestOf(chunks: Entry['chunks']): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
}

function sorted(parts: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1));
}
