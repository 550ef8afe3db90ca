import { isJson, readRefusal, unreachable } from '../shared/refused';
import { patienceMs } from './rules';
import type { Answer, Entry } from './vault';

/** What came of a sending: the value, or what the server said instead. */
export type Reply = { readonly status: number; readonly value?: unknown; readonly answer?: Answer };

/** Sends one entry with its key; waits eight seconds at most. Never throws for want of a network. */
export async function sendEntry(fetch: typeof globalThis.fetch, token: string, entry: Entry): Promise<Reply> {
  const headers = {
    accept: 'application/json',
    'content-type': 'application/json',
    'x-nol-token': token,
    'idempotency-key': entry.key,
  };
  const { versionIn } = entry;
  const body = JSON.stringify(versionIn === undefined ? entry.body : { ...entry.body, [versionIn]: entry.base });
  const lost = new AbortController();
  const giveUp = setTimeout(() => lost.abort(), patienceMs);
  try {
    const how = { method: entry.method, headers, body, credentials: 'same-origin', signal: lost.signal } as const;
    const response = await fetch(entry.url, how);
    if (response.ok) return { status: response.status, value: isJson(response) ? await response.json() : undefined };
    const { status, code, says, current, fields } = await readRefusal(response);
    // Nothing of the form is left by then: what is wrong with its fields is said with the rest.
    const all = { zh: [says, ...fields].map(({ zh }) => zh).join(''), en: [says, ...fields].map(({ en }) => en).join(' ') };
    return { status, answer: { status, code, says: all, current } };
  } catch {
    // A network that does not carry, an answer cut in the middle, eight seconds of silence: it may have arrived or not.
    const { status, code, says } = unreachable();
    return { status, answer: { status, code, says } };
  } finally {
    clearTimeout(giveUp);
  }
}
