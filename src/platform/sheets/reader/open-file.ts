import type { FilePreview, PackedSheet, SheetPick } from '../types';

/** Rows read so far. */
export type Progress = (rows: number) => void;

/** A file whose format is known: what each format's reader offers. */
export type OpenFile = {
  preview(): Promise<FilePreview>;
  read(pick: SheetPick, progress: Progress): Promise<PackedSheet>;
};
