import { checkDigit } from '../../../kernel/id-number';
import { cellKind, type PackedColumn } from '../../../kernel/packed-column';
import type { SheetTop } from '../rules/recognise';

/** A cell of a made-up sheet: text as people type it, or what a spreadsheet says it is. */
export type Cell = string | { readonly text: string; readonly kind: keyof typeof cellKind };

/** A column as the sheet reader packs it: equal cells of one kind are one entry, the empty cell is entry 0. */
export function packedColumn(cells: readonly Cell[]): PackedColumn {
  const numbers = new Map<string, number>([['0/', 0]]);
  const distinct: { text: string; kind: number }[] = [{ text: '', kind: 0 }];
  const codes = Uint32Array.from(cells, (cell) => {
    const { text, kind } = typeof cell === 'string' ? { text: cell, kind: 'text' as const } : cell;
    const key = text === '' ? '0/' : `${cellKind[kind]}/${text}`;
    const number = numbers.get(key) ?? distinct.push({ text, kind: cellKind[kind] }) - 1;
    numbers.set(key, number);
    return number;
  });
  const encoder = new TextEncoder();
  const parts = distinct.map(({ text }) => encoder.encode(text));
  let end = 0;
  const ends = Uint32Array.from(parts, (part) => (end += part.length));
  const bytes = Uint8Array.from(parts.flatMap((part) => [...part]));
  return { codes, entries: { count: distinct.length, bytes, ends, kinds: Uint8Array.from(distinct, ({ kind }) => kind) } };
}

/** The top of a sheet from lines of cells separated by `|`; an empty line is a row that holds nothing. */
export function sheetTop(lines: readonly string[], more: Partial<SheetTop> = {}): SheetTop {
  const rows = lines.flatMap((line, at) => {
    const cells = line.split('|').map((text) => ({ text: text.trim() }));
    return cells.some((cell) => cell.text !== '') ? [{ row: at + 1, cells }] : [];
  });
  return { name: 'Sheet1', rows, merges: [], ...more };
}

/** A valid ID number of nobody we know of; `sequence` is odd for a boy. */
export function anIdNumber(birth = '20120305', sequence = '001', region = '211324'): string {
  const body = region + birth + sequence;
  return body + checkDigit(body);
}
