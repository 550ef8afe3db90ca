import type { Draft, Errand, Operator } from './draft';
import { type ErrorGroup, type ErrorKind, errorGroups, errorKindNames, errorKinds } from './errors';
import { idErrors } from './id-errors';
import { nameErrors } from './name-errors';
import { otherErrors } from './other-errors';

const operators: Readonly<Record<ErrorKind, Operator>> = { ...idErrors, ...nameErrors, ...otherErrors };

const kindsOfGroup = new Map<ErrorGroup, readonly ErrorKind[]>(
  errorGroups.map((group) => [group, errorKindNames.filter((kind) => errorKinds[kind].group === group)]),
);

// What is commoner than this is a habit of the register and no slip: a careless clerk does not make it commoner.
const habit = 0.1;

/**
 * Lets errors happen to a draft: in each group at most one, each kind with its rate among the rows it can happen to.
 * `carelessness` multiplies the rates of slips.
 */
export function spoil(draft: Draft, rates: { readonly [K in ErrorKind]: number }, errand: Errand, carelessness: number): void {
  for (const group of errorGroups) {
    let share = errand.rng.next();
    for (const kind of kindsOfGroup.get(group) ?? []) {
      const rate = rates[kind] < habit ? rates[kind] * carelessness : rates[kind];
      if (share < rate) {
        force(draft, kind, errand);
        break;
      }
      share -= rate;
    }
  }
}

/** Makes one error happen where it can. */
export function force(draft: Draft, kind: ErrorKind, errand: Errand): void {
  if (operators[kind](draft, errand)) draft.errors.push(kind);
}
