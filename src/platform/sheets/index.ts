export { defaultLimits } from './limits';
export { previewFile, readSheets, type Choose } from './read';
export { SheetRefusal } from './types';
export { writeWorkbook, type WriteOptions } from './write/workbook';
export type {
  CellOut,
  ColumnOut,
  FilePreview,
  PackedSheet,
  PreviewCell,
  ReadOptions,
  SheetLimits,
  SheetOut,
  SheetPick,
  SheetPreview,
  SheetRefusalCode,
} from './types';
