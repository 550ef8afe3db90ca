// What lies on the phone is sealed: AES-GCM with a key that the browser keeps and hands to nobody, this page included.
import { answered, change } from './database';

/** A sealed value: what was put in comes out again only with the phone's key and under the same name. */
export type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly bytes: ArrayBuffer };

const keyName = 'aes';

/** Seals a value that JSON can say; `name` binds it to its place, so that no two sealed things can be exchanged. */
export async function seal(db: IDBDatabase, name: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const way = { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) };
  return { iv, bytes: await crypto.subtle.encrypt(way, await keyOf(db), plain) };
}

/** The value again; undefined when it cannot be opened (the key is gone, or it is not what it says it is). */
export async function open(db: IDBDatabase, name: string, { iv, bytes }: Sealed): Promise<unknown> {
  const way = { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) };
  try {
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(way, await keyOf(db), bytes)));
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

/** Looked up each time: another tab may have emptied the phone. */
async function keyOf(db: IDBDatabase): Promise<CryptoKey> {
  const known = await answered<CryptoKey | undefined>(db.transaction('secrets').objectStore('secrets').get(keyName));
  if (known) return known;
  let key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await change(db, ['secrets'], async (trx) => {
    const store = trx.objectStore('secrets');
    const meanwhile = await answered<CryptoKey | undefined>(store.get(keyName));
    if (meanwhile) key = meanwhile;
    else store.put(key, keyName);
  });
  return key;
}
