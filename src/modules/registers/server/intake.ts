import path from 'node:path';
import {
  type ReadOptions,
  readSheets,
  type SheetLimits,
  type SheetPick,
  type SheetPreview,
  SheetRefusal,
} from '../../../platform/sheets/index';
import { type Gazetteer, kazuo, makeGazetteer } from '../../area/index';
import { meaningOf } from '../rules/header-names';
import { type Layout, looksLike, recognise, type SheetColumn } from '../rules/recognise';
import type { Register, RegisterKind } from '../rules/register';
import { fill, kindWords, refusalWords } from '../words';
import { RegisterBuilder } from './register-builder';
import { readColumns, type SheetRows } from './sheet-cells';

export type IntakeOptions = {
  readonly limits?: Partial<SheetLimits>;
  readonly signal?: AbortSignal;
  /** rows of all files read so far */ readonly onProgress?: (rows: number) => void;
  /** the county whose names are known; default 喀左 */ readonly gazetteer?: Gazetteer;
};

/** A file that can be read and is no register: `message` says in Chinese what was looked for and what to do. */
export class RegisterRefusal extends SheetRefusal {
  constructor(
    readonly reason: keyof typeof refusalWords,
    file: string,
    facts: Readonly<Record<string, string>> = {},
  ) {
    const known = { ...facts, file: path.basename(file) };
    super('notASheet', fill(refusalWords[reason].zh, known), fill(refusalWords[reason].en, known));
    this.name = 'RegisterRefusal';
  }
}

/** How one sheet was understood, for a page that shows it. */
export type SheetMapping = {
  readonly file: string;
  readonly sheet: string;
  readonly headerRow: number;
  /** rows that name a person */ readonly rows: number;
  readonly columns: readonly SheetColumn[];
};

export type RegisterReading = Register & { readonly mappings: readonly SheetMapping[] };

/**
 * Reads the files of one register: finds the header of every sheet by its names, cleans and checks the rows, and puts
 * all of them into one register. Throws a `SheetRefusal` for the first file that cannot be read or is no register.
 */
export async function readRegister(
  kind: RegisterKind,
  paths: readonly string[],
  options: IntakeOptions = {},
): Promise<RegisterReading> {
  const builder = new RegisterBuilder(kind, options.gazetteer ?? makeGazetteer(kazuo()));
  const mappings: SheetMapping[] = [];
  let fileIndex = 0;
  for await (const found of readAhead(kind, paths, options)) {
    mappings.push(...addFile(builder, kind, { fileIndex, file: paths[fileIndex] }, found));
    fileIndex++;
  }
  return { ...builder.finish(paths), mappings };
}

type ReadSheet = { readonly preview: SheetPreview; readonly layout: Layout; readonly rows: SheetRows };
type ReadFile = { readonly sheets: readonly ReadSheet[]; readonly hidden: readonly string[] };

/** The files in their order; while one is cleaned the next is read. The first failure ends the reading of the other. */
async function* readAhead(kind: RegisterKind, paths: readonly string[], options: IntakeOptions): AsyncGenerator<ReadFile> {
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const rows = new Array<number>(paths.length).fill(0);
  const start = (at: number) => {
    const onProgress = (read: number) => {
      rows[at] = read;
      options.onProgress?.(rows.reduce((sum, one) => sum + one, 0));
    };
    const reading = readFile(kind, paths[at], { ...(options.limits && { limits: options.limits }), signal, onProgress });
    // It may fail while the file before it is still awaited; whoever awaits it is told then.
    reading.catch(() => undefined);
    return reading;
  };
  const started = paths.slice(0, 2).map((_, at) => start(at));
  try {
    for (let at = 0; at < paths.length; at++) {
      const file = await started[at];
      if (at + 2 < paths.length) started.push(start(at + 2));
      yield file;
    }
  } finally {
    stop.abort();
  }
}

async function readFile(kind: RegisterKind, file: string, options: ReadOptions): Promise<ReadFile> {
  let chosen: readonly { readonly preview: SheetPreview; readonly layout: Layout }[] = [];
  let hidden: readonly string[] = [];
  const sheets = await readSheets(
    file,
    (preview) => {
      const recognised = preview.sheets.flatMap((sheet) => {
        const found = recognise(kind, sheet);
        return found.ok ? [{ preview: sheet, layout: found.layout }] : [];
      });
      if (recognised.length === 0) throw new RegisterRefusal('noHeader', file, { rows: firstRows(kind, preview.sheets) });
      // A hidden sheet is last year's list or a copy, unless it is all there is.
      chosen = recognised.some((sheet) => !sheet.preview.hidden)
        ? recognised.filter((sheet) => !sheet.preview.hidden)
        : recognised;
      hidden = recognised.filter((sheet) => !chosen.includes(sheet)).map((sheet) => sheet.preview.name);
      return chosen.map(pickOf);
    },
    options,
  );
  return { sheets: sheets.map((rows, at) => ({ ...chosen[at], rows })), hidden };
}

function pickOf({ preview, layout }: { readonly preview: SheetPreview; readonly layout: Layout }): SheetPick {
  return { sheet: preview.name, fromRow: layout.fromRow, columns: readColumns(layout).map((column) => column.index) };
}

function addFile(
  builder: RegisterBuilder,
  kind: RegisterKind,
  source: { readonly fileIndex: number; readonly file: string },
  { sheets, hidden }: ReadFile,
): SheetMapping[] {
  const { file } = source;
  for (const sheet of hidden) builder.problems.add('hiddenSheet', { file, sheet, row: 0, column: '' });
  const mappings = sheets.map(({ preview, layout, rows }) => {
    const sheet = preview.name;
    const looks = looksLike(layout.columns);
    if (looks && looks !== kind) {
      const [seen, said] = [kindWords[looks], kindWords[kind]];
      const facts = { looks: seen.zh, kind: said.zh, looksEn: seen.en, kindEn: said.en };
      builder.problems.add('looksLikeOther', { file, sheet, row: 0, column: '' }, '', facts);
    }
    const people = builder.add({ ...source, sheet }, layout, rows);
    return { file, sheet, headerRow: layout.headerRow, rows: people, columns: layout.columns };
  });
  if (mappings.every((mapping) => mapping.rows === 0)) throw new RegisterRefusal('noPeople', file);
  return mappings;
}

/** What the top of a file without header looks like; it may be people, so only known headers are shown whole. */
function firstRows(kind: RegisterKind, sheets: readonly SheetPreview[]): string {
  const rows = sheets.find((sheet) => sheet.rows.length > 0)?.rows.slice(0, 3) ?? [];
  const shown = rows.map(({ cells }) => cells.flatMap(({ text }) => (text ? [shape(kind, text)] : [])).slice(0, 8));
  return shown.map((cells) => cells.join('、')).join('；');
}

function shape(kind: RegisterKind, text: string): string {
  if (meaningOf(kind, text)) return text.replace(/\s+/g, '');
  return text.slice(0, 1).replace(/\d/, '#') + '○'.repeat(Math.min(3, Math.max(0, text.length - 1)));
}
