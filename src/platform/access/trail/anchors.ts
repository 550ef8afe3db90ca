import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Db, newId, readAs } from '../../db';
import { trailHeads } from './trail-store';

/** The link a line of a chain had when it was anchored. */
export type Anchored = { readonly mac: Buffer };

export type AnchorBook = {
  /** by chain and number of the line */ readonly byChain: ReadonlyMap<number, ReadonlyMap<number, Anchored>>;
  readonly verdict: {
    readonly count: number;
    /** when the newest was written, ISO; null without any */ readonly newest: string | null;
    /** the first line of the file that is not as it was written, from 1; nothing from there on is believed */
    readonly brokenLine: number | null;
  };
};

type Said = { readonly at: string; readonly county: string; readonly heads: readonly (readonly [number, number, string])[] };

const FIRST_SEAL = Buffer.alloc(32);

/**
 * Writes down, outside the database, where each chain of the trail ends; to be called each hour and before a stop. Whoever
 * later takes lines off an end, or writes a chain anew, differs from it. Writes nothing when nothing was added.
 */
export async function anchorAudit(db: Db, file: string): Promise<void> {
  const heads = await readAs(db, { actor: null, requestId: newId(), source: 'anchor' }, trailHeads);
  const said: Said = {
    at: db.now().toISOString(),
    county: db.countyId,
    heads: heads.map(({ chain, seq, mac }) => [chain, seq, mac.toString('hex')] as const),
  };
  await mkdir(path.dirname(file), { recursive: true });
  const handle = await open(file, 'a+', 0o600);
  try {
    const { whole, last } = await wholeLines(file);
    // Half a line is what a power cut left of one that nobody has relied on.
    await handle.truncate(whole);
    const before = last === undefined ? null : parsed(last);
    if (before !== null && JSON.stringify(before.said.heads) === JSON.stringify(said.heads)) return;
    const seal = sealOf(db, before?.seal ?? FIRST_SEAL, said).toString('hex');
    await handle.appendFile(`${JSON.stringify({ ...said, seal })}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Reads the anchors; without a file there are none. */
export async function readAnchors(db: Db, file: string | null): Promise<AnchorBook> {
  const byChain = new Map<number, Map<number, Anchored>>();
  let [seal, count, newest, brokenLine]: [Buffer, number, string | null, number | null] = [FIRST_SEAL, 0, null, null];
  for (const line of await linesOf(file)) {
    const read = parsed(line);
    if (read === null || !sealOf(db, seal, read.said).equals(read.seal)) {
      brokenLine = count + 1;
      break;
    }
    count++;
    ({ seal } = read);
    newest = read.said.at;
    if (read.said.county === db.countyId) note(byChain, read.said);
  }
  return { byChain, verdict: { count, newest, brokenLine } };
}

function note(byChain: Map<number, Map<number, Anchored>>, { heads }: Said): void {
  for (const [chain, seq, mac] of heads) {
    if (seq === 0) continue;
    const ofChain = byChain.get(chain) ?? new Map<number, Anchored>();
    ofChain.set(seq, { mac: Buffer.from(mac, 'hex') });
    byChain.set(chain, ofChain);
  }
}

async function linesOf(file: string | null): Promise<readonly string[]> {
  if (file === null) return [];
  return (await textOf(file)).split('\n').slice(0, -1);
}

async function wholeLines(file: string): Promise<{ whole: number; last: string | undefined }> {
  const text = await textOf(file);
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return {
    whole: Buffer.byteLength(whole),
    last: whole
      .trimEnd()
      .split('\n')
      .findLast((line) => line !== ''),
  };
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
}

function parsed(line: string): { said: Said; seal: Buffer } | null {
  try {
    const { seal, ...said } = JSON.parse(line);
    return { said, seal: Buffer.from(String(seal), 'hex') };
  } catch {
    // Not a line of ours: the caller says which one it is.
    return null;
  }
}

function sealOf(db: Db, before: Buffer, said: Said): Buffer {
  return db.auditMac(before, JSON.stringify(said));
}
