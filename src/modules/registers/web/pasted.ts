/** A pasted range of a spreadsheet as a sheet of comma-separated text; undefined where the text is no range with a heading and a row. */
export function sheetOfPaste(text: string): string | undefined {
  const rows = cellsOf(text);
  const wide = rows.filter((row) => row.length > 1);
  if (wide.length < 2) return undefined;
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
}

/** Spreadsheets put tabs between cells and quotes around a cell that holds a line break. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|$)/g)) {
    rows[rows.length - 1]?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  return rows.filter((row) => row.some((cell) => cell.trim() !== ''));
}
