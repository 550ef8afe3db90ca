import { checkDigit } from '../../kernel/id-number';
import type { Rng } from './random';

/** The 18-digit number for a 17-digit body (GB 11643-1999). */
export function withCheckDigit(body: string): string {
  return body + checkDigit(body);
}

/** Gives every person a number of their own. */
export type IdIssuer = (area: string, birth: number, male: boolean) => string;

const firstDay = -32872; // 1880-01-01
const lastDay = 20453; // 2025-12-31

/**
 * Numbers are handed out in order of registration within a day, as a police station does it: twins get neighbouring ones.
 * Throws when a day has no number left (500 of each sex).
 */
export function makeIssuer(rng: Rng): IdIssuer {
  const used = new Uint16Array((lastDay - firstDay) * 2);
  const offset = rng.int(500);
  return (area, birth, male) => {
    const slot = (birth - firstDay) * 2 + (male ? 1 : 0);
    const taken = used[slot]++;
    if (taken >= 500) throw new RangeError('more births on one day than there are ID numbers: ask for fewer children');
    const sequence = ((offset + birth * 37 + 1_000_000 + taken) % 500) * 2 + (male ? 1 : 0);
    return withCheckDigit(area + compactDay(birth) + String(sequence).padStart(3, '0'));
  };
}

/** A day as ID numbers and registers write it: 20120305. */
export function compactDay(days: number): string {
  const date = new Date(days * 86_400_000);
  return String(date.getUTCFullYear() * 10000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate());
}
