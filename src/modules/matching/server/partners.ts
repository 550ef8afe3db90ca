import type { Comparison, Listed } from '../rules/compare';
import { verdict } from '../rules/linking';
import type { Pairing } from '../rules/pairing';

/** Row numbers across the registers of one comparison; -1 where there is no linked row. */
export type Partners = {
  /** household row → its best linked enrolment row */ readonly enrolments: Int32Array;
  /** enrolment row → its household row */ readonly households: Int32Array;
  /** household row → row of the poverty list */ readonly poverty: Int32Array | undefined;
  /** household row → row of the disability list */ readonly disability: Int32Array | undefined;
};

const remembered = new WeakMap<Comparison, Partners>();

/** The linked rows of a comparison, worked out once. */
export function partnersOf(comparison: Comparison): Partners {
  const known = remembered.get(comparison);
  if (known) return known;
  const { enrolments } = comparison;
  const partners = {
    enrolments: new Int32Array(comparison.household.length).fill(-1),
    households: new Int32Array(comparison.enrolment.length).fill(-1),
    poverty: toLeft(comparison.poverty),
    disability: toLeft(comparison.disability),
  };
  for (let link = enrolments.l.length - 1; link >= 0; link--) {
    if (enrolments.verdict[link] !== verdict.linked) continue;
    partners.enrolments[enrolments.l[link]] = enrolments.r[link];
    partners.households[enrolments.r[link]] = enrolments.l[link];
  }
  remembered.set(comparison, partners);
  return partners;
}

function toLeft(list: Listed | undefined): Int32Array | undefined {
  if (!list) return undefined;
  const { pairing } = list;
  const rows = new Int32Array(pairing.pair.right.count).fill(-1);
  for (let link = 0; link < pairing.l.length; link++)
    if (pairing.verdict[link] === verdict.linked) rows[pairing.r[link]] = pairing.l[link];
  return rows;
}

/** The links of a left row that have the verdict `wanted`, best first. */
export function linksOf(pairing: Pairing, left: number, wanted: number): number[] {
  const links: number[] = [];
  for (let link = pairing.leftStarts[left]; link < pairing.leftStarts[left + 1]; link++)
    if (pairing.verdict[link] === wanted) links.push(link);
  return links;
}

/** The links of a right row that have the verdict `wanted`. */
export function linksOfRight(pairing: Pairing, right: number, wanted: number): number[] {
  const links: number[] = [];
  for (let at = pairing.rightStarts[right]; at < pairing.rightStarts[right + 1]; at++)
    if (pairing.verdict[pairing.byRight[at]] === wanted) links.push(pairing.byRight[at]);
  return links;
}
