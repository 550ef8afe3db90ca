import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CellOut } from '../../platform/sheets/types';

/** Writes rows as a comma-separated file (UTF-8 with a byte order mark, CRLF), pulling them as the file is written. */
export async function writeCsv(file: string, rows: Iterable<readonly CellOut[]>): Promise<void> {
  await pipeline(Readable.from(chunks(rows)), createWriteStream(file));
}

function* chunks(rows: Iterable<readonly CellOut[]>): Generator<Buffer> {
  let text = '\ufeff';
  for (const row of rows) {
    text += `${csvLine(row)}\r\n`;
    if (text.length > 1 << 18) {
      yield Buffer.from(text);
      text = '';
    }
  }
  yield Buffer.from(text);
}

function csvLine(row: readonly CellOut[]): string {
  let line = '';
  for (let i = 0; i < row.length; i++) {
    const cell = row[i];
    const text = cell === null ? '' : String(cell);
    line += (i === 0 ? '' : ',') + (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  }
  return line;
}
