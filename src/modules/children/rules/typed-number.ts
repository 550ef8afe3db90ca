/**
 * Whether what was typed is meant as a number and not as a name: an ID number, a student number (G or L before it) or a telephone
 * number, whole or not yet. Numbers are looked for in the body of a request and stand in no address.
 */
export function looksLikeNumber(typed: string): boolean {
  const bare = typed.normalize('NFKC').replaceAll(/[\s()+-]/g, '');
  return /^[a-z]?\d{4,}x?$/i.test(bare);
}

/** Whether it can be whole: nothing is found by a part of a number. */
export function isWholeNumber(typed: string): boolean {
  const bare = typed.normalize('NFKC').replaceAll(/[\s()+-]/g, '');
  return looksLikeNumber(typed) && bare.length >= 7;
}
