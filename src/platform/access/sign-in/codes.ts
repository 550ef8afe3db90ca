import { randomInt } from 'node:crypto';

/** Without letters and digits that look alike (Crockford's base 32, without U). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 3;
const groupLength = 4;

/** Codes on a sheet of paper. Our choice, as most services give ten. */
const CODES = 10;

/** Ten codes of 60 bits each, `7K3M-9QPT-0XDA`. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: CODES }, () => newCode(groups));
}

/** A code of groups of four characters, 20 bits a group, to be read aloud or typed from paper. */
export function newCode(groupCount: number): string {
  const group = () => Array.from({ length: groupLength }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: groupCount }, group).join('-');
}

/** What was typed as the one form of a code, without dashes; o is 0, i and l are 1. Null when it is no code of that many groups. */
export function normalCode(typed: string, groupCount: number): string | null {
  const plain = typed.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return plain.length === groupCount * groupLength && [...plain].every((letter) => alphabet.includes(letter)) ? plain : null;
}

/** A recovery code in its one form, null when it is none; a code of an authenticator has six digits and is none. */
export function normalRecoveryCode(typed: string): string | null {
  return normalCode(typed, groups);
}
