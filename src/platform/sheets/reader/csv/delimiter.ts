import { refusal } from '../../words';
import type { TextSource } from './source';

export type Delimiter = {
  readonly delimiter: number;
  /** the first line is Excel's own `sep=;` */
  readonly skipFirstLine: boolean;
};

const candidates = [',', '\t', ';'];
const linesLookedAt = 30;
// The longest honest one-column lists are addresses; a letter or a web page has longer lines.
const longestLoneCell = 80;

/** The delimiter by which most of the first lines have the same number of cells; refuses what has no columns and is no list. */
export function sniffDelimiter(file: string, source: TextSource): Delimiter {
  const head = Buffer.alloc(64 * 1024);
  const text = head.toString('utf8', 0, source.fill(head, 0));
  if (text.includes('\u0000')) throw refusal(file, 'notText');
  const declared = /^sep=(.)\r?\n/i.exec(text);
  if (declared) return { delimiter: declared[1].charCodeAt(0), skipFirstLine: true };
  if (/^\s*<[!?a-z]/i.test(text)) throw refusal(file, 'webPage');
  const lines = withoutQuoted(text).split(/\r\n|\n|\r/, linesLookedAt);
  const scores = candidates.map((candidate) => score(lines, candidate));
  const best = scores.indexOf(Math.max(...scores));
  if (scores[best] === 0) refuseProse(file, lines);
  return { delimiter: candidates[best].charCodeAt(0), skipFirstLine: false };
}

/** Quoted cells may hold delimiters and line breaks, which say nothing about the table. */
function withoutQuoted(text: string): string {
  return text.replace(/(^|[,;\t\r\n])"(?:[^"]|"")*(?:"|$)/g, '$1');
}

function score(lines: readonly string[], delimiter: string): number {
  const tally = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(delimiter).length - 1;
    if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1);
  }
  // Lines that agree weigh most; among equals the delimiter that occurs oftener.
  return Math.max(0, ...[...tally].map(([count, agreeing]) => agreeing * 1000 + count));
}

function refuseProse(file: string, lines: readonly string[]): void {
  const filled = lines.filter((line) => line.trim() !== '');
  const looksWritten = filled.some((line) => line.length > longestLoneCell || /[。？！；]|^\s*[{[]/.test(line));
  if (looksWritten) throw refusal(file, 'prose');
}
