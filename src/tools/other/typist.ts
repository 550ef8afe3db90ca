import { pinyin } from 'pinyin-pro';
import type { Rng } from '../demo/random';
import { offeredCharacters, rareReadings } from './names';

/**
 * How a school's clerk makes mistakes: by slips of the keyboard, by the wrong candidate of a pinyin input method, and where
 * paper lists were scanned, by shapes that a reader program confuses. One clerk types a whole school, so errors cluster.
 */
export type Clerk = {
  /** times the county's error rate; 1 on average */ readonly sloppiness: number;
  readonly scans: boolean;
  /** says n for l and s for sh, and types as he says it */ readonly accent: boolean;
};

/** A clerk of a school: most are careful, a few are not (sloppiness is exponentially distributed). */
export function hireClerk(rng: Rng): Clerk {
  return { sloppiness: Math.min(5, -Math.log(1 - rng.next())), scans: rng.chance(0.2), accent: rng.chance(0.4) };
}

// The number pad: which digits a finger hits instead.
const nearDigits = ['12', '024', '1356', '26', '157', '24689', '359', '48', '5790', '68'];
const scannedDigits: Readonly<Record<string, string>> = {
  0: 'O69',
  1: '7lI',
  2: 'Z7',
  3: '8',
  5: '6S',
  6: '85',
  7: '1',
  8: '3B',
  9: '4',
};

/** An ID number after one slip of this clerk; never the same text. */
export function slipInNumber(rng: Rng, clerk: Clerk, id: string): string {
  const at = rng.int(17);
  const digit = Number(id[at]);
  const scanned = scannedDigits[id[at]];
  if (clerk.scans && scanned) return id.slice(0, at) + rng.pick([...scanned]) + id.slice(at + 1);
  const slip = rng.next();
  if (slip < 0.62) return id.slice(0, at) + rng.pick([...nearDigits[digit]]) + id.slice(at + 1);
  if (slip < 0.78) return id.slice(0, at) + id.slice(at + 1);
  if (slip < 0.88 || id[at] === id[at + 1]) return id.slice(0, at) + id[at] + id.slice(at);
  return id.slice(0, at) + id[at + 1] + id[at] + id.slice(at + 2);
}

const scannedShapes = [
  '君群',
  '婷停',
  '玲珍',
  '雯雪',
  '怡恰',
  '宜宣',
  '惠思',
  '家冢',
  '宇字',
  '晓哓',
  '佩侃',
  '琳淋',
  '睿春',
  '恩思',
  '明朋',
  '承永',
];

/** A name after one mistake of this clerk, or the same name where the mistake finds no hold. */
export function slipInName(rng: Rng, clerk: Clerk, name: string): string {
  const characters = [...name];
  const at = characters.length === 1 ? 0 : 1 + rng.int(characters.length - 1);
  if (name.includes('·') && rng.chance(0.6)) return name.replace('·', rng.pick(['.', '・', '', '-', '•']));
  if (rng.chance(0.08) && characters.length > 2) {
    characters.splice(at, 1);
    return characters.join('');
  }
  const shapes = clerk.scans ? scannedShapes.find((pair) => pair.includes(characters[at])) : undefined;
  const choices = shapes ? [...shapes] : sameSound(characters[at], clerk.accent);
  const others = choices.filter((character) => character !== characters[at]);
  if (others.length > 0) characters[at] = rng.pick(others);
  return characters.join('');
}

/** What becomes of a rare character in a system that cannot hold it. */
export function replaceRare(rng: Rng, name: string): string {
  return [...name]
    .map((character) => (rareReadings[character] ? rng.pick(['?', '＊', '\uf0a1', '〓', rareReadings[character]]) : character))
    .join('');
}

function sameSound(character: string, accent: boolean): readonly string[] {
  return soundTable(accent).get(soundOf(character, accent)) ?? [];
}

const tables = new Map<boolean, Map<string, string[]>>();

function soundTable(accent: boolean): Map<string, string[]> {
  const known = tables.get(accent);
  if (known) return known;
  const table = new Map<string, string[]>();
  for (const character of offeredCharacters) {
    const sound = soundOf(character, accent);
    table.set(sound, [...(table.get(sound) ?? []), character]);
  }
  tables.set(accent, table);
  return table;
}

function soundOf(character: string, accent: boolean): string {
  const sound = pinyin(character, { toneType: 'none' });
  return accent
    ? sound
        .replace(/^l/, 'n')
        .replace(/^([szc])h/, '$1')
        .replace(/ng$/, 'n')
    : sound;
}
