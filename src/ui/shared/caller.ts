import { addressOf, type Contract, type Input, type LooseInput, type Shapes } from './contract';
import { isJson, type Refused, readRefusal, unreachable } from './refused';

/** Sends one request and answers with the value, or throws a Refused with a sentence for the person. */
export type Call = <S extends Shapes>(contract: Contract<S>, input: Input<S>, options?: CallOptions) => Promise<S['answer']>;

type CallOptions = { readonly signal?: AbortSignal };

/** What an answer is that is no JSON: a file to be saved. */
export type FileAnswer = { readonly name: string; readonly content: Blob };

type Surroundings = {
  readonly fetch: typeof globalThis.fetch;
  /** The token of the session, once somebody is signed in. */
  readonly token: () => string | undefined;
  /** The session ended: asks the person to sign in again over the page; false when he would rather not. */
  readonly signInAgain: () => Promise<boolean>;
  /** Another tab has signed in anew and with it the token is another: fetches it; false when there is none to be had. */
  readonly renewToken: () => Promise<boolean>;
  /** A fresh key, `crypto.randomUUID` where there is one. */
  readonly newKey: () => string;
  /** Told after each answer: the server's idle time begins anew. */
  readonly onAnswer?: () => void;
};

/** After this a request counts as lost; long work is a job that is asked about, never one long request. */
const patienceMs = 60_000;

/** One typed way to the server for all pages. */
export function createCall(surroundings: Surroundings): Call {
  // The same intent keeps its key until the server has settled it, so pressing the button again after a cut network makes nothing twice.
  const keys = new Map<string, string>();

  return async (contract, input, options = {}) => {
    // Every Input is one of these; the compiler cannot see it while S is open.
    const loose = input as LooseInput;
    const address = addressOf(contract.url, loose);
    const intent = contract.creates ? `${contract.method} ${address} ${describe(loose.body)}` : undefined;
    const key = intent === undefined ? undefined : (keys.get(intent) ?? surroundings.newKey());
    if (intent !== undefined && key !== undefined) keys.set(intent, key);

    const ask = () => send(surroundings, { method: contract.method, address, body: loose.body, key, signal: options.signal });
    let answer = await ask();
    while (answer.refused?.status === 401 && !contract.signsIn && (await surroundings.signInAgain())) answer = await ask();
    if (answer.refused?.code === 'foreign-page' && (await surroundings.renewToken())) answer = await ask();
    const { refused, value } = answer;
    if (intent !== undefined && (!refused || isSettled(refused.status))) keys.delete(intent);
    if (refused) throw refused;
    return value;
  };
}

type Request = {
  readonly method: string;
  readonly address: string;
  readonly body: unknown;
  readonly key: string | undefined;
  readonly signal: AbortSignal | undefined;
};

/** The value of an answer, whose type the contract knows, or why there is none. */
type Sent = { readonly value?: ReturnType<typeof JSON.parse>; readonly refused?: Refused };

async function send({ fetch, token, onAnswer }: Surroundings, { method, address, body, key, signal }: Request): Promise<Sent> {
  const file = body instanceof FormData || body instanceof Blob;
  const headers = new Headers({ accept: 'application/json' });
  if (body !== undefined && !file) headers.set('content-type', 'application/json');
  const held = token();
  if (method !== 'GET' && held !== undefined) headers.set('x-nol-token', held);
  if (key !== undefined) headers.set('idempotency-key', key);
  const lost = new AbortController();
  const giveUp = setTimeout(() => lost.abort(), patienceMs);
  const stop = () => lost.abort();
  signal?.addEventListener('abort', stop);
  try {
    const content = body === undefined ? null : file ? body : JSON.stringify(body);
    const response = await fetch(address, { method, headers, body: content, credentials: 'same-origin', signal: lost.signal });
    onAnswer?.();
    return response.ok ? { value: await read(response) } : { refused: await readRefusal(response) };
  } catch (error) {
    // Whoever left the page waits for no answer; everything else is a network that did not carry, or an answer cut in the middle.
    if (signal?.aborted) throw error;
    throw unreachable();
  } finally {
    clearTimeout(giveUp);
    signal?.removeEventListener('abort', stop);
  }
}

async function read(response: Response) {
  if (response.status === 204) return undefined;
  if (isJson(response)) return response.json();
  const named = /filename\*=UTF-8''([^;]+)/i.exec(response.headers.get('content-disposition') ?? '');
  return { name: decodeURIComponent(named?.[1] ?? 'download'), content: await response.blob() };
}

/** The server has decided: asking the same again is a new intent. Not so when it was busy, out of order or asked who we are. */
function isSettled(status: number): boolean {
  return status >= 400 && status < 500 && status !== 401 && status !== 429;
}

/** Two bodies with the same description are the same wish; a file is known by its name, size and time. */
function describe(body: unknown): string {
  if (body instanceof FormData) return [...body].map(([name, value]) => `${name}=${describe(value)}`).join('&');
  if (body instanceof File) return `${body.name}/${body.size}/${body.lastModified}`;
  return JSON.stringify(body) ?? '';
}

/** A UUID of version 4; pages over plain http have no `crypto.randomUUID`. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
