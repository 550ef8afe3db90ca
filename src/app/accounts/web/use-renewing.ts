import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Contract } from '../../../ui/shared/contract';
import { isRefused } from '../../../ui/shared/refused';

/** Sends something; when somebody else was faster what the page shows is asked for anew, and the refusal is thrown on. */
export function useRenewing(renews: readonly Contract[]) {
  const answers = useQueryClient();
  return useCallback(
    async <T>(send: () => Promise<T>): Promise<T> => {
      try {
        return await send();
      } catch (error) {
        if (isRefused(error) && error.status === 409) {
          await Promise.all(renews.map(({ url }) => answers.invalidateQueries({ queryKey: [url] })));
        }
        throw error;
      }
    },
    [answers, renews],
  );
}
