/** A run of characters that needs no remembering: its length and how much it adds to the guessing, in bits. */
export type Pattern = { readonly length: number; readonly bits: number };

/** Sequences and walks: 47 keys to begin with, a few directions, a few lengths. */
const runBits = 8;
const shortestRun = 3;
/** One of five other ways at each key. */
const turnBits = 2.3;
/** Rows down and columns right from a key to those that touch it. */
const touching = ['0 1', '0 -1', '1 0', '1 -1', '-1 0', '-1 1'];

/** Days of a hundred years, and years alone. */
const dateBits = { day: 15, month: 10, year: 6.5, dayOfYear: 8.5 } as const;

/** Keys by row, shifted beside unshifted: column n of a row lies above columns n - 1 and n of the row below. */
const rows = [
  ['1234567890-=', '!@#$%^&*()_+'],
  ['qwertyuiop[]\\', 'QWERTYUIOP{}|'],
  ["asdfghjkl;'", 'ASDFGHJKL:"'],
  ['zxcvbnm,./', 'ZXCVBNM<>?'],
] as const;

const places = new Map(
  rows.flatMap(([plain, shifted], row) =>
    [plain, shifted].flatMap((keys) => Array.from(keys, (key, column) => [key, { row, column }] as const)),
  ),
);

const year = '(?:19[3-9]|20[0-4])\\d';
const month = '(?:0[1-9]|1[0-2])';
const day = '(?:0[1-9]|[12]\\d|3[01])';
const gap = '[-./年月 ]?';
const dates = (
  [
    [`${year}${gap}${month}${gap}${day}日?`, dateBits.day],
    [`\\d\\d${month}${day}`, dateBits.day],
    [`${day}${month}${year}`, dateBits.day],
    [`${month}${day}${year}`, dateBits.day],
    [`${year}${gap}${month}`, dateBits.month],
    [`${month}${day}`, dateBits.dayOfYear],
    [`${year}年?`, dateBits.year],
  ] as const
).map(([form, bits]) => ({ form: new RegExp(form, 'y'), bits }));

/** The patterns that begin at a place of a text in lower case: dates, abc, 321, walks over the keyboard; every length of a run. */
export function patternsAt(text: string, at: number): Pattern[] {
  return [...sequencesAt(text, at, 1), ...sequencesAt(text, at, -1), ...walksAt(text, at), ...datesAt(text, at)];
}

/** Of a text that repeats its first `period` characters from a place on, how long it does so. */
export function repeatLength(text: string, at: number, period: number): number {
  let end = at + period;
  while (end < text.length && text[end] === text[end - period]) end++;
  return end - at;
}

function datesAt(text: string, at: number): Pattern[] {
  return dates.flatMap(({ form, bits }) => {
    form.lastIndex = at;
    const found = form.exec(text);
    return found ? [{ length: found[0].length, bits }] : [];
  });
}

function sequencesAt(text: string, at: number, step: 1 | -1): Pattern[] {
  const found: Pattern[] = [];
  for (let end = at + 1; end < text.length && isNext(text[end - 1], text[end], step); end++)
    if (end - at + 1 >= shortestRun) found.push({ length: end - at + 1, bits: runBits });
  return found;
}

function isNext(before: string, after: string, step: number): boolean {
  return /[\p{L}\p{N}]/u.test(before) && after.charCodeAt(0) - before.charCodeAt(0) === step;
}

/** Each key touches the one before it; every change of direction is something to guess. */
function walksAt(text: string, at: number): Pattern[] {
  const found: Pattern[] = [];
  let turns = 0;
  let last: string | undefined;
  for (let end = at + 1; end < text.length; end++) {
    const direction = directionOf(text[end - 1], text[end]);
    if (direction === undefined) break;
    if (last !== undefined && direction !== last) turns++;
    last = direction;
    if (end - at + 1 >= shortestRun) found.push({ length: end - at + 1, bits: runBits + turns * turnBits });
  }
  return found;
}

/** Beside it in its row, or touching it in the row above or below; with Shift or without. */
function directionOf(before: string, after: string): string | undefined {
  const [from, to] = [places.get(before), places.get(after)];
  if (from === undefined || to === undefined) return undefined;
  return touching.find((way) => way === `${to.row - from.row} ${to.column - from.column}`);
}
