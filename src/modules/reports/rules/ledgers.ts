import { type StandingKey, standingStates } from '../../../kernel/standing';

/** The three ledgers of a county. 依据：教基厅函〔2024〕15 号 (适龄儿童、疑似辍学学生、辍学学生台账). */
export const ledgers = ['school-age', 'suspected', 'dropout'] as const;
export type Ledger = (typeof ledgers)[number];

/** Where a child stands that is in a ledger: everybody of 应在学, or one of the two states of a case. */
export const ledgerStates: { readonly [L in Ledger]: readonly StandingKey[] } = {
  'school-age': standingStates.filter((state) => state.inRoll).map(({ key }) => key),
  suspected: ['suspected-dropout'],
  dropout: ['dropout-persuading'],
};

/** The states in which somebody still has to find out where the child is. */
export const openStates: readonly StandingKey[] = ['to-verify', 'unplaced'];

/**
 * States that say by themselves that a child is disabled or ill. Whoever has no duty to know reads of all of them alike that the
 * child is placed (register of goals, PRV-04).
 */
export const careStates: readonly StandingKey[] = ['home-teaching', 'special-school', 'deferred'];

/** A state as a ledger shows it. */
export type ShownState = StandingKey | 'placed';

/** What somebody reads of a state; `seesCare`: whether he may know of a disability or illness. */
export function shownState(state: StandingKey, seesCare: boolean): ShownState {
  return !seesCare && careStates.includes(state) ? 'placed' : state;
}

/**
 * The states of a ledger that a filter leaves. Who may not tell the states of care apart cannot do so by filtering either: to
 * ask for one of them is to ask for all.
 */
export function statesOf(ledger: Ledger, wanted: readonly ShownState[], seesCare: boolean): readonly StandingKey[] {
  const all = ledgerStates[ledger];
  if (wanted.length === 0) return all;
  const asksCare = wanted.includes('placed') || (!seesCare && wanted.some((state) => careStates.includes(state as StandingKey)));
  return all.filter((state) => wanted.includes(state) || (asksCare && careStates.includes(state)));
}
