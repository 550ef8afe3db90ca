// The phone's own database, in the browser: IndexedDB with promises. Nothing else knows how it is asked.

/** The keys of the seals, what waits to be sent, and the lists that are kept for working without a network. */
export type Store = 'secrets' | 'entries' | 'kept';
const stores: readonly Store[] = ['secrets', 'entries', 'kept'];

/** Opens it; undefined where this browser keeps nothing (a private window, a full disk). */
export async function openDatabase(): Promise<IDBDatabase | undefined> {
  const opening = indexedDB.open('nol-phone', 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('secrets');
    opening.result.createObjectStore('entries', { keyPath: 'order', autoIncrement: true });
    opening.result.createObjectStore('kept');
  };
  try {
    return await answered(opening);
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

/** What a request comes to. */
export function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** All or nothing; resolves once the phone has it. Only what is asked of `trx` itself may be awaited inside. */
export async function change(
  db: IDBDatabase,
  names: readonly Store[],
  work: (trx: IDBTransaction) => Promise<void>,
): Promise<void> {
  // Strict: written to the disk and not only handed to the system, so that a phone that loses its power has it too.
  const trx = db.transaction([...names], 'readwrite', { durability: 'strict' });
  const done = new Promise<void>((resolve, reject) => {
    trx.oncomplete = () => resolve();
    trx.onabort = () => reject(trx.error);
  });
  await work(trx);
  await done;
}

/** Empties everything, keys first of all: whatever a copy of the disk still holds can no longer be read. */
export function empty(db: IDBDatabase): Promise<void> {
  return change(db, stores, async (trx) => {
    for (const name of stores) trx.objectStore(name).clear();
  });
}
