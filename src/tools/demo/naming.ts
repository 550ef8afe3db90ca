import { hardCharacters, rareCharacters } from './character-pairs';
import { dottedName, mongolianName, type PersonName } from './minority-names';
import { adultGivenNames, givenCharacters, givenNames } from './name-pools';
import type { Child, Family } from './people';
import { draw, type Rng } from './random';

const rareList = Object.keys(rareCharacters);

type NewChild = { readonly family: Family; readonly sex: 1 | 2; readonly birth: number; readonly rareShare: number };

/** A child's name in the fashion of the birth year, or in the family's style; `surname` is '' where the name has none. */
export function nameChild(rng: Rng, wanted: NewChild): PersonName {
  const { family, sex } = wanted;
  const male = sex === 1;
  if (family.style === 'mongolian') return mongolianName(rng, male, family.surname);
  if (family.style === 'dotted') return dottedName(rng, male, family.father.name.split('·')[0]);
  const year = 1970 + wanted.birth / 365.25;
  const given = shareWithSibling(rng, family.children, { given: givenName(rng, male, year), birth: wanted.birth });
  if (!rng.chance(wanted.rareShare)) return { surname: family.surname, given };
  return { surname: family.surname, given: withRare(rng, given) };
}

/** A given name: one in fashion, two characters put together, or a single character. */
export function givenName(rng: Rng, male: boolean, year: number): string {
  const sex = male ? 'boy' : 'girl';
  const kind = rng.next();
  if (kind < 0.2) {
    const late = rng.next() < (year - 2008) / 8;
    return draw(givenNames[sex][late ? 'late' : 'early'], rng);
  }
  const last = draw(givenCharacters[sex].last, rng);
  if (kind > 0.92) return last;
  const first = draw(givenCharacters[sex].first, rng);
  return first === last ? last : first + last;
}

/** A parent's or grandparent's given name. */
export function adultGiven(rng: Rng, role: keyof typeof adultGivenNames): string {
  return draw(adultGivenNames[role], rng);
}

// Our assumption: two in five siblings share a character of the given name, twins seven in ten.
function shareWithSibling(rng: Rng, siblings: readonly Child[], own: { given: string; birth: number }): string {
  const elder = siblings.at(-1);
  if (!elder || !isPlainPair(elder.given) || !isPlainPair(own.given)) return own.given;
  if (!rng.chance(elder.birth === own.birth ? 0.7 : 0.4)) return own.given;
  const shared = rng.chance(0.5) ? elder.given[0] + own.given[1] : own.given[0] + elder.given[1];
  return shared === elder.given ? own.given : shared;
}

function withRare(rng: Rng, given: string): string {
  const rare = rng.pick(rng.chance(0.5) ? hardCharacters : rareList);
  const first = [...given][0];
  return rng.chance(0.5) ? first + rare : rare + first;
}

/** Two characters of the basic plane, so that halves can be taken. */
export function isPlainPair(given: string): boolean {
  return /^[一-龥]{2}$/.test(given);
}
