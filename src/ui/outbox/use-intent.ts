import { useEffect } from 'react';
import { addressOf, type Contract, type Input, type LooseInput, type Shapes } from '../shared/contract';
import { useSignedIn } from '../shared/server-context';
import type { Says } from '../shared/words';
import { useBox, useMemory } from './context';
import type { Entry } from './vault';

/** What a page says of an intent beside the request itself. */
export type About = {
  /** Which keeper hears of the server's answer; also the first word of the subject. */
  readonly kind: string;
  /** What it is about: a later intent about the same thing stands for an earlier one that has not left the phone. */
  readonly subject: string;
  /** The part of the body in which the version goes along that was seen, `base`; absent where the server knows no versions of it. */
  readonly versionIn?: string;
  readonly says: Says;
  /** The page on which it can be said again. */
  readonly href: string;
};

/** What a page knows and does of its intent on the phone. */
export type Intent = {
  /** What the phone still holds of it. */
  readonly entry: Entry | undefined;
  /** It is on its way just now. */
  readonly isSending: boolean;
  /** Puts it on the phone and sends it as soon as that can be; false where the phone keeps nothing, then it has to be sent at once. */
  readonly store: <S extends Shapes>(contract: Contract<S>, input: Input<S>, about: About) => Promise<boolean>;
  /** The person decides: sent again, on top of that version. */
  readonly resend: (version: number) => Promise<void>;
  /** The person decides: it is given up. */
  readonly discard: () => Promise<void>;
};

/**
 * The way of a page to send something through the phone's box. `onTaken` hears the server's answer, undefined when another tab got it
 * through.
 */
export function useIntent(subject: string | undefined, onTaken: (value: unknown) => void): Intent {
  const phone = useMemory()?.phone;
  const { user } = useSignedIn();
  const { entries, sending } = useBox();
  const same = entries.filter((entry) => entry.subject === subject);
  const entry = same[same.length - 1];
  useEffect(() => {
    if (!phone || subject === undefined) return;
    return phone.taken.watch(() => {
      const news = phone.taken.get();
      if (news?.subject === subject) onTaken(news.value);
    });
  }, [phone, subject, onTaken]);
  return {
    entry,
    isSending: entry !== undefined && entry.key === sending,
    store: async (contract, input, about) => {
      if (!phone || contract.method !== 'POST') return false;
      // Every Input is one of these; the compiler cannot see it while S is open.
      const { body, ...rest } = input as LooseInput;
      const { versionIn, ...said } = about;
      const seen = versionIn === undefined ? 0 : Number((body as Record<string, unknown>)[versionIn]);
      const url = addressOf(contract.url, rest);
      return written(
        phone.outbox.add({ ...said, versionIn, userId: user.id, method: 'POST', url, base: seen, body: body ?? {} }),
      );
    },
    resend: async (version) => {
      if (phone && entry) await phone.outbox.resend(entry, version);
    },
    discard: async () => {
      if (phone && entry) await phone.outbox.discard(entry);
    },
  };
}

/** Whether the phone has it; a full one says no, then only the server can take it. */
async function written(writing: Promise<void>): Promise<boolean> {
  try {
    await writing;
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}
