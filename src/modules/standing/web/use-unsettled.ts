import { useAnswer } from '../../../ui/desk/answers';
import { hrefOf } from '../../../ui/desk/place';
import type { RollCallView } from '../contract';
import { getRollCall } from './calls';
import { rollChildrenPlace } from './places';

/** The states in which nobody knows yet where a child learns. */
export const unsettledStates = ['to-verify', 'unplaced'] as const;

/** How many children stand in such a state today, and where they are listed. */
export type UnsettledCount = { readonly state: (typeof unsettledStates)[number]; readonly count: number; readonly href: string };

/**
 * Of how many children of the asker's grid nobody knows where they learn, those states that anybody stands in; nothing until
 * the roll was called. It asks what the card of the roll call asks, so on the start page both are one request.
 */
export function useUnsettled(): readonly UnsettledCount[] {
  const { data } = useAnswer(getRollCall, { query: {} });
  return data === undefined ? [] : unsettledOf(data);
}

/** Those states of a roll call that anybody stands in. */
export function unsettledOf({ tree, grid, roll }: Pick<RollCallView, 'tree' | 'grid' | 'roll'>): readonly UnsettledCount[] {
  return unsettledStates.flatMap((state) => {
    const count = roll.terms.find((term) => term.state === state)?.count ?? 0;
    return count === 0 ? [] : [{ state, count, href: hrefOf(rollChildrenPlace, {}, { tree, grid: grid.path, part: state }) }];
  });
}
