import type { Register } from '../../registers/index';
import type { TextCell } from './cells';

/**
 * Where a row came from besides its number. Both are undefined where the number alone says it: a register of one file with
 * one sheet. A class list often has a sheet for each class, and every sheet has a row 2.
 */
export type Sources = { readonly file: TextCell | undefined; readonly sheet: TextCell | undefined };

export function sourcesOf(register: Register): Sources {
  const { files, fileOf } = register;
  const sheets = sheetsOf(register).filter(({ rows }) => rows > 0);
  const ends = new Uint32Array(sheets.length);
  let end = 0;
  sheets.forEach(({ rows }, at) => {
    end += rows;
    ends[at] = end;
  });
  const severalSheets = new Set(sheets.map((sheet) => sheet.file)).size < sheets.length;
  return {
    file: files.length > 1 ? (row) => files[fileOf[row]] : undefined,
    sheet: severalSheets ? (row) => sheets[placeAbove(ends, row)].sheet : undefined,
  };
}

/** As many rows of one sheet of one file. */
type SheetRows = { readonly file: string; readonly sheet: string; readonly rows: number };

/** A register that was read from files knows its sheets, in the order of its rows; one made in memory has none. */
function sheetsOf(register: Register): readonly SheetRows[] {
  return 'mappings' in register && Array.isArray(register.mappings) ? register.mappings : [];
}

/** The first place whose end lies above the row. */
function placeAbove(ends: Uint32Array, row: number): number {
  let [from, to] = [0, ends.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ends[middle] > row) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** 「七年级.xlsx〔2班〕」 for a cell, or undefined where the row number is enough. */
export function sourceCell(register: Register): TextCell | undefined {
  const { file, sheet } = sourcesOf(register);
  if (!sheet) return file;
  return (row) => `${file?.(row) ?? ''}〔${sheet(row)}〕`;
}
