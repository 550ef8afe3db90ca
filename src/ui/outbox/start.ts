import { newKey } from '../shared/caller';
import { chinaDay } from '../shared/dates';
import { isRefused } from '../shared/refused';
import { type Server, type Watched, watched } from '../shared/server';
import { type Session, type SignedIn, signInStep } from '../shared/session';
import { keepSession, keptSession } from './kept-session';
import { oneAtATime } from './one-at-a-time';
import { createOutbox, type Outbox } from './outbox';
import { sendEntry } from './send';
import { openVault, type Vault } from './vault';

/** Keeps what the server answered to an entry of its kind, so that the next look without a network builds on it. */
export type Keeper = (answer: unknown) => Promise<{ readonly name: string; readonly value: unknown } | undefined>;

/** An entry has reached the server. What that said is known to the tab that sent it only. */
export type Taken = { readonly subject: string; readonly value: unknown };

/** What a page has of the phone's memory. */
export type Phone = {
  readonly outbox: Outbox;
  readonly vault: Vault;
  readonly taken: Watched<Taken | undefined>;
  /** The session last heard of on this phone, for a start without a network. */
  readonly session: () => Promise<SignedIn | undefined>;
};

type News = { readonly taken?: string };

/** Opens the phone's memory and starts the box of the page; undefined where nothing can be kept. */
export async function openPhone(server: Server, keepers: Readonly<Record<string, Keeper>>) {
  const vault = await openVault();
  return vault && startPhone(server, vault, keepers);
}

/** Sends when there is a network, somebody looks, or somebody signs in, and hears of the other tabs. */
function startPhone(server: Server, vault: Vault, keepers: Readonly<Record<string, Keeper>>) {
  const taken = watched<Taken | undefined>(undefined);
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('nol-outbox');
  const me = () => signedIn(server.session.get());
  const outbox = createOutbox({
    vault,
    userId: () => me()?.user.id,
    ready: () => Boolean(me()?.token) && !server.asksAgain.get(),
    send: (entry) => sendEntry((...asked) => fetch(...asked), me()?.token ?? '', entry),
    askWho: () => void server.look().catch(onlyRefused),
    oneAtATime: oneAtATime(newKey()),
    tell: () => channel?.postMessage({} satisfies News),
    onTaken: async (entry, value) => {
      const kept = await keepers[entry.kind]?.(value);
      if (kept) await vault.keep(entry.userId, kept.name, kept.value, Date.now());
      taken.set({ subject: entry.subject, value });
      channel?.postMessage({ taken: entry.subject } satisfies News);
    },
    newKey,
    now: Date.now,
  });
  const look = () => {
    turnDay(server);
    void outbox.read().then(outbox.wake);
  };
  const stops = [
    watchPage(look),
    server.session.watch(whenOther(me, (session) => void arrive(vault, session).then(look))),
    () => channel?.close(),
  ];
  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<News>) => {
      if (data.taken !== undefined) taken.set({ subject: data.taken, value: undefined });
      void outbox.read();
    };
  }
  const session = me();
  if (session) void arrive(vault, session).then(look);
  const phone: Phone = { outbox, vault, taken, session: () => keptSession(vault, Date.now()) };
  return { phone, stop: () => stops.forEach((stop) => void stop()) };
}

/** Somebody is here: what was kept of others goes, and if the server has said so he is remembered. */
async function arrive(vault: Vault, session: SignedIn): Promise<void> {
  await vault.tidy(session.user.id, Date.now());
  if (session.token) await keepSession(vault, session, Date.now());
}

/** Midnight may have passed while the page lay open and no server could say so: the county's day turns by the time that has gone. */
function turnDay({ session, momentAt }: Server): void {
  const known = signedIn(session.get());
  const today = chinaDay(Date.parse(momentAt(Date.now())));
  if (known && today > known.today) session.set({ ...known, today });
}

/** Calls when somebody has signed in, or the same one with another token. */
function whenOther(me: () => SignedIn | undefined, then: (session: SignedIn) => void): () => void {
  let before = me();
  return () => {
    const session = me();
    const same = session?.user.id === before?.user.id && session?.token === before?.token && session?.today === before?.today;
    before = session;
    if (session && !same) then(session);
  };
}

/** Calls when there may be a network again, and when somebody looks at the page. */
function watchPage(look: () => void): () => void {
  const onShown = () => {
    if (document.visibilityState === 'visible') look();
  };
  window.addEventListener('online', look);
  window.addEventListener('pageshow', onShown);
  document.addEventListener('visibilitychange', onShown);
  return () => {
    window.removeEventListener('online', look);
    window.removeEventListener('pageshow', onShown);
    document.removeEventListener('visibilitychange', onShown);
  };
}

function signedIn(session: Session | undefined): SignedIn | undefined {
  return session?.signedIn && signInStep(session) === 'done' ? session : undefined;
}

function onlyRefused(error: unknown): void {
  if (!isRefused(error)) throw error;
}
