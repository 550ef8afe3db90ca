import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SheetOut } from '../types';
import { writeWorkbook } from './workbook';

/** What a workbook is called on the wire. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A small workbook in memory; it is written beside the system's other temporary files, readable by nobody else, and gone at once. */
export async function workbookBytes(sheets: Iterable<SheetOut>): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nol-sheet-'));
  try {
    const file = path.join(folder, 'sheet.xlsx');
    await writeWorkbook(file, sheets);
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
