import type { SheetOut } from '../types';
import { type WriteOptions, writeParts } from './workbook';
import { BytesTarget } from './zip';

/** What a workbook is called on the wire. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook in memory: what it says never lies on a disk as it is. It takes about a tenth of its texts. */
export async function workbookBytes(sheets: Iterable<SheetOut>, options: WriteOptions = {}): Promise<Buffer> {
  options.signal?.throwIfAborted();
  const target = new BytesTarget();
  await writeParts(target, sheets, options);
  return target.bytes();
}

/** A workbook as a file to send. */
export async function workbookFile(
  name: string,
  sheets: Iterable<SheetOut>,
): Promise<{ readonly name: string; readonly mediaType: string; readonly body: Buffer }> {
  return { name, mediaType: workbookType, body: await workbookBytes(sheets) };
}
