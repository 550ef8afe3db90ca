import type { PackedColumn } from '../../kernel/packed-column';

/** A refusal of a whole file: `message` is one Chinese sentence that says what is wrong and what to do now, `en` says it in English. */
export class SheetRefusal extends Error {
  constructor(
    readonly code: SheetRefusalCode,
    message: string,
    readonly en: string = message,
  ) {
    super(message);
    this.name = 'SheetRefusal';
  }
}

export type SheetRefusalCode =
  | 'notFound'
  | 'notASheet'
  | 'protected'
  | 'broken'
  | 'tooLarge'
  | 'tooManyRows'
  | 'tooManyColumns'
  | 'cellTooLong'
  | 'suspicious'
  | 'outOfMemory'
  | 'tooSlow'
  | 'empty'
  | 'cannotWrite';

/** What a file may cost at most; every figure is a setting. */
export type SheetLimits = {
  /** bytes of the file itself */ readonly fileBytes: number;
  /** bytes of a workbook (.xlsx, .xls), whose packed bytes cost far more than those of a text file */ readonly workbookBytes: number;
  /** entries of the archive */ readonly archiveEntries: number;
  /** bytes of the archive once inflated, counted while inflating */ readonly unpackedBytes: number;
  /** unpacked / packed, counted while inflating */ readonly ratio: number;
  readonly rows: number;
  readonly columns: number;
  /** characters of one cell */ readonly cellLength: number;
  /** megabytes of the reading process */ readonly memoryMb: number;
  /** seconds of the reading process */ readonly seconds: number;
};

export type PreviewCell = { readonly text: string; readonly kind: number };

/** The top of one sheet, as the file has it: row numbers and column indexes (from 0) are those of the file. */
export type SheetPreview = {
  readonly name: string;
  readonly hidden: boolean;
  /** sparse: only rows that hold something, each with the number Excel shows */
  readonly rows: readonly { readonly row: number; readonly cells: readonly PreviewCell[] }[];
  /** merged ranges that begin in the previewed rows: rows from 1, columns from 0, ends inclusive */
  readonly merges: readonly { row: number; column: number; lastRow: number; lastColumn: number }[];
  readonly hiddenColumns: readonly number[];
};

export type FilePreview = {
  readonly path: string;
  readonly format: 'xlsx' | 'xls' | 'csv' | 'html';
  /** of a text file: 'utf-8' | 'gb18030' | 'utf-16le' */
  readonly encoding?: string;
  readonly sheets: readonly SheetPreview[];
};

/** What the caller wants of a sheet: columns by index, from the row after the header. */
export type SheetPick = {
  readonly sheet: string;
  /** number of the first data row, as Excel shows it */
  readonly fromRow: number;
  readonly columns: readonly number[];
};

/** The picked columns of one sheet. A row that is empty in every picked column is left out. */
export type PackedSheet = {
  readonly sheet: string;
  /** of each data row the number that Excel shows (of a .csv: the line of the table, a quoted line break not counted) */
  readonly rowNumbers: Uint32Array;
  /** in the order of `pick.columns` */
  readonly columns: readonly PackedColumn[];
};

export type ReadOptions = {
  readonly limits?: Partial<SheetLimits>;
  readonly signal?: AbortSignal;
  /** what a refusal calls the file; by itself the name of the path */
  readonly called?: string;
  /** rows read so far */
  readonly onProgress?: (rows: number) => void;
};

/** A cell that is wrong: red, and with a note that says why. */
export type MarkedCell = { readonly text: string; readonly note: string };

export type CellOut = string | number | null | MarkedCell;

export type ColumnOut = {
  readonly header: string;
  /** in characters */
  readonly width: number;
  /** 'text' cells are written as text whatever they look like; default 'text' */
  readonly kind?: 'text' | 'integer' | 'percent';
  readonly wrap?: boolean;
  /** kept from the eye, still read back */ readonly hidden?: boolean;
  /** what may stand in the column: Excel offers these and warns of others */ readonly choices?: readonly string[];
};

/** One sheet to write; `rows` is pulled as the file is written, so nothing is held in memory but the notes of marked cells. */
export type SheetOut = {
  readonly name: string;
  /** not shown unless somebody asks for it */ readonly hidden?: boolean;
  /** lines above the header: what this list is, and who took it out */ readonly top?: readonly string[];
  /** what every printed page bears at its head, beside the number of the page at its foot */ readonly paper?: string;
  readonly columns: readonly ColumnOut[];
  readonly rows: Iterable<readonly CellOut[]> | AsyncIterable<readonly CellOut[]>;
};
