import { dayNumber, formatDay } from './day';

/** Result of reading an ID number (GB 11643-1999). `birth` is in days since 1970-01-01, `sex` as GB/T 2261.1. */
export type IdNumber = { readonly ok: true; readonly key: number; readonly birth: number; readonly sex: 1 | 2; readonly region: number };
export type BadIdNumber = { readonly ok: false; readonly reason: 'length' | 'characters' | 'region' | 'date' | 'check' };

const factors = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';
/** First two digits of a region: GB/T 2260 provinces, and 81–83 of residents from Hong Kong, Macao and Taiwan. */
const provinces = new Set([11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83]);
const firstBirth = -25_567; // 1900-01-01
const births = 73_414; // to 2100-12-31
const encoder = new TextEncoder();

/** The check character of seventeen digits. */
export function checkDigit(body: string): string {
  let sum = 0;
  for (let at = 0; at < 17; at++) sum += factors[at] * (body.charCodeAt(at) - 48);
  return checkCharacters[sum % 11];
}

/** Reads an ID number of 18 characters, or of 15 as issued before 2000 (the century is 19). */
export function parseIdNumber(text: string): IdNumber | BadIdNumber {
  const bytes = encoder.encode(text);
  if (bytes.length !== 18 && bytes.length !== 15) return { ok: false, reason: 'length' };
  if (!/^\d{15}$|^\d{17}[\dXx]$/.test(text)) return { ok: false, reason: 'characters' };
  const key = idKeyOfBytes(bytes, 0, bytes.length);
  if (key >= 0) return { ok: true, key, birth: birthOfIdKey(key), sex: sexOfIdKey(key), region: regionOf(key) };
  if (!provinces.has(Number(text.slice(0, 2)))) return { ok: false, reason: 'region' };
  const digits = text.length === 15 ? `${text.slice(0, 6)}19${text.slice(6)}` : text;
  return { ok: false, reason: birthOfDigits(digits) === undefined ? 'date' : 'check' };
}

function birthOfDigits(digits: string): number | undefined {
  const birth = dayNumber(Number(digits.slice(6, 10)), Number(digits.slice(10, 12)), Number(digits.slice(12, 14)));
  return birth === undefined || birth < firstBirth || birth >= firstBirth + births ? undefined : birth;
}

/** A number below 2^53 that is equal for equal people: region, birth and sequence of a valid number; -1 for any other text. */
export function idKey(text: string): number {
  const bytes = encoder.encode(text);
  return idKeyOfBytes(bytes, 0, bytes.length);
}

/** `idKey` without making a string: for columns of a million numbers. */
export function idKeyOfBytes(bytes: Uint8Array, from: number, to: number): number {
  const length = to - from;
  if (length !== 18 && length !== 15) return -1;
  const digits = length === 18 ? 17 : 15;
  for (let at = from; at < from + digits; at++) if (bytes[at] < 48 || bytes[at] > 57) return -1;
  const date = length === 18 ? from + 6 : from + 4; // of 15 digits, the two before the year stand where the century would
  const year = length === 18 ? number(bytes, from + 6, 4) : 1900 + number(bytes, from + 6, 2);
  const birth = dayNumber(year, number(bytes, date + 4, 2), number(bytes, date + 6, 2));
  if (birth === undefined || birth < firstBirth || birth >= firstBirth + births) return -1;
  if (!provinces.has(number(bytes, from, 2))) return -1;
  if (length === 18 && !checkFits(bytes, from)) return -1;
  return (number(bytes, from, 6) * births + (birth - firstBirth)) * 1000 + number(bytes, from + digits - 3, 3);
}

function checkFits(bytes: Uint8Array, from: number): boolean {
  let sum = 0;
  for (let at = 0; at < 17; at++) sum += factors[at] * (bytes[from + at] - 48);
  const last = bytes[from + 17];
  return checkCharacters.charCodeAt(sum % 11) === (last === 0x78 ? 0x58 : last);
}

function number(bytes: Uint8Array, from: number, length: number): number {
  let value = 0;
  for (let at = from; at < from + length; at++) value = value * 10 + (bytes[at] - 48);
  return value;
}

/** Birth in days since 1970-01-01 of a key that is not -1. */
export function birthOfIdKey(key: number): number {
  return (Math.floor(key / 1000) % births) + firstBirth;
}

/** 1 male, 2 female: the last digit of the sequence is odd for males. */
export function sexOfIdKey(key: number): 1 | 2 {
  return key % 2 === 1 ? 1 : 2;
}

function regionOf(key: number): number {
  return Math.floor(key / 1000 / births);
}

/** The number of a key, written out. */
export function idOfKey(key: number): string {
  const body = `${regionOf(key)}${formatDay(birthOfIdKey(key)).replaceAll('-', '')}${String(key % 1000).padStart(3, '0')}`;
  return body + checkDigit(body);
}

export type NearNumber = { readonly key: number; readonly slip: 'digit' | 'swap' | 'dropped' | 'extra' };

/**
 * The valid numbers one slip away from a text that is none: one character wrong, two neighbours swapped, one left out or
 * one too many. The check character leaves about one candidate a place. Candidates only: never a repair.
 */
export function nearNumbers(text: string): NearNumber[] {
  const upper = text.toUpperCase();
  if (!/^[\dX]{17,19}$/.test(upper)) return [];
  const found = new Map<number, NearNumber>();
  const consider = (candidate: string, slip: NearNumber['slip']) => {
    const key = idKey(candidate);
    if (key >= 0 && !found.has(key)) found.set(key, { key, slip });
  };
  if (upper.length === 17) for (let at = 0; at <= 17; at++) for (const c of characters(at)) consider(upper.slice(0, at) + c + upper.slice(at), 'dropped');
  if (upper.length === 19) for (let at = 0; at < 19; at++) consider(upper.slice(0, at) + upper.slice(at + 1), 'extra');
  if (upper.length === 18) {
    for (let at = 0; at < 18; at++) for (const c of characters(at)) consider(upper.slice(0, at) + c + upper.slice(at + 1), 'digit');
    for (let at = 0; at < 17; at++) consider(upper.slice(0, at) + upper[at + 1] + upper[at] + upper.slice(at + 2), 'swap');
  }
  return [...found.values()];
}

function characters(place: number): string {
  return place === 17 ? '0123456789X' : '0123456789';
}

/** What a screen or a message may show of an ID number: its first four digits, never the tail. */
export function maskId(text: string): string {
  return text.length <= 4 ? '*'.repeat(text.length) : text.slice(0, 4) + '*'.repeat(text.length - 4);
}
