export { previewFile, readSheets } from './read';
export { type HeadedTable, readTables } from './tables';
export type {
  CellOut,
  ColumnOut,
  FilePreview,
  PackedSheet,
  ReadOptions,
  SheetLimits,
  SheetOut,
  SheetPick,
  SheetPreview,
} from './types';
export { SheetRefusal } from './types';
export { readUploaded } from './uploaded';
export { writeWorkbook } from './write/workbook';
export { workbookBytes, workbookFile, workbookType } from './write/workbook-bytes';
