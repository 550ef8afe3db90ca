import { keepPreviousData, type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Contract, Input, Shapes } from '../shared/contract';
import type { Refused } from '../shared/refused';
import { useCall } from '../shared/server-context';

/** An answer of the server as it comes: the value, or why not, and the way to ask again. */
export type Answer<T> = Pick<
  UseQueryResult<T, Refused>,
  'data' | 'error' | 'isPending' | 'isFetching' | 'refetch' | 'dataUpdatedAt'
>;

type AnswerOptions = {
  /** False: not asked for yet. */
  readonly when?: boolean;
  /** Asked for again after so many milliseconds, for work in progress. */
  readonly every?: number;
  /** For lists: the last answer stays while the next page or filter is on its way. Never for one child after another. */
  readonly keeps?: boolean;
};

/** Asks for something when the page opens and whenever the input changes. */
export function useAnswer<S extends Shapes>(
  contract: Contract<S>,
  input: Input<S>,
  { when = true, every, keeps = false }: AnswerOptions = {},
): Answer<S['answer']> {
  const call = useCall();
  return useQuery<S['answer'], Refused>({
    queryKey: [contract.url, input],
    queryFn: ({ signal }) => call(contract, input, { signal }),
    enabled: when,
    ...(keeps ? { placeholderData: keepPreviousData } : {}),
    ...(every === undefined ? {} : { refetchInterval: every }),
  });
}

/** Something the person does: `run` sends it and throws a Refused; afterwards every answer from the named addresses is asked for anew. */
export function useAction<S extends Shapes>(
  contract: Contract<S>,
  { renews = [] }: { readonly renews?: readonly Contract[] } = {},
) {
  const call = useCall();
  const { mutateAsync, isPending } = useMutation<S['answer'], Refused, Input<S>>({
    mutationFn: (input) => call(contract, input),
  });
  const renew = useRenew();
  const run = useCallback(
    async (input: Input<S>) => {
      const answer = await mutateAsync(input);
      await renew(renews);
      return answer;
    },
    [mutateAsync, renew, renews],
  );
  return { run, busy: isPending };
}

/** Asks anew for what the pages show from these addresses. */
function useRenew(): (contracts: readonly Contract[]) => Promise<void> {
  const answers = useQueryClient();
  return useCallback(
    async (contracts) => {
      await Promise.all(contracts.map(({ url }) => answers.invalidateQueries({ queryKey: [url] })));
    },
    [answers],
  );
}
