import type { Comparison } from './compare';
import type { DecidedPairs } from './decided';
import { verdict } from './linking';
import { type Pairing, pairRegisters } from './pairing';

/** Which links of a pairing of class lists (left) with the household register (right) hold, and which a person looks at. */
export type Leftovers = { readonly pairing: Pairing; readonly linked: readonly number[]; readonly asked: readonly number[] };

/**
 * Children who sit in class and are on no roll, looked for in the household register: else the bureau would search a child
 * as "not enrolled" in its village while it goes to school (在校无籍). All rows are paired, because a few say too little about
 * each other; only links between a class list row without an enrolment and a household row without one are taken.
 */
export function pairLeftovers(comparison: Comparison, decided?: DecidedPairs): Leftovers | undefined {
  const { attending, registers, enrolments } = comparison;
  if (!attending || !registers.attending || !attending.status.includes('no-match')) return undefined;
  const pairing = pairRegisters(registers.attending, registers.household, decided);
  const enrolled = new Uint8Array(registers.household.count);
  for (let link = 0; link < enrolments.l.length; link++)
    if (enrolments.verdict[link] === verdict.linked) enrolled[enrolments.l[link]] = 1;
  const [linked, asked]: [number[], number[]] = [[], []];
  for (let link = 0; link < pairing.l.length; link++) {
    if (attending.status[pairing.l[link]] !== 'no-match' || enrolled[pairing.r[link]] === 1) continue;
    (pairing.verdict[link] === verdict.linked ? linked : asked).push(link);
  }
  return { pairing, linked, asked };
}
