import {
  type PackedSheet,
  type ReadOptions,
  readSheets,
  type SheetLimits,
  type SheetPick,
  type SheetPreview,
} from '../../../platform/sheets/index';
import { type Layout, readColumns, type SheetFacts } from '../rules/layout';
import { recognise } from '../rules/recognise';
import type { RegisterKind } from '../rules/register';
import { firstRows, RegisterRefusal } from './register-refusal';

export type ReadingOptions = {
  readonly limits?: Partial<SheetLimits>;
  readonly signal?: AbortSignal;
  /** rows of all files read so far */ readonly onProgress?: (rows: number) => void;
};

/** A file under a name of its own: what is shown of an upload is its name, not where it lies. */
export type FileSource = { readonly path: string; readonly name: string };

/** The name by which a file is spoken of. */
export function nameOf(source: string | FileSource): string {
  return typeof source === 'string' ? source : source.name;
}

/** A sheet with a header, and the columns that were asked for. */
export type ReadSheet = {
  readonly name: string;
  readonly facts: SheetFacts;
  readonly layout: Layout;
  readonly rows: PackedSheet;
};

/** The sheets of a file that are lists, and the names of hidden ones that were left alone. */
export type ReadFile = { readonly sheets: readonly ReadSheet[]; readonly hidden: readonly string[] };

/** Which columns of a sheet are read: those of the register, or all there are, to be kept as they came. */
export type Columns = 'needed' | 'all';

/**
 * The files in their order; while one is cleaned the next is read. The first failure ends the reading of the other. Throws a
 * `SheetRefusal` for the first file that cannot be read or has no header.
 */
export async function* readFiles(
  kind: RegisterKind,
  sources: readonly (string | FileSource)[],
  columns: Columns,
  options: ReadingOptions,
): AsyncGenerator<ReadFile> {
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const rows = new Array<number>(sources.length).fill(0);
  const start = (at: number) => {
    const onProgress = (read: number) => {
      rows[at] = read;
      options.onProgress?.(rows.reduce((sum, one) => sum + one, 0));
    };
    const reading = readFile(kind, sources[at], columns, {
      ...(options.limits && { limits: options.limits }),
      signal,
      onProgress,
    });
    // It may fail while the file before it is still awaited; whoever awaits it is told then.
    reading.catch(() => undefined);
    return reading;
  };
  const started = sources.slice(0, 2).map((_, at) => start(at));
  try {
    for (let at = 0; at < sources.length; at++) {
      const file = await started[at];
      if (at + 2 < sources.length) started.push(start(at + 2));
      yield file;
    }
  } finally {
    stop.abort();
  }
}

type Found = { readonly preview: SheetPreview; readonly layout: Layout; readonly facts: SheetFacts };

async function readFile(
  kind: RegisterKind,
  source: string | FileSource,
  columns: Columns,
  options: ReadOptions,
): Promise<ReadFile> {
  const [file, path] = [nameOf(source), typeof source === 'string' ? source : source.path];
  let chosen: readonly Found[] = [];
  let hidden: readonly string[] = [];
  const sheets = await readSheets(
    path,
    (preview) => {
      const recognised = preview.sheets.flatMap((sheet) => {
        const found = recognise(kind, sheet);
        return found.ok ? [{ preview: sheet, layout: found.layout, facts: found.facts }] : [];
      });
      if (recognised.length === 0) throw new RegisterRefusal('noHeader', file, { rows: firstRows(kind, preview.sheets) });
      // A hidden sheet is last year's list or a copy, unless it is all there is.
      chosen = recognised.some((sheet) => !sheet.preview.hidden)
        ? recognised.filter((sheet) => !sheet.preview.hidden)
        : recognised;
      hidden = recognised.filter((sheet) => !chosen.includes(sheet)).map((sheet) => sheet.preview.name);
      return chosen.map((found) => pickOf(found, columns));
    },
    typeof source === 'string' ? options : { ...options, called: file },
  );
  return { sheets: sheets.map((rows, at) => ({ ...chosen[at], name: chosen[at].preview.name, rows })), hidden };
}

function pickOf({ preview, layout }: Found, columns: Columns): SheetPick {
  const picked =
    columns === 'needed'
      ? readColumns(layout).map((column) => column.index)
      : Array.from({ length: Math.max(...preview.rows.map(({ cells }) => cells.length)) }, (_, index) => index);
  return { sheet: preview.name, fromRow: layout.fromRow, columns: picked };
}
