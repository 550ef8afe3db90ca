import { fstatSync } from 'node:fs';
import type { FilePreview, SheetLimits, SheetPick } from '../../types';
import { refusal } from '../../words';
import type { OpenFile, Progress } from '../open-file';
import { previewOf, previewPacker, previewRows, SheetPacker } from '../packer';
import { sniffDelimiter } from './delimiter';
import { detectEncoding } from './encoding';
import { CsvScanner } from './scanner';
import { textSource } from './source';

// Fits the second-level cache of an office computer together with the hash tables in use.
const firstBlock = 256 * 1024;
// 400 cells of 4,000 three-byte characters; a longer "row" is a quote that was never closed.
const longestRow = 8 * 1024 * 1024;

/** Opens a delimited text; it counts as one sheet without a name. */
export function openCsv(file: string, handle: number, limits: SheetLimits): OpenFile {
  const encoding = detectEncoding(file, handle);
  // Transcoded Chinese grows by half; the estimate only decides how far ahead memory is asked for.
  const bytesInAll = fstatSync(handle).size * (encoding.name === 'utf-8' ? 1 : 1.4);
  const { delimiter, skipFirstLine } = sniffDelimiter(file, textSource(file, handle, encoding));
  function scanAll(packer: SheetPacker, fromRow: number, maxRows: number, progress?: Progress): void {
    const scanner = new CsvScanner(packer, delimiter, skipFirstLine ? Math.max(2, fromRow) : fromRow);
    const source = textSource(file, handle, encoding);
    let block = Buffer.allocUnsafeSlow(firstBlock);
    let [held, bytesDone] = [0, 0];
    for (;;) {
      const read = source.fill(block.subarray(0, block.length - 1), held);
      const length = held + read;
      const done = scanner.scan(block, length, read === 0, maxRows);
      if (read === 0 || packer.row >= maxRows) return;
      progress?.(packer.row);
      bytesDone += done;
      packer.expect(bytesDone / bytesInAll);
      held = length - done;
      if (held > longestRow) throw refusal(file, 'openQuote', { row: scanner.rowNumber + 1 });
      const next = held * 2 > block.length ? Buffer.allocUnsafeSlow(block.length * 2) : block;
      block.copy(next, 0, done, length);
      block = next;
    }
  }
  return {
    async preview(): Promise<FilePreview> {
      const packer = previewPacker(file, limits);
      scanAll(packer, 1, previewRows);
      if (packer.row === 0) throw refusal(file, 'noCells');
      const sheet = { name: '', hidden: false, rows: previewOf(packer), merges: [], hiddenColumns: [] };
      return { path: file, format: 'csv', encoding: encoding.name, sheets: [sheet] };
    },
    async read(pick: SheetPick, progress: Progress) {
      const packer = new SheetPacker(file, limits, pick.columns);
      scanAll(packer, pick.fromRow, Number.POSITIVE_INFINITY, progress);
      return packer.packed(pick.sheet);
    },
  };
}
