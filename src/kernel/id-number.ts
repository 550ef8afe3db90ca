import { dayNumber } from './day';

/**
 * ID numbers after GB 11643-1999: six digits of region, eight of birth, three of sequence (odd male, even female), one
 * that checks the others. A number is worked with as its key, one double, because a register holds a million of them.
 */
export type IdNumber = {
  readonly ok: true;
  /** where the number was first given out, not where the person is registered today */ readonly region: number;
  /** days since 1970-01-01 */ readonly birth: number;
  readonly sequence: number;
  /** 1 male, 2 female (GB/T 2261.1) */ readonly sex: 1 | 2;
};

export type IdRefusal = 'length' | 'characters' | 'date' | 'check' | 'region';

/** One slip of the hand that turns a number people wrote into a valid one. */
export type NearNumber = { readonly key: number; readonly edit: 'digit' | 'swap' | 'dropped' | 'extra' | 'century' };

/** The check character of a body of 17 digits. */
export function checkDigit(body17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (body17.charCodeAt(i) - 48) * weights[i];
  return checkCharacters[sum % 11];
}

/** What an ID number of 18 or 15 characters says, or why it is none. */
export function parseIdNumber(text: string): IdNumber | { readonly ok: false; readonly reason: IdRefusal } {
  if (text.length !== 18 && text.length !== 15) return { ok: false, reason: 'length' };
  const digits = digitsOf(text);
  if (digits.some((digit, i) => digit < 0 || (digit === 10 && i !== 17))) return { ok: false, reason: 'characters' };
  for (let i = 0; i < digits.length; i++) scratch[i] = digits[i];
  const key = keyOfScratch(digits.length);
  if (key < 0) return { ok: false, reason: refusals[-key] };
  const sequence = key % 1000;
  const birth = birthOfIdKey(key);
  return { ok: true, region: Math.floor(key / regionStep), birth, sequence, sex: sexOfIdKey(key) };
}

/** A 15-character number written with 18 (the century is 19, the check character is worked out); others as they are. */
export function upgradeIdNumber(text: string): string {
  if (!/^\d{15}$/.test(text)) return text;
  const body = `${text.slice(0, 6)}19${text.slice(6)}`;
  return body + checkDigit(body);
}

/** One number for a valid ID number (of 15 characters: of its upgraded form), the same for no other; -1 if it is not valid. */
export function idKey(text: string): number {
  const length = text.length;
  if (length !== 18 && length !== 15) return -1;
  for (let i = 0; i < length; i++) scratch[i] = digitOf(text.charCodeAt(i));
  return validKeyOfScratch(length);
}

/** `idKey` of the ASCII bytes `[from, to)`, without making a string. */
export function idKeyOfBytes(bytes: Uint8Array, from: number, to: number): number {
  const length = to - from;
  if (length !== 18 && length !== 15) return -1;
  for (let i = 0; i < length; i++) scratch[i] = digitOf(bytes[from + i]);
  return validKeyOfScratch(length);
}

/** The birth that a key holds, in days since 1970-01-01. */
export function birthOfIdKey(key: number): number {
  return (Math.floor(key / 1000) % birthSpan) + firstBirth;
}

/** The sex that a key holds: 1 male, 2 female. */
export function sexOfIdKey(key: number): 1 | 2 {
  return key % 2 === 1 ? 1 : 2;
}

/**
 * The valid numbers one slip away from a number that is not valid: one digit wrong or unreadable, two neighbours swapped,
 * one digit forgotten or one too many, or a child's number in the old form of 15 digits. Nothing for a valid number.
 */
export function nearNumbers(text: string): NearNumber[] {
  const found = new Map<number, NearNumber['edit']>();
  const digits = digitsOf(text);
  if (text.length === 18 && idKey(text) < 0) {
    oneDigitWrong(digits, found);
    if (!digits.includes(-1)) neighboursSwapped(digits, found);
  }
  if (text.length === 17 && !digits.includes(-1)) oneDigitForgotten(digits, found);
  if (text.length === 19 && !digits.includes(-1)) oneDigitTooMany(digits, found);
  if (text.length === 15 && !digits.includes(-1) && idKey(text) < 0) otherCentury(digits, found);
  return [...found].map(([key, edit]) => ({ key, edit }));
}

/** As much of an ID number as a message may show: the first four characters at most, never the tail. */
export function maskId(text: string): string {
  const kept = Math.min(4, Math.floor(text.length / 3));
  return text.slice(0, kept) + '*'.repeat(text.length - kept);
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1];
const checkCharacters = '10X98765432';

const [firstYear, lastYear] = [1900, 2100];
/**
 * Numbers of 15 digits were given out until 1999 and always mean 19xx. One that says 1900–1929 is today nearly always a
 * child's number that lost its century, so it is not taken for a person of a hundred: our choice.
 */
const firstOldYear = 1930;
const firstBirth = dayNumber(firstYear, 1, 1) ?? 0;
const birthSpan = 80_000;
const regionStep = birthSpan * 1000;

/** First two digits of a region: GB/T 2260; 83 is the residence permit for people from Taiwan. */
const provinces = new Set([
  11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71,
  81, 82, 83,
]);
const knownProvince = Uint8Array.from({ length: 100 }, (_, code) => (provinces.has(code) ? 1 : 0));

