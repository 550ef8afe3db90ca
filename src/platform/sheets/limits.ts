import type { SheetLimits } from './types';

const MB = 1024 * 1024;

/**
 * What a file may cost at most, unless the settings say otherwise. The biggest honest files we know are a county's
 * residents as .csv (a million rows, 120 MB) and a city's pupil register as .xlsx (300,000 rows × 73 columns).
 */
export const defaultLimits: SheetLimits = {
  // Two million rows of the 73-column register; a text file is read in pieces, so its size costs time and not memory.
  fileBytes: 2048 * MB,
  // The 300,000 × 73 register is 108 MB packed; read in pieces. (SheetJS holds a whole .xls, which ends at 65,536 rows.)
  workbookBytes: 400 * MB,
  // An honest workbook has a dozen parts, one with a photo per pupil some hundreds.
  archiveEntries: 2_000,
  // 300,000 × 73 cells × about 45 bytes of XML are 1 GB; twice that, because prefixes and styles differ between programs.
  unpackedBytes: 2048 * MB,
  // Repeating cells pack 20–60 times, a sheet formatted down to its last row up to 120; a bomb packs 1,000 times.
  ratio: 200,
  rows: 2_000_000,
  // The national pupil template has 73 columns and offices append their own; wider sheets are forms, not lists.
  columns: 400,
  // The longest honest cells are case notes of some hundred characters.
  cellLength: 4_000,
  // Twice the 300,000 × 73 register with every column picked.
  memoryMb: 1024,
  // Ten times what that register takes on a five-year-old office computer.
  seconds: 120,
};

/** The limits of one call: the defaults, except where the settings say otherwise. */
export function limitsWith(settings: Partial<SheetLimits> | undefined): SheetLimits {
  return { ...defaultLimits, ...settings };
}
