import type { Says } from '../shared/words';
import { answered, change, empty, openDatabase } from './database';
import { type Head, isOld, placeNew } from './rules';
import { open, type Sealed, seal } from './seal';

/** What a person wants done, as a page hands it over. */
export type Draft = Pick<Head, 'userId' | 'subject' | 'base'> & {
  /** Which keeper (start.ts) hears of the answer. */
  readonly kind: string;
  readonly method: 'POST';
  readonly url: string;
  readonly body: object;
  /** The part of the body into which `base` is put when it is sent; undefined: into none. */
  readonly versionIn: string | undefined;
  /** 三年级1班 3月10日 上午 · 1 人没到齐; a person knows it again by this. */
  readonly says: Says;
  /** The form it comes from. */
  readonly href: string;
};

/** What the server last said of an entry that it did not take. */
export type Answer = { readonly status: number; readonly code: string; readonly says: Says; readonly current?: unknown };

/** One row an intent. */
export type Entry = Head & Omit<Draft, keyof Head> & { readonly answer?: Answer | undefined };

type Row = Head & { readonly sealed: Sealed; readonly answer?: Sealed | undefined };
type KeptRow = { readonly userId: string; readonly at: number; readonly sealed: Sealed };

/** What is kept under a name, and when it was. */
export type Kept = { readonly value: unknown; readonly userId: string; readonly at: number };

const unreadable: Says = { zh: '这一条在手机上读不出来了', en: 'This entry can no longer be read on this phone' };

/** All that is kept on the phone, sealed. Undefined where that cannot be done: plain http, a private window. */
export async function openVault(): Promise<Vault | undefined> {
  // Plain http has no WebCrypto; some browsers say so by a missing `subtle`, old ones by a missing `crypto`.
  if (!window.isSecureContext || !window.crypto?.subtle || !window.indexedDB) return undefined;
  const db = await openDatabase();
  return db && new Vault(db);
}

export class Vault {
  constructor(private readonly db: IDBDatabase) {}

  /** Every entry's open part, of all users. */
  async heads(): Promise<readonly Head[]> {
    return this.rows();
  }

  /** The entries of one user, opened, in their order. */
  async entries(userId: string): Promise<readonly Entry[]> {
    const rows = (await this.rows()).filter((row) => row.userId === userId);
    return Promise.all(rows.map((row) => this.opened(row)));
  }

  /** Writes an intent under a key of its own; resolves once the phone has it. What it stands for goes in the same step. */
  async add(draft: Draft, key: string, now: number): Promise<void> {
    const { userId, subject, ...inside } = draft;
    const sealed = await seal(this.db, `entry ${key}`, inside);
    await change(this.db, ['entries'], async (trx) => {
      const store = trx.objectStore('entries');
      const { base, replaces } = placeNew(await answered<Row[]>(store.getAll()), draft);
      for (const { order } of replaces) store.delete(order);
      store.add({ key, userId, subject, base, madeAt: now, tries: 0, state: 'waiting', sealed });
    });
  }

  /** Puts back what was taken out, at its old place. */
  async putBack(entry: Entry): Promise<void> {
    const { order, key, userId, subject, base, madeAt, tries, state, answer, ...inside } = entry;
    const head: Head = { order, key, userId, subject, base, madeAt, tries, state };
    await this.write({
      ...head,
      sealed: await seal(this.db, `entry ${key}`, inside),
      answer: await this.sealedAnswer(key, answer),
    });
  }

  /** Changes the open part of an entry, unless it is gone; with the new one, or undefined. */
  async alter({ order, key }: Head, next: Partial<Head>, answer?: Answer): Promise<Entry | undefined> {
    const sealed = await this.sealedAnswer(key, answer);
    let changed: Row | undefined;
    await change(this.db, ['entries'], async (trx) => {
      const store = trx.objectStore('entries');
      const row = await answered<Row | undefined>(store.get(order));
      if (row?.key !== key) return;
      changed = { ...row, ...next, answer: sealed };
      store.put(changed);
    });
    return changed && this.opened(changed);
  }

  async remove({ order, key }: Head): Promise<void> {
    await change(this.db, ['entries'], async (trx) => {
      const store = trx.objectStore('entries');
      const row = await answered<Row | undefined>(store.get(order));
      if (row?.key === key) store.delete(order);
    });
  }

  /** Keeps a value for this user under a name. */
  async keep(userId: string, name: string, value: unknown, now: number): Promise<void> {
    const row: KeptRow = { userId, at: now, sealed: await seal(this.db, `kept ${name}`, value) };
    await change(this.db, ['kept'], async (trx) => void trx.objectStore('kept').put(row, name));
  }

  /** What is kept under a name; undefined when there is nothing, or it is older than seven days. */
  async kept(name: string, now: number): Promise<Kept | undefined> {
    const row = await answered<KeptRow | undefined>(this.db.transaction('kept').objectStore('kept').get(name));
    if (!row || isOld(row.at, now)) return undefined;
    const value = await open(this.db, `kept ${name}`, row.sealed);
    return value === undefined ? undefined : { value, userId: row.userId, at: row.at };
  }

  /** Throws away lists that are older than seven days, and whatever is kept of anybody but this user. */
  async tidy(userId: string, now: number): Promise<void> {
    await change(this.db, ['kept'], async (trx) => {
      const store = trx.objectStore('kept');
      const [names, rows] = await Promise.all([answered(store.getAllKeys()), answered<KeptRow[]>(store.getAll())]);
      for (const [place, row] of rows.entries()) {
        const name = names[place];
        if (name !== undefined && (row.userId !== userId || isOld(row.at, now))) store.delete(name);
      }
    });
  }

  /** Throws away every list and whoever was remembered; what is not sent yet stays for its owner, sealed. */
  async forget(): Promise<void> {
    await change(this.db, ['kept'], async (trx) => void trx.objectStore('kept').clear());
  }

  /** Wipes what belongs to this user, and the key with it; what others have not sent yet stays for them, sealed. */
  async wipe(userId: string): Promise<void> {
    const rows = await this.rows();
    if (rows.every((row) => row.userId === userId)) return empty(this.db);
    await change(this.db, ['entries', 'kept'], async (trx) => {
      trx.objectStore('kept').clear();
      for (const row of rows) if (row.userId === userId) trx.objectStore('entries').delete(row.order);
    });
  }

  private rows(): Promise<Row[]> {
    return answered<Row[]>(this.db.transaction('entries').objectStore('entries').getAll());
  }

  private async write(row: Row): Promise<void> {
    await change(this.db, ['entries'], async (trx) => void trx.objectStore('entries').put(row));
  }

  private async sealedAnswer(key: string, answer: Answer | undefined): Promise<Sealed | undefined> {
    return answer && seal(this.db, `answer ${key}`, answer);
  }

  private async opened({ sealed, answer, ...head }: Row): Promise<Entry> {
    const [inside, said] = await Promise.all([
      open(this.db, `entry ${head.key}`, sealed) as Promise<Omit<Draft, keyof Head> | undefined>,
      answer && (open(this.db, `answer ${head.key}`, answer) as Promise<Answer | undefined>),
    ]);
    const lost = {
      kind: '',
      method: 'POST',
      url: '',
      body: {},
      versionIn: undefined,
      says: unreadable,
      href: '/m/outbox',
    } as const;
    if (!inside) return { ...head, ...lost, state: 'refused' };
    return { ...inside, ...head, answer: said };
  }
}