/** Of each month from January 1900 its first day, so that a date costs two look-ups. */
const monthStarts = Int32Array.from({ length: (lastYear - firstYear + 1) * 12 + 1 }, (_, month) => {
  return dayNumber(firstYear + Math.floor(month / 12), (month % 12) + 1, 1) ?? 0;
});

/** The digits of the number at hand; X is 10, anything else -1. */
const scratch = new Int8Array(20);
const refusals: readonly IdRefusal[] = ['length', 'characters', 'region', 'date', 'check'];

function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  return code === 88 ? 10 : -1;
}

function digitsOf(text: string): number[] {
  return Array.from(text, (character) => digitOf(character.charCodeAt(0)));
}

function validKeyOfScratch(length: number): number {
  const key = keyOfScratch(length);
  return key < 0 ? -1 : key;
}

/** The key of the digits in `scratch`, or minus the index of the refusal. */
function keyOfScratch(length: number): number {
  const s = scratch;
  const old = length === 15;
  const body = old ? 15 : 17;
  let sum = old ? 0 : s[17];
  if (sum < 0) return -1;
  for (let i = 0; i < body; i++) {
    if (s[i] < 0 || s[i] > 9) return -1;
    sum += s[i] * weights[i];
  }
  const province = s[0] * 10 + s[1];
  // The card of a foreign permanent resident (2023 form) has a 9 before the province.
  if (knownProvince[province] === 0 && !(s[0] === 9 && knownProvince[s[1] * 10 + s[2]] === 1)) return -2;
  const year = old ? 1900 + s[6] * 10 + s[7] : s[6] * 1000 + s[7] * 100 + s[8] * 10 + s[9];
  if (old && year < firstOldYear) return -3;
  const rest = old ? 8 : 10;
  const birth = birthIndex(year, s[rest] * 10 + s[rest + 1], s[rest + 2] * 10 + s[rest + 3]);
  if (birth < 0) return -3;
  if (!old && sum % 11 !== 1) return -4;
  const region = s[0] * 100000 + s[1] * 10000 + s[2] * 1000 + s[3] * 100 + s[4] * 10 + s[5];
  return region * regionStep + birth * 1000 + s[rest + 4] * 100 + s[rest + 5] * 10 + s[rest + 6];
}

/** Days since 1900-01-01, or -1 where the calendar has no such day. */
function birthIndex(year: number, month: number, date: number): number {
  if (year < firstYear || year > lastYear || month < 1 || month > 12 || date < 1) return -1;
  const index = (year - firstYear) * 12 + month - 1;
  const day = monthStarts[index] + date - 1;
  return day < monthStarts[index + 1] ? day - firstBirth : -1;
}

type Found = Map<number, NearNumber['edit']>;

function note(found: Found, edit: NearNumber['edit']): void {
  const key = validKeyOfScratch(18);
  if (key >= 0 && !found.has(key)) found.set(key, edit);
}

/** Fills `scratch` position `at` with the one digit that makes the other 17 check; says whether there is one. */
function solveAt(at: number): boolean {
  let sum = 0;
  for (let i = 0; i < 18; i++) if (i !== at) sum += scratch[i] * weights[i];
  const last = at === 17 ? 10 : 9;
  for (let digit = 0; digit <= last; digit++) {
    if ((sum + digit * weights[at]) % 11 !== 1) continue;
    scratch[at] = digit;
    return true;
  }
  return false;
}

/** With every weight invertible modulo 11 each position has at most one digit that would mend the number. */
function oneDigitWrong(digits: readonly number[], found: Found): void {
  const unreadable = digits.flatMap((digit, i) => (digit < 0 || (digit === 10 && i < 17) ? [i] : []));
  if (unreadable.length > 1) return;
  for (const at of unreadable.length === 1 ? unreadable : digits.keys()) {
    scratch.set(digits);
    if (solveAt(at)) note(found, 'digit');
  }
}

function neighboursSwapped(digits: readonly number[], found: Found): void {
  for (let at = 0; at < 17; at++) {
    scratch.set(digits);
    scratch[at] = digits[at + 1];
    scratch[at + 1] = digits[at];
    note(found, 'swap');
  }
}

function oneDigitForgotten(digits: readonly number[], found: Found): void {
  for (let at = 0; at < 18; at++) {
    for (let i = 0; i < 17; i++) scratch[i < at ? i : i + 1] = digits[i];
    scratch[at] = 0;
    if (scratch.subarray(0, 17).includes(10)) continue;
    if (solveAt(at)) note(found, 'dropped');
  }
}

function oneDigitTooMany(digits: readonly number[], found: Found): void {
  for (let at = 0; at < 19; at++) {
    for (let i = 0; i < 18; i++) scratch[i] = digits[i < at ? i : i + 1];
    note(found, 'extra');
  }
}

/** A child's number copied into an old form lost the 20 of its year and its check digit. */
function otherCentury(digits: readonly number[], found: Found): void {
  for (let i = 0; i < 15; i++) scratch[i < 6 ? i : i + 2] = digits[i];
  scratch[6] = 2;
  scratch[7] = 0;
  scratch[17] = 0;
  if (!scratch.subarray(0, 17).includes(10) && solveAt(17)) note(found, 'century');
}
