import { App } from 'antd';
import { useCallback, useMemo } from 'react';
import { useSay } from '../shared/language';
import { isRefused, type Refused } from '../shared/refused';

/** Short news at the top of the page: what was done, or why not. Long enough to be read: 120 ms a character, at least 4 s. */
export function useTell(): { readonly done: (says: string) => void; readonly refused: (refused: Refused) => void } {
  const { message } = App.useApp();
  const say = useSay();
  return useMemo(
    () => ({
      done: (says) => void message.success(says, secondsFor(says)),
      refused: (refused) => void message.error(say(refused.says), secondsFor(say(refused.says))),
    }),
    [message, say],
  );
}

/** Runs what somebody has asked for: why it was refused is told at the top of the page; every other error goes up. */
export function useDoing(): (work: () => Promise<void>) => Promise<void> {
  const { refused } = useTell();
  return useCallback(
    async (work) => {
      try {
        await work();
      } catch (error) {
        if (!isRefused(error)) throw error;
        refused(error);
      }
    },
    [refused],
  );
}

function secondsFor(text: string): number {
  return Math.max(4, text.length * 0.12);
}
