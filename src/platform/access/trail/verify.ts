import { type AuditMac, canonical, type Db, newId, readAs } from '../../db';
import { type AnchorBook, type Anchored, readAnchors } from './anchors';
import { type Head, type StoredLine, walkTrail } from './trail-store';

/** What is wrong with the first broken line; `words.ts` of the accounts says it to people. */
export type Why =
  /** the line of this number is not there */
  | 'missing'
  /** something in the line, or its place, is not as it was written */
  | 'altered'
  /** a line beside those that were written */
  | 'surplus'
  /** it differs from what the anchors outside the database keep: all was written anew, with the right key */
  | 'rewritten'
  /** the end of the chain is not the end that was noted */
  | 'head';

export type Broken = { readonly chain: number; readonly seq: number; readonly why: Why };

export type Verdict = {
  /** lines that were looked at */ readonly lines: number;
  /** the first broken line by chain and number, null when the trail is whole */ readonly firstBroken: Broken | null;
  readonly anchors: AnchorBook['verdict'];
};

/**
 * Looks at every line of the trail and at the anchors outside the database (register of goals, SEC-23). `anchorsFile` null
 * looks at the chains alone. `onProgress` is told how many lines have been read.
 */
export async function verifyAudit(db: Db, anchorsFile: string | null, onProgress?: (lines: number) => void): Promise<Verdict> {
  // Before the trail: what is anchored meanwhile would be about lines that this look does not see.
  const anchors = await readAnchors(db, anchorsFile);
  let walker: TrailWalker | undefined;
  await readAs(db, { actor: null, requestId: newId(), source: 'verify' }, (trx) =>
    walkTrail(
      trx,
      (heads) => {
        walker = new TrailWalker(db.auditMac, heads, anchors.byChain);
      },
      (lines) => {
        const goOn = walker?.takeAll(lines) ?? false;
        onProgress?.(walker?.lines ?? 0);
        return goOn;
      },
    ),
  );
  if (walker === undefined) throw new Error('the trail was never begun');
  return { lines: walker.lines, firstBroken: walker.end(), anchors: anchors.verdict };
}

const EMPTY = Buffer.alloc(32);

/** Goes along the chains, one after another, and remembers the first thing that is wrong. */
class TrailWalker {
  lines = 0;
  private broken: Broken | null = null;
  private readonly open: Map<number, Head>;
  private chain = -1;
  private seq = 0;
  private mac: Buffer = EMPTY;

  constructor(
    private readonly auditMac: AuditMac,
    heads: readonly Head[],
    private readonly anchors: ReadonlyMap<number, ReadonlyMap<number, Anchored>>,
  ) {
    this.open = new Map(heads.map((head) => [head.chain, head]));
  }

  /** False when something was found: the rest need not be read. */
  takeAll(lines: readonly StoredLine[]): boolean {
    for (const line of lines) {
      this.lines++;
      if (line.chain !== this.chain) this.turnTo(line.chain);
      this.broken ??= this.flawOf(line);
      if (this.broken) return false;
      this.seq = line.seq;
      this.mac = line.mac;
    }
    return true;
  }

  end(): Broken | null {
    this.turnTo(Number.POSITIVE_INFINITY);
    return this.broken;
  }

  /** Ends the chain at hand and those without any line before the next one. */
  private turnTo(next: number): void {
    if (this.chain >= 0) this.close(this.chain);
    const silent = [...new Set([...this.open.keys(), ...this.anchors.keys()])].filter(
      (chain) => chain > this.chain && chain < next,
    );
    for (const chain of silent.sort((a, b) => a - b)) {
      this.seq = 0;
      this.mac = EMPTY;
      this.close(chain);
    }
    this.chain = next;
    this.seq = 0;
    this.mac = EMPTY;
  }

  private close(chain: number): void {
    const head = this.open.get(chain) ?? { seq: 0, mac: EMPTY };
    const anchored = Math.max(0, ...(this.anchors.get(chain)?.keys() ?? []));
    if (this.seq < Math.max(head.seq, anchored)) this.broken ??= { chain, seq: this.seq + 1, why: 'missing' };
    else if (!this.mac.equals(head.mac)) this.broken ??= { chain, seq: head.seq, why: 'head' };
  }

  private flawOf(line: StoredLine): Broken | null {
    const { chain, seq } = line;
    const next = this.seq + 1;
    const last = this.open.get(chain)?.seq ?? 0;
    if (seq > next && next <= last) return { chain, seq: next, why: 'missing' };
    if (seq !== next || seq > last) return { chain, seq, why: 'surplus' };
    if (!this.isSound(line)) return { chain, seq, why: 'altered' };
    const anchored = this.anchors.get(chain)?.get(seq);
    return anchored && !anchored.mac.equals(line.mac) ? { chain, seq, why: 'rewritten' } : null;
  }

  private isSound(line: StoredLine): boolean {
    if (line.beyondMs !== 0 || !isPlainJson(line.detail)) return false;
    const detail = line.detail === null ? null : JSON.parse(line.detail);
    return this.auditMac(this.mac, canonical({ ...line, detail })).equals(line.mac);
  }
}

/** Whether reading the JSON loses nothing: a number that a double cannot hold could be changed unseen. We never write `null`. */
function isPlainJson(text: string | null): boolean {
  if (text === null) return true;
  if (text === 'null') return false;
  const numbers = text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""').match(/-?\d[\d.eE+-]*/g) ?? [];
  return numbers.every((number) => String(Number(number)) === number);
}
