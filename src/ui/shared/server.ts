import { type Call, createCall, newKey } from './caller';
import { getSession, type Session, signInStep } from './session';

/** A value that pages watch. */
export type Watched<T> = {
  readonly get: () => T;
  readonly set: (value: T) => void;
  readonly watch: (listener: () => void) => () => void;
};

/** A value and those who watch it. */
export function watched<T>(first: T): Watched<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      value = next;
      for (const listener of listeners) listener();
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The server as the pages know it: the way to call it, who is signed in, and whether it asks for the password again. */
export type Server = {
  readonly call: Call;
  /** Undefined until the server was asked for the first time. */
  readonly session: Watched<Session | undefined>;
  /** True while the sign-in dialog has to stand over the page. */
  readonly asksAgain: Watched<boolean>;
  /** Takes what the server says of the session; once the person is signed in wholly, requests that waited are repeated. */
  readonly admit: (session: Session) => void;
  /** The person would rather not: requests that waited are refused. */
  readonly giveUp: () => void;
  /** Puts the dialog over the page; true once he has signed in again. */
  readonly signInAgain: () => Promise<boolean>;
  /** Asks the server who is signed in; when that is nobody any more the dialog comes, when it is somebody else `onStranger`. */
  readonly look: () => Promise<boolean>;
  /** Milliseconds since 1970 of the last answer. */
  readonly lastAnswer: () => number;
  /** The county's moment, ISO text, at a moment of this browser's clock, which may be wrong; milliseconds since 1970. */
  readonly momentAt: (local: number) => string;
};

type ServerOptions = {
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Somebody else has signed in in another tab: what this page shows is no longer his to see, so it has to be loaded anew. */
  readonly onStranger: () => void;
};

/** Makes the one Server of a page. */
export function createServer({ fetch, now, onStranger }: ServerOptions): Server {
  const session = watched<Session | undefined>(undefined);
  const asksAgain = watched(false);
  let waiting: ReturnType<typeof later> | undefined;
  let token: string | undefined;
  let answered = now();
  let ahead = 0;

  const signInAgain = () => {
    waiting ??= later();
    asksAgain.set(true);
    return waiting.promise;
  };
  const end = (admitted: boolean) => {
    asksAgain.set(false);
    waiting?.resolve(admitted);
    waiting = undefined;
  };
  const admit = (found: Session) => {
    token = found.signedIn ? found.token : undefined;
    ahead = Date.parse(found.now) - now();
    const done = signInStep(found) === 'done';
    // Half signed in again (the code is still to come), the page below stays as it was, with all that was typed in it.
    if (done || !asksAgain.get()) session.set(found);
    if (done && asksAgain.get()) end(true);
  };
  const look = async () => {
    const found = await call(getSession, {});
    // Looked at only now: meanwhile the pages may have been opened with what the phone keeps.
    const before = session.get();
    if (!before || signInStep(before) !== 'done') admit(found);
    else if (signInStep(found) !== 'done') return signInAgain();
    else if (isOther(before, found)) onStranger();
    else admit(found);
    return found.signedIn && !(before && isOther(before, found));
  };
  const call = createCall({
    fetch,
    token: () => token,
    signInAgain,
    renewToken: look,
    newKey,
    onAnswer: () => (answered = now()),
  });
  const momentAt = (local: number) => new Date(local + ahead).toISOString();
  return { call, session, asksAgain, admit, giveUp: () => end(false), signInAgain, look, lastAnswer: () => answered, momentAt };
}

function isOther(one: Session, other: Session): boolean {
  return one.signedIn && other.signedIn && one.user.id !== other.user.id;
}

function later() {
  let resolve: (admitted: boolean) => void = () => undefined;
  const promise = new Promise<boolean>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
