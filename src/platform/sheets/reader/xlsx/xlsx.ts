import type { FilePreview, SheetLimits, SheetPick, SheetPreview } from '../../types';
import { refusal } from '../../words';
import type { OpenFile, Progress } from '../open-file';
import { previewOf, previewPacker, previewRows, SheetPacker } from '../packer';
import { type Archive, openArchive } from './archive';
import { loadSharedStrings } from './shared-strings';
import { SheetReader } from './sheet';
import { readWorkbook, type WorkbookSheet } from './workbook';
import { XmlBytes } from './xml-bytes';

/** Opens a workbook of the .xlsx family; nothing of it is inflated that is not a sheet, its strings or its styles. */
export async function openXlsx(file: string, limits: SheetLimits): Promise<OpenFile> {
  const archive = await openArchive(file, limits);
  const workbook = await readWorkbook(file, archive);
  const strings = await loadSharedStrings(file, archive, workbook.sharedStrings);

  async function previewSheet(sheet: WorkbookSheet): Promise<SheetPreview> {
    const packer = previewPacker(file, limits);
    const reader = new SheetReader(packer, strings, workbook, 1);
    reader.maxRows = previewRows;
    await pump(file, archive, sheet, reader);
    const { merges, hiddenColumns } = reader;
    return { name: sheet.name, hidden: sheet.hidden, rows: previewOf(packer), merges, hiddenColumns };
  }

  return {
    async preview(): Promise<FilePreview> {
      const sheets: SheetPreview[] = [];
      for (const sheet of workbook.sheets) sheets.push(await previewSheet(sheet));
      if (sheets.every(({ rows }) => rows.length === 0)) throw refusal(file, 'noCells');
      return { path: file, format: 'xlsx', sheets };
    },
    async read(pick: SheetPick, progress: Progress) {
      const sheet = workbook.sheets.find(({ name }) => name === pick.sheet);
      if (!sheet) throw refusal(file, 'noSheet', { sheet: pick.sheet });
      const packer = new SheetPacker(file, limits, pick.columns);
      await pump(file, archive, sheet, new SheetReader(packer, strings, workbook, pick.fromRow, progress));
      return packer.packed(pick.sheet);
    },
  };
}

async function pump(file: string, archive: Archive, sheet: WorkbookSheet, reader: SheetReader): Promise<void> {
  const xml = new XmlBytes(file, reader);
  reader.xml = xml;
  for await (const piece of archive.pieces(sheet.part)) xml.push(piece);
  xml.end();
}
