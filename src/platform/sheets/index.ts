export { defaultLimits } from './limits';
export { type Choose, previewFile, readSheets } from './read';
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
export { SheetRefusal } from './types';
export { type WriteOptions, writeWorkbook } from './write/workbook';
