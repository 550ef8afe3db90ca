import { likeness, likenessOf, unreadable } from './characters';
import type { NameTable } from './name-table';

/** How two names agree, from best to worst; the numbers are places in the table of weights. */
export const nameLevel = {
  missing: 0,
  exact: 1,
  /** same characters written another way: traditional, variant, dots, private-use stand-in */ folded: 2,
  /** one side's former name */ former: 3,
  /** 同音: every differing character sounds alike */ sound: 4,
  /** 形近, or shape and sound mixed */ shape: 5,
  /** same characters in another order */ swapped: 6,
  /** a character could not be typed, or one is missing, or the short form of a long name */ partial: 7,
  /** surname and part of the given name, as brothers and sisters often have */ oneCharacter: 8,
  /** same given name under another surname */ givenOnly: 9,
  surnameOnly: 10,
  different: 11,
} as const;
export const nameLevels = 12;

/** The level of two names (numbers in one table); 0 is the missing name. */
export function compareNames(table: NameTable, a: number, b: number): number {
  if (a === 0 || b === 0) return nameLevel.missing;
  if (a === b) return nameLevel.exact;
  const a0 = table.ends[a - 1];
  const b0 = table.ends[b - 1];
  const na = table.ends[a] - a0;
  const nb = table.ends[b] - b0;
  // A name of dots only holds no character at all.
  if (na === 0 || nb === 0) return nameLevel.missing;
  if (na === nb) return sameLength(table, a, b, na);
  return otherLength(table, na > nb ? a0 : b0, Math.max(na, nb), na > nb ? b0 : a0, Math.min(na, nb));
}

function sameLength(table: NameTable, nameA: number, nameB: number, length: number): number {
  const { chars } = table;
  const a = table.ends[nameA - 1];
  const b = table.ends[nameB - 1];
  const surname = table.surname[nameA];
  let sound = 0;
  let shape = 0;
  let unread = 0;
  let other = 0;
  let surnameDiffers = false;
  for (let at = 0; at < length; at++) {
    const ca = chars[a + at];
    const cb = chars[b + at];
    if (ca === cb && ca !== unreadable) continue;
    const like = likenessOf(ca, cb);
    if (like === likeness.sound || like === likeness.nearSound) sound++;
    else if (like === likeness.shape) shape++;
    else if (like === likeness.unreadable) unread++;
    else {
      other++;
      surnameDiffers ||= at < surname;
    }
  }
  const differing = sound + shape + unread + other;
  if (differing === 0) return nameLevel.folded;
  if (unread === 0 && table.bag[nameA] === table.bag[nameB]) return nameLevel.swapped;
  if (other === 0) return alike(sound, shape, unread, length);
  if (length >= longName) {
    const level = longLevel(table, a, length, b, length);
    if (level !== nameLevel.different) return level;
  }
  return unlike(length, other, differing, surnameDiffers, surname);
}

/** All differences are of a kind that hands make; but a name that agrees in nothing is not made alike by sound alone. */
function alike(sound: number, shape: number, unread: number, length: number): number {
  if (unread > 0) return unread < length && unread + sound + shape < length ? nameLevel.partial : nameLevel.different;
  return shape === 0 ? nameLevel.sound : nameLevel.shape;
}

function unlike(length: number, other: number, differing: number, surnameDiffers: boolean, surname: number): number {
  if (surnameDiffers) return differing <= surname && length - surname >= 1 ? nameLevel.givenOnly : nameLevel.different;
  return other === 1 && length - surname >= 2 ? nameLevel.oneCharacter : nameLevel.surnameOnly;
}

function otherLength(table: NameTable, long: number, longLength: number, short: number, shortLength: number): number {
  const { chars } = table;
  if (shortLength >= 2 && isSubsequence(chars, long, longLength, short, shortLength)) return nameLevel.partial;
  if (shortLength >= longName - 1) {
    const level = longLevel(table, long, longLength, short, shortLength);
    if (level !== nameLevel.different) return level;
  }
  return chars[long] === chars[short] ? nameLevel.surnameOnly : nameLevel.different;
}

function isSubsequence(chars: Uint32Array, long: number, longLength: number, short: number, shortLength: number): boolean {
  let found = 0;
  for (let at = 0; at < longLength && found < shortLength; at++) {
    const wanted = chars[short + found];
    if (chars[long + at] === wanted || wanted === unreadable) found++;
  }
  return found === shortLength;
}

/** Names of this many characters and more (Mongolian, Uyghur, Latin letters) are compared by how much of them was spoilt. */
const longName = 5;

function longLevel(table: NameTable, a: number, na: number, b: number, nb: number): number {
  const cost = editCost(table, a, na, b, nb);
  if (cost <= 1.3 || cost <= 0.15 * na) return nameLevel.partial;
  return cost <= 0.35 * na ? nameLevel.oneCharacter : nameLevel.different;
}

/** Edit distance in which a character that sounds or looks alike costs 0.3; names that differ by more than four in length are far apart. */
function editCost(table: NameTable, a: number, na: number, b: number, nb: number): number {
  if (Math.abs(na - nb) > 4) return na + nb;
  let row = Array.from({ length: nb + 1 }, (_, at) => at);
  for (let i = 1; i <= na; i++) {
    const next = [i];
    for (let j = 1; j <= nb; j++) {
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + substitution(table.chars[a + i - 1], table.chars[b + j - 1]));
    }
    row = next;
  }
  return row[nb];
}

function substitution(a: number, b: number): number {
  if (a === b) return 0;
  return likenessOf(a, b) === likeness.none ? 1 : 0.3;
}
