import type { CellOut, ColumnOut } from '../types';
import { columnLetters } from '../words';
import { styles } from './parts';

/** What one cell of Excel holds at most, in characters. */
const longestCell = 32_767;
// The blanks would be lost without `xml:space`.
const blankEdge = /^\s|\s$/;
// What XML cannot hold: control characters, the two non-characters, half surrogate pairs.
const notXml =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const special = /[&<>\r]|_x[0-9A-Fa-f]{4}_/g;
const needsCare = /[\u0000-\u001f\ud800-\udfff\ufffe\uffff&<>]|_x/;
/** With these a text turns into a formula when someone edits the cell or saves it as .csv (SEC-17). */
export const formulaStart = /^[=+\-@\t\r\u0000＝＋－＠]/;

/** How the cells of one column are written: each with the letters of its address and its style. */
export type CellWriter = (row: number, cell: CellOut) => string;

/** `onNote` hears of every marked cell. */
export function cellWriter(column: ColumnOut, index: number, onNote: (note: CellNote) => void): CellWriter {
  const letters = columnLetters(index);
  const plain = column.wrap ? styles.wrapped : styles.text;
  const quoted = column.wrap ? styles.quotedWrapped : styles.quoted;
  const numeric = column.kind === 'integer' ? styles.integer : column.kind === 'percent' ? styles.percent : undefined;
  return (row, cell) => {
    if (cell === null || cell === '') return '';
    if (typeof cell === 'number' && numeric !== undefined && Number.isFinite(cell)) {
      return `<c r="${letters}${row}" s="${numeric}"><v>${cell}</v></c>`;
    }
    if (typeof cell === 'object') {
      onNote({ row, column: index, text: cell.note });
      return textCell(`${letters}${row}`, formulaStart.test(cell.text) ? styles.wrongQuoted : styles.wrong, cell.text);
    }
    const text = String(cell);
    return textCell(`${letters}${row}`, formulaStart.test(text) ? quoted : plain, text);
  };
}

/** A note at a cell: rows from 1, columns from 0. */
export type CellNote = { readonly row: number; readonly column: number; readonly text: string };

/** A cell that is text whatever it looks like. */
export function textCell(address: string, style: number, text: string): string {
  const kept = text.length > longestCell ? `${text.slice(0, longestCell - 1)}…` : text;
  const safe = needsCare.test(kept) ? xmlText(kept) : kept;
  const space = blankEdge.test(safe) ? ' xml:space="preserve"' : '';
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t${space}>${safe}</t></is></c>`;
}

/** Text for the inside of an element: what XML cannot hold is left out, what Excel would read as an escape is escaped. */
export function xmlText(text: string): string {
  return text.replace(notXml, '').replace(special, (found) => escapes[found] ?? `_x005F${found}`);
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

/** Text for an attribute. */
export function xmlAttribute(text: string): string {
  return text.replace(notXml, '').replace(/[&<>"\t\n\r]/g, (found) => `&#${found.charCodeAt(0)};`);
}
