import { confusions, rareCharacters } from './character-pairs';
import type { Operator } from './draft';
import { mongolianForms } from './minority-names';
import { givenName } from './naming';
import { nameOf } from './people';
import type { Rng } from './random';

const dots = ['.', '•', '・', '．', '‧', '∙', ' ', ''];
const privateUse = ['\ue815', '\ue863', '\uf8f5', '\ue000'];

/** Errors of the name. */
export const nameErrors = {
  nameHomophone: changeName((name, rng) => confuse(name, rng, confusions.homophone)),
  nameLookAlike: changeName((name, rng) => confuse(name, rng, confusions.lookAlike)),
  nameVariant: changeName((name, rng) => confuse(name, rng, confusions.variant)),
  nameShort: changeName((name, rng) => {
    const characters = [...name];
    if (characters.length < 3) return name;
    characters.splice(1 + rng.int(characters.length - 1), 1);
    return characters.join('');
  }),
  nameSwapped: changeName((name) => {
    const characters = [...name];
    return characters.length === 3 ? characters[0] + characters[2] + characters[1] : name;
  }),
  nameFormer: (draft, { rng }) => {
    if (!draft.child || draft.child.style === 'dotted') return false;
    const given = givenName(rng, draft.child.sex === 1, 1970 + draft.child.birth / 365.25);
    return rename(draft, (draft.child.surname || draft.family.surname) + given, rng.chance(0.4));
  },
  nameSurname: (draft, { rng }) => {
    if (!draft.child || draft.child.surname === '') return false;
    return rename(draft, draft.family.motherSurname + draft.child.given, rng.chance(0.3));
  },
  nameDot: changeName((name, rng) => (name.includes('·') ? name.replace('·', rng.pick(dots)) : name)),
  nameMongolian: (draft, { rng }) => {
    if (draft.child?.style !== 'mongolian') return false;
    const before = draft.name;
    draft.name = otherForm(before, draft.family.surname, rng);
    return draft.name !== before;
  },
  nameRare: changeName((name, rng) => replaceRare(name, rng)),
  nameBlank: changeName((name, rng) => {
    const characters = [...name];
    if (characters.length !== 2) return rng.chance(0.3) ? `${name} ` : `${characters[0]} ${characters.slice(1).join('')}`;
    return characters.join(rng.pick([' ', '  ', '\u3000', '\u3000\u3000']));
  }),
} as const satisfies Record<string, Operator>;

/** Another character that `table` confuses with one of the name's; the surname is rarely the one. */
export function confuse(name: string, rng: Rng, table: ReadonlyMap<string, string>): string {
  const characters = [...name];
  const start = rng.chance(0.1) ? 0 : 1;
  for (let step = 0; step < characters.length; step++) {
    const i = (start + step) % characters.length;
    const others = table.get(characters[i]);
    if (!others || (step === 0 && characters.length > 2 && rng.chance(0.5))) continue;
    characters[i] = rng.pick([...others]);
    break;
  }
  return characters.join('');
}

function changeName(rewrite: (name: string, rng: Rng) => string): Operator {
  return (draft, { rng }) => {
    const before = draft.name;
    draft.name = rewrite(before, rng);
    return draft.name !== before;
  };
}

function rename(draft: Parameters<Operator>[0], name: string, noted: boolean): boolean {
  if (name === draft.name || !draft.child) return false;
  draft.name = name;
  if (noted) draft.formerName = nameOf(draft.child);
  return true;
}

function otherForm(name: string, surname: string, rng: Rng): string {
  const bare = name.startsWith(surname) ? name.slice(surname.length).replace(/^·/, '') : name;
  const known = mongolianForms.find((pair) => pair.includes(bare));
  if (known && rng.chance(0.7)) return known[0] === bare ? known[1] : known[0];
  return bare === name ? surname + name : bare;
}

function replaceRare(name: string, rng: Rng): string {
  for (const character of name) {
    const reading = rareCharacters[character];
    if (!reading) continue;
    const by = rng.int(6);
    if (by === 0) return name.replace(character, '?');
    if (by === 1) return name.replace(character, '*');
    if (by === 2) return name.replace(character, rng.pick(privateUse));
    if (by === 3) return name.replace(character, reading);
    return name.replace(character, by === 4 ? reading.toUpperCase() : '□');
  }
  return name;
}
