import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type KeyRing, openStream, type SealPlace, sealStream } from '../crypto';
import { newId } from '../db';
import { birthMark, isRunning } from '../db/embedded/processes';

/** A file as it is known to the database. `size` and `sha256` are of the plain content. */
export type StoredFile = {
  readonly fileId: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: Buffer;
  readonly mediaType: string;
  /** why it is kept, and by that how long: `register`, `evidence` */ readonly purpose: string;
};

type Described = Pick<StoredFile, 'name' | 'mediaType' | 'purpose'>;

/**
 * The attachment store: encrypted files in a folder, named by ids of ours. `put` leaves a file durable on the disk; it counts
 * only once the caller's transaction has inserted its row (`insertFile`), so a crash leaves a file nobody names, never a row
 * without its file.
 */
export class FileFolder {
  constructor(
    private readonly folder: string,
    private readonly ring: KeyRing,
    private readonly countyId: string,
  ) {}

  /**
   * Encrypts a stream to the disk and waits until the disk has it (REL-04). Throws what the stream throws, and leaves nothing. A work that
   * may be begun again gives its own id, so that what it left when it was killed is written over and not left lying.
   */
  async put(described: Described, content: Readable, fileId = newId()): Promise<StoredFile> {
    const place = this.pathOf(fileId);
    await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
    const part = `${place}.part`;
    const hash = createHash('sha256');
    let size = 0;
    const counted = new PassThrough({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        size += chunk.length;
        done(null, chunk);
      },
    });
    try {
      await pipeline(content, counted, sealStream(this.ring, this.placeOf(fileId)), createWriteStream(part, { mode: 0o600 }));
      await synced(part);
      await rename(part, place);
      await synced(path.dirname(place));
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
    return { fileId, size, sha256: hash.digest(), ...described };
  }

  /** The plain content. The stream ends with an error when a byte was changed or the end is missing. */
  read(fileId: string): Readable {
    const opened = openStream(this.ring, this.placeOf(fileId));
    const raw = createReadStream(this.pathOf(fileId));
    raw.on('error', (error) => opened.destroy(error));
    return raw.pipe(opened);
  }

  /** Removes the content of a file for good, once the transaction that discarded its row has committed. */
  async remove(fileId: string): Promise<void> {
    await rm(this.pathOf(fileId), { force: true });
  }

  /** Runs the work with a plain copy in a folder of its own, for programs that read by path; the copy is gone afterwards. */
  async withPlainCopy<T>(file: StoredFile, work: (path: string) => Promise<T>): Promise<T> {
    const folder = await mkdtemp(path.join(await this.scratch(), copyMark(process.pid)));
    try {
      // The ending of a name tells a reader nothing it does not find in the bytes; the name itself is not ours to trust.
      const copy = path.join(folder, 'content');
      await pipeline(this.read(file.fileId), createWriteStream(copy, { mode: 0o600 }));
      return await work(copy);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Removes the plain copies of processes that are gone: one that was killed could not do it. Those of living ones stay. */
  async sweepCopies(): Promise<number> {
    const scratch = await this.scratch();
    let removed = 0;
    for (const name of await readdir(scratch)) {
      const pid = Number(/^plain-(\d+)-/.exec(name)?.[1]);
      if (isRunning(pid) && name.startsWith(copyMark(pid))) continue;
      await rm(path.join(scratch, name), { recursive: true, force: true });
      removed++;
    }
    return removed;
  }

  /** Where rows and disk disagree: the ids of rows whose file is gone, and how many files no row names. */
  async disagreement(named: ReadonlySet<string>): Promise<{ readonly missing: readonly string[]; readonly unnamed: number }> {
    const entries = existsSync(this.folder) ? await readdir(this.folder, { recursive: true, withFileTypes: true }) : [];
    const there = new Set(entries.filter((entry) => entry.isFile() && isId(entry.name)).map((entry) => entry.name));
    const missing = [...named].filter((id) => !there.has(id));
    return { missing, unnamed: there.size - (named.size - missing.length) };
  }

  private async scratch(): Promise<string> {
    const folder = path.join(this.folder, 'scratch');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return folder;
  }

  /** Two levels, by the end of the id: the beginning of a UUID version 7 is the same for everything stored in one hour. */
  private pathOf(fileId: string): string {
    if (!isId(fileId)) throw new Error(`${fileId} is no id of a file`);
    return path.join(this.folder, fileId.slice(-2), fileId);
  }

  private placeOf(fileId: string): SealPlace {
    return { countyId: this.countyId, table: 'stored_file', column: 'content', id: fileId };
  }
}

function isId(name: string): boolean {
  return /^[0-9a-f-]{36}$/.test(name);
}

/** Begins the names of the plain copies of a process, and of no later one with its number. */
function copyMark(pid: number): string {
  const birth = createHash('sha256').update(birthMark(pid)).digest('hex').slice(0, 8);
  return `plain-${pid}-${birth}-`;
}

async function synced(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
