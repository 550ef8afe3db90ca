import { type Watched, watched } from '../shared/server';
import { type Sending, sendRound } from './flusher';
import { backOffMs } from './rules';
import type { Draft, Entry } from './vault';

/** What this page knows of the box: the entries of whoever is signed in, which of them is on its way, how many are of others. */
export type Box = { readonly entries: readonly Entry[]; readonly sending: string | undefined; readonly strangers: number };

type Surroundings = Omit<Sending, 'changed' | 'onItsWay'> & {
  readonly oneAtATime: (work: () => Promise<void>) => Promise<void>;
  /** Tells the other tabs that something has changed. */
  readonly tell: () => void;
  readonly newKey: () => string;
  readonly now: () => number;
};

/** Written first, sent later, once and only once. One a page; all pages of a browser share what lies in the vault. */
export type Outbox = {
  readonly box: Watched<Box>;
  /** Resolves once the phone has it. */
  readonly add: (draft: Draft) => Promise<void>;
  /** Sends now whatever can be sent; comes back by itself while something is left. */
  readonly wake: () => void;
  /** Reads the box anew, as another tab has left it. */
  readonly read: () => Promise<void>;
  /** The person decides: what was refused is tried again, what met something newer is sent on top of that (`base`). */
  readonly resend: (entry: Entry, base?: number) => Promise<void>;
  /** Takes it out; the answer puts it back. */
  readonly discard: (entry: Entry) => Promise<() => Promise<void>>;
};

/** Makes the outbox of a page. */
export function createOutbox(around: Surroundings): Outbox {
  const { vault } = around;
  const box = watched<Box>({ entries: [], sending: undefined, strangers: 0 });
  const read = async () => {
    const user = around.userId();
    const [entries, heads] = await Promise.all([user === undefined ? [] : vault.entries(user), vault.heads()]);
    box.set({ ...box.get(), entries, strangers: heads.filter(({ userId }) => userId !== user).length });
  };
  const changed = async () => {
    around.tell();
    await read();
  };
  const onItsWay = (sending: string | undefined) => box.set({ ...box.get(), sending });
  const { wake } = createAlarm(
    async () => {
      let reached = false;
      await around.oneAtATime(async () => {
        reached = await sendRound({ ...around, changed, onItsWay });
      });
      return reached;
    },
    () => box.get().entries.some(({ state }) => state === 'waiting'),
  );
  const andSend = async () => {
    await changed();
    wake();
  };
  return {
    box,
    read,
    wake,
    add: async (draft) => {
      await vault.add(draft, around.newKey(), around.now());
      await andSend();
    },
    resend: async (entry, base = entry.base) => {
      await vault.alter(entry, { state: 'waiting', base, tries: 0 });
      await andSend();
    },
    discard: async (entry) => {
      await vault.remove(entry);
      await changed();
      return async () => {
        await vault.putBack(entry);
        await andSend();
      };
    },
  };
}

/** Rings when it is woken, and by itself, ever less often, while something is left and nothing gets through. */
function createAlarm(work: () => Promise<boolean>, isLeft: () => boolean) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [asked, running, silent] = [false, false, 0];
  const run = async () => {
    running = true;
    try {
      while (asked) {
        asked = false;
        silent = (await work()) ? 0 : silent + 1;
      }
    } finally {
      running = false;
    }
    if (isLeft()) timer = setTimeout(ring, backOffMs(silent));
  };
  const ring = () => {
    clearTimeout(timer);
    asked = true;
    if (!running) void run();
  };
  return {
    wake: () => {
      silent = 0;
      ring();
    },
  };
}
