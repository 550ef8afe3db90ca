// What is decided about what waits on a phone: plain values in, plain values out. The promises are those of design/stack.md,
// "Outbox contract"; the times are our choice.

/** `waiting` will be sent; `asks` met something newer and `refused` was not taken: both wait for the person. */
export type EntryState = 'waiting' | 'asks' | 'refused';

/** What of an entry lies open on the phone: nothing of a child. */
export type Head = {
  /** Place in the strict order of sending. */
  readonly order: number;
  /** Goes along as Idempotency-Key. */
  readonly key: string;
  readonly userId: string;
  /** What it is about: two entries about the same thing keep their order, and the later one may stand for both. */
  readonly subject: string;
  /** Version that was seen; sent along in the body. */
  readonly base: number;
  /** Milliseconds since 1970, by the phone. */
  readonly madeAt: number;
  /** How often a sending was begun; while 0 the server cannot know of it. */
  readonly tries: number;
  readonly state: EntryState;
};

/** After this long a request counts as lost. */
export const patienceMs = 8_000;
/** Lists for working without a network go after this; entries never by themselves. */
export const keptForMs = 7 * 86_400_000;

/** What an answer means for an entry: `later` is for this entry only, `stop` for all of them. */
export type Outcome = 'sent' | 'asks' | 'refused' | 'later' | 'stop' | 'sign-in';

/** Reads an answer; status 0 is no answer. */
export function outcomeOf(status: number, code: string, hasCurrent: boolean): Outcome {
  if (status >= 200 && status < 300) return 'sent';
  if (status === 401 || code === 'foreign-page') return 'sign-in';
  if (status === 0 || status === 429) return 'stop';
  if (status >= 500) return 'later';
  return (status === 409 || status === 412) && hasCurrent ? 'asks' : 'refused';
}

/** How long to wait after so many tries without an answer: 2, 4, 8 … 60 s. */
export function backOffMs(tries: number): number {
  return Math.min(60, 2 ** Math.max(1, Math.min(tries, 6))) * 1000;
}

/**
 * The first of this user that may go now. Whatever comes after one that waits for the person, or that was put off in this round
 * (`passed`), waits with it when it is about the same thing; others go on.
 */
export function nextToSend(heads: readonly Head[], userId: string, passed: ReadonlySet<string>): Head | undefined {
  const held = new Set<string>();
  for (const head of inOrder(heads)) {
    if (head.userId !== userId || held.has(head.subject)) continue;
    if (head.state === 'waiting' && !passed.has(head.key)) return head;
    held.add(head.subject);
  }
  return undefined;
}

/** Where a new entry goes: on what version it builds, and which earlier ones it stands for. */
export type Placing = { readonly base: number; readonly replaces: readonly Head[] };

/**
 * What the person says now replaces what was said about the same thing and has never left the phone, or came back refused. Behind
 * one whose answer is still out it is a change of that one, which will have made the next version.
 */
export function placeNew(heads: readonly Head[], fresh: Pick<Head, 'userId' | 'subject' | 'base'>): Placing {
  const same = inOrder(heads).filter(({ userId, subject }) => userId === fresh.userId && subject === fresh.subject);
  const replaces = same.filter(({ state, tries }) => state !== 'waiting' || tries === 0);
  const underway = same.filter((head) => !replaces.includes(head));
  const last = underway[underway.length - 1];
  if (last) return { base: last.base + 1, replaces };
  const [first] = replaces;
  return { base: first?.state === 'waiting' ? first.base : fresh.base, replaces };
}

/** What the title bar says of the box. */
export type Pile = { readonly kind: 'synced' | 'stored' | 'sending' | 'look'; readonly count: number };

/** Sums up the entries of one user; what waits for the person is said first. */
export function pileOf(states: readonly EntryState[], sending: boolean): Pile {
  const look = states.filter((state) => state !== 'waiting').length;
  if (look > 0) return { kind: 'look', count: look };
  if (states.length === 0) return { kind: 'synced', count: 0 };
  return { kind: sending ? 'sending' : 'stored', count: states.length };
}

/** Whether something has lain on the phone for so long that it is warned of, or, a list, thrown away. */
export function isOld(at: number, now: number): boolean {
  return now - at >= keptForMs;
}

/**
 * The county's moment without a server: as it was when last heard, and on from there by the phone's clock. A clock that was put
 * back meanwhile tells nothing, then it is the last that is known.
 */
export function momentWithout(heardMs: number, heardAt: number, now: number): number {
  return heardMs + Math.max(0, now - heardAt);
}

function inOrder(heads: readonly Head[]): readonly Head[] {
  return [...heads].sort((one, other) => one.order - other.order);
}
