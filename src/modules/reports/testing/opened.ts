import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { read, utils } from '@e965/xlsx';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import type { FileAnswer } from '../../../platform/http';
import { previewFile } from '../../../platform/sheets/index';

/** What a file that left says: the lines on top, the headers, the rows, and how many of its cells are formulas. */
export type Opened = {
  readonly top: readonly string[];
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly formulas: number;
};

/** Opens an archive with its password, as whoever received it would. Throws when it does not open. */
export async function openedArchive({ body }: FileAnswer, password: string): Promise<Opened> {
  const bytes = await bytesOf(body);
  const zip = new ZipReader(new Uint8ArrayReader(new Uint8Array(bytes)), { password, useWebWorkers: false });
  const [entry] = await zip.getEntries();
  if (entry === undefined || entry.directory || !entry.encrypted) throw new Error('no locked file in the archive');
  return openedSheet(Buffer.from(await entry.getData(new Uint8ArrayWriter())));
}

/** Opens a workbook by two readers: ours, which refuses what is suspicious, and another one that would see a formula. */
export async function openedSheet(body: FileAnswer['body']): Promise<Opened> {
  const bytes = await bytesOf(body);
  await refuseSuspicious(bytes);
  const sheet = Object.values(read(bytes, { cellFormula: true }).Sheets)[0] ?? {};
  const cells = Object.entries(sheet).filter(([address]) => /^[A-Z]+\d+$/.test(address));
  const formulas = cells.filter(([, cell]) => cell.f !== undefined || cell.t !== 's').length;
  const lines = utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '', blankrows: false });
  const head = lines.findIndex((line) => line.filter((cell) => cell !== '').length > 1);
  const [headers = [], ...rows] = lines.slice(head);
  return { top: lines.slice(0, head).map((line) => line[0] ?? ''), headers, rows, formulas };
}

async function refuseSuspicious(bytes: Buffer): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nol-opened-'));
  try {
    await writeFile(path.join(folder, 'sheet.xlsx'), bytes);
    await previewFile(path.join(folder, 'sheet.xlsx'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function bytesOf(body: FileAnswer['body']): Promise<Buffer> {
  return body instanceof Readable ? buffer(body) : body;
}
