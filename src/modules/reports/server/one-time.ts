import { randomInt } from 'node:crypto';

/** Letters and digits that nobody takes for one another on paper. */
const clear = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A password of four groups drawn by lot: 80 bits, which the 1,000 rounds of the archive's own derivation need. */
export function newPassword(): string {
  return Array.from({ length: 4 }, () => drawn(4)).join('-');
}

/** The number that a sheet bears on its face: the day, and five signs drawn by lot, so that nobody guesses another one's. */
export function newNumber(day: string): string {
  return `DC-${day.replaceAll('-', '')}-${drawn(5)}`;
}

function drawn(length: number): string {
  return Array.from({ length }, () => clear[randomInt(clear.length)]).join('');
}
