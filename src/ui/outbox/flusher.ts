import { type Head, nextToSend, outcomeOf } from './rules';
import type { Reply } from './send';
import type { Entry, Vault } from './vault';

/** What a round of sending needs. */
export type Sending = {
  readonly vault: Vault;
  /** Whose page this is. */
  readonly userId: () => string | undefined;
  /** Whether the server would know him; a page that was opened without a network has no token yet. */
  readonly ready: () => boolean;
  readonly send: (entry: Entry) => Promise<Reply>;
  /** The server does not know us any more: asks it who we are; when it knows again, the box is woken. */
  readonly askWho: () => void;
  /** Hears the server's answer to what it took, before the entry goes. */
  readonly onTaken: (entry: Entry, value: unknown) => Promise<void>;
  /** An entry goes on its way, or none is any more. */
  readonly onItsWay: (key: string | undefined) => void;
  /** Something in the vault is another than before. */
  readonly changed: () => Promise<void>;
};

/** Of a server that is out of order for so many in a row, the rest is spared. */
const mostFaults = 2;

/** Sends what can be sent, one after the other; true when something got through. */
export async function sendRound(around: Sending): Promise<boolean> {
  const passed = new Set<string>();
  let reached = false;
  while (passed.size < mostFaults) {
    const user = around.userId();
    const head = user === undefined ? undefined : nextToSend(await around.vault.heads(), user, passed);
    if (!head) break;
    if (!around.ready()) {
      around.askWho();
      break;
    }
    const outcome = await sendOne(around, head);
    reached ||= outcome === 'sent';
    if (outcome === 'stop' || outcome === 'sign-in') break;
    if (outcome === 'later') passed.add(head.key);
  }
  return reached;
}

async function sendOne(around: Sending, head: Head) {
  const { vault, onItsWay } = around;
  const entry = await vault.alter(head, { tries: head.tries + 1 });
  if (!entry) return 'gone';
  onItsWay(entry.key);
  const { status, value, answer } = await around.send(entry);
  onItsWay(undefined);
  const outcome = outcomeOf(status, answer?.code ?? '', answer?.current !== undefined);
  if (outcome === 'sent') {
    await around.onTaken(entry, value);
    await vault.remove(entry);
  } else {
    await vault.alter(entry, { state: outcome === 'asks' || outcome === 'refused' ? outcome : 'waiting' }, answer);
  }
  await around.changed();
  if (outcome === 'sign-in') around.askWho();
  return outcome;
}
