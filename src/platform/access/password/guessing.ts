import type { WordList } from './blocklist';
import { patternsAt, repeatLength } from './patterns';

/** How hard a password is to guess, in bits, and whether one of the known words is among its cheapest pieces. */
export type Guessing = { readonly bits: number; readonly usesKnown: boolean };

/** Bits of one character that nothing explains. The signs that people put at an end are fewer than those on the keys. */
const characterBits = { digit: 3.3, letter: 5, usualSign: 3.8, otherSign: 5, other: 9 } as const;

/** How often a repeated piece comes. */
const repeatBits = 3;
const longestPeriod = 8;
const shortestRepeat = 3;
const shortestWord = 2;
/** Shorter ones in leetspeak turn up in passwords drawn by lot: 5u, w@n. */
const shortestDisguised = 4;

const leet = { from: '@48(36901!|$57+2', into: 'aabceggoiiissttz' } as const;

/**
 * Cuts a password into the pieces that are cheapest to guess: words of the list and words known about the person and the
 * place, as they are and in leetspeak, in any case, the whole also read backwards; dates, sequences, walks over the keyboard and repetitions; and
 * single characters for what remains.
 */
export function guessing(password: string, list: WordList, known: WordList): Guessing {
  const text = lowered(password.normalize('NFKC'));
  const words = { list, known, seen: new Map() };
  const [forwards, backwards] = [cheapest(text, words), cheapest(text.split('').reverse().join(''), words)];
  return forwards.bits <= backwards.bits ? forwards : backwards;
}

type Words = { readonly list: WordList; readonly known: WordList; readonly seen: Map<string, Guessing> };

function cheapest(text: string, words: Words): Guessing {
  const seen = words.seen.get(text);
  if (seen !== undefined) return seen;
  const bits = new Float64Array(text.length + 1).fill(Number.POSITIVE_INFINITY);
  const usesKnown = new Uint8Array(text.length + 1);
  bits[0] = 0;
  const spellings = spellingsOf(text);
  for (let at = 0; at < text.length; at++) {
    const piece = (length: number, more: number, known = false) => {
      if (bits[at] + more >= bits[at + length]) return;
      bits[at + length] = bits[at] + more;
      usesKnown[at + length] = known ? 1 : usesKnown[at];
    };
    piece(1, bitsOfCharacter(text[at]));
    for (const pattern of patternsAt(text, at)) piece(pattern.length, pattern.bits);
    wordsAt(spellings, at, words.list, (length, more) => piece(length, more));
    wordsAt(spellings, at, words.known, (length, more) => piece(length, more, true));
    repeatsAt(text, at, words, piece);
  }
  const result = { bits: bits[text.length], usesKnown: usesKnown[text.length] === 1 };
  words.seen.set(text, result);
  return result;
}

type Spelling = { readonly text: string; readonly shortest: number };
type Found = (length: number, bits: number) => void;

function wordsAt(spellings: readonly Spelling[], at: number, list: WordList, found: Found): void {
  for (const { shortest, text } of spellings) {
    const longest = Math.min(list.longest, text.length - at);
    for (let length = shortest; length <= longest; length++) {
      const bits = list.bits.get(text.slice(at, at + length));
      if (bits !== undefined) found(length, bits);
    }
  }
}

function repeatsAt(text: string, at: number, words: Words, found: (length: number, bits: number, known?: boolean) => void): void {
  for (let period = 1; period <= longestPeriod && at + period < text.length; period++) {
    const longest = repeatLength(text, at, period);
    if (longest < Math.max(shortestRepeat, 2 * period)) continue;
    const once = cheapest(text.slice(at, at + period), words);
    for (let length = Math.max(shortestRepeat, 2 * period); length <= longest; length++)
      found(length, once.bits + repeatBits, once.usesKnown);
  }
}

/** The text as it is, and as words that were written with digits and signs: 1 and ! stand for i or for l. */
function spellingsOf(text: string): Spelling[] {
  const withI = Array.from({ length: text.length }, (_, at) => {
    const place = leet.from.indexOf(text[at]);
    return place < 0 ? text[at] : leet.into[place];
  });
  const withL = withI.map((character, at) => (/[1!|]/.test(text[at]) ? 'l' : character));
  const disguised = [...new Set([withI.join(''), withL.join('')])].filter((form) => form !== text);
  return [{ text, shortest: shortestWord }, ...disguised.map((form) => ({ text: form, shortest: shortestDisguised }))];
}

function bitsOfCharacter(character: string): number {
  if (/[0-9]/.test(character)) return characterBits.digit;
  if (/[a-z]/.test(character)) return characterBits.letter;
  if (/[!@#$%&*_.,\- ]/.test(character)) return characterBits.usualSign;
  return /[\x21-\x7e]/.test(character) ? characterBits.otherSign : characterBits.other;
}

/** Lower case without a change of length, so that places in both texts stay the same. */
function lowered(text: string): string {
  return Array.from(text, (character) => {
    const lower = character.toLowerCase();
    return lower.length === character.length ? lower : character;
  }).join('');
}
