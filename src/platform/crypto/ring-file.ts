import { randomUUID } from 'node:crypto';
import { type FileHandle, link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { KeyRefusal } from './key-refusal';
import type { KeyRing } from './key-ring';
import type { CryptoProfile } from './provider';
import { hasShangMi } from './provider-sm';
import { keyRingOf, mostVersions, newRingText, parseRing, type RingText, ringAsText, withNewEncryptionKey } from './ring-text';

/** More than a ring with every version takes. */
const mostBytes = 1_048_576;

/** Where the key ring lies: what NOL_KEYS_FILE says, else `keys/ring.json` in the data folder. */
export function keyRingFile(dataFolder: string, env: Readonly<Record<string, string | undefined>>): string {
  return path.resolve(env.NOL_KEYS_FILE || path.join(dataFolder, 'keys', 'ring.json'));
}

/**
 * Makes a key ring with fresh keys where there is none: file 0600, its folder 0700 if it has to be made. Call it for a
 * fresh data folder only; a KeyRefusal `exists` when a file is there, whatever it holds.
 */
export async function createKeyRing(file: string, profile: CryptoProfile = 'default'): Promise<KeyRing> {
  if (profile === 'sm' && !hasShangMi()) throw new KeyRefusal('noShangMi');
  const ring = newRingText(profile);
  // A name of its own: a creation that was killed leaves keys that nobody used, and stands in nobody's way.
  const fresh = `${file}.${randomUUID()}`;
  await writing(file, async () => {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    try {
      await writeThrough(fresh, ringAsText(ring));
      await link(fresh, file);
    } catch (error) {
      throw codeOf(error) === 'EEXIST' ? new KeyRefusal('exists', { file }) : error;
    } finally {
      await rm(fresh, { force: true });
    }
    await syncFolder(path.dirname(file));
  });
  return keyRingOf(ring);
}

/** Reads the key ring; a KeyRefusal when it is missing, damaged, or open to other users of the machine. */
export async function openKeyRing(file: string): Promise<KeyRing> {
  const ring = await readRing(file);
  if (ring.profile === 'sm' && !hasShangMi()) throw new KeyRefusal('noShangMi');
  return keyRingOf(ring);
}

/**
 * Adds a version of the encryption key to the file and answers with the ring that has it. What was sealed before still
 * opens. A process that runs meanwhile goes on with the older version until it opens the file again.
 */
export async function rotateEncryptionKey(file: string): Promise<KeyRing> {
  // One fixed name, so that it is also the lock: of two rotations at once the later would lose the key of the earlier.
  const fresh = `${file}.new`;
  await readRing(file);
  return writing(file, async () => {
    const handle = await open(fresh, 'wx', 0o600).catch((error: unknown) => {
      throw codeOf(error) === 'EEXIST' ? new KeyRefusal('rotating', { file }) : error;
    });
    const rotated = await replaceWhileLocked(file, fresh, handle);
    await syncFolder(path.dirname(file));
    return keyRingOf(rotated);
  });
}

async function replaceWhileLocked(file: string, fresh: string, handle: FileHandle): Promise<RingText> {
  try {
    // Read only now: before the lock was ours another rotation may have added a key.
    const ring = await readRing(file);
    const version = ring.keys.encryption.length;
    if (version === mostVersions) throw new KeyRefusal('worn', { version });
    const rotated = withNewEncryptionKey(ring);
    await fillAndSync(handle, ringAsText(rotated));
    await rename(fresh, file);
    return rotated;
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

async function readRing(file: string): Promise<RingText> {
  const text = await readGuarded(file);
  const ring = text === undefined ? undefined : parseRing(text);
  if (ring === undefined) throw new KeyRefusal('damaged', { file });
  return ring;
}

/** The text of the file, or undefined when it cannot be a ring; looked at and read by one handle, so that both are one file. */
async function readGuarded(file: string): Promise<string | undefined> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    const code = codeOf(error);
    throw code === 'ENOENT' ? new KeyRefusal('missing', { file }) : new KeyRefusal('unreadable', { file, why: code });
  });
  try {
    const { mode, size } = await handle.stat();
    await refuseOpenToOthers(file, mode);
    return size > mostBytes ? undefined : await handle.readFile('utf8');
  } catch (error) {
    throw error instanceof KeyRefusal ? error : new KeyRefusal('unreadable', { file, why: codeOf(error) });
  } finally {
    await handle.close();
  }
}

/** Windows keeps rights in lists that these bits do not show; there the folder's own rights must do. */
async function refuseOpenToOthers(file: string, mode: number): Promise<void> {
  if (process.platform === 'win32') return;
  if ((mode & 0o077) !== 0) throw new KeyRefusal('exposed', { file });
  const folder = path.dirname(file);
  const { mode: folderMode } = await stat(folder);
  // With the sticky bit others may add files but not replace this one.
  if ((folderMode & 0o022) !== 0 && (folderMode & 0o1000) === 0) throw new KeyRefusal('exposedFolder', { folder });
}

async function writeThrough(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await fillAndSync(handle, text);
  } finally {
    await handle.close();
  }
}

async function fillAndSync(handle: FileHandle, text: string): Promise<void> {
  await handle.writeFile(text);
  await handle.sync();
}

/** Makes the new name last through a power cut; Windows has no such call for a folder. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A disk that is full or a folder without rights is a refusal that somebody can act upon. */
async function writing<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    if (error instanceof KeyRefusal || code === '?') throw error;
    throw new KeyRefusal('unwritable', { file, why: code });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '?';
}
