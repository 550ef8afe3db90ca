import { useCallback, useEffect, useRef, useState } from 'react';
import { useMemory } from '../../../../ui/outbox/context';
import { useSignedIn } from '../../../../ui/shared/server-context';
import type { findGroups } from '../../rules/finds';

/** What somebody has filled in of a child on no list, and not yet told. */
export type Filled = {
  readonly name: string;
  readonly sex: '' | '1' | '2';
  readonly birthDay: string;
  readonly idNumber: string;
  readonly guardian: string;
  readonly phone: string;
  readonly address: string;
  readonly group?: (typeof findGroups)[number];
  readonly outcome?: string | undefined;
  readonly place: string;
  readonly note: string;
};

export const nothingFilled: Filled = {
  ...{ name: '', sex: '', birthDay: '', idNumber: '', guardian: '', phone: '', address: '', place: '', note: '' },
};

/** Where the phone can keep nothing, drafts live as long as the page. */
const ofThisPage = new Map<string, Filled>();
/** One writing after the other, so that the last letter is the one that stays, and whoever opens the form reads it. */
let writing: Promise<unknown> = Promise.resolve();

/**
 * Keeps what is filled in, so that going back, a reload or a session that ended costs nothing. Names and numbers lie sealed on the
 * phone as its outbox does, and go with it at signing out (SEC-09, UX-29).
 */
export function useFindDraft(campaignId: string, path: string) {
  const phone = useMemory()?.phone;
  const { user } = useSignedIn();
  const name = `screening-find-draft ${campaignId} ${path}`;
  const here = `${user.id} ${name}`;
  const [filled, setFilled] = useState<Filled>(() => ofThisPage.get(here) ?? nothingFilled);
  const latest = useRef(filled);
  const [isOld, setOld] = useState(isBegun(filled));
  const put = useCallback(
    (after: Filled) => {
      latest.current = after;
      setFilled(after);
      if (!phone) ofThisPage.set(here, after);
      else writing = writing.then(() => phone.vault.keep(user.id, name, after, Date.now()));
    },
    [phone, name, here, user.id],
  );
  useEffect(() => {
    if (!phone) return;
    let left = false;
    const read = async () => {
      await writing;
      const kept = await phone.vault.kept(name, Date.now());
      if (left || kept?.userId !== user.id || latest.current !== nothingFilled) return;
      const value = kept.value as Filled;
      latest.current = value;
      setFilled(value);
      setOld(isBegun(value));
    };
    void read();
    return () => {
      left = true;
    };
  }, [phone, name, user.id]);
  return {
    filled,
    /** it was filled in before, and not just now */ isOld,
    change: useCallback((part: Partial<Filled>) => put({ ...latest.current, ...part }), [put]),
    clear: useCallback(() => {
      setOld(false);
      put(nothingFilled);
    }, [put]),
  };
}

/** More than the name, which the list of the village hands over. */
function isBegun({ name: _, ...rest }: Filled): boolean {
  return Object.values(rest).some((value) => value !== '' && value !== undefined);
}
