import { readFileSync } from 'node:fs';

/** The cells of every line of a file of ours; a line may hold quoted cells, a cell no line break. */
export function* csvLines(file: string): Generator<string[]> {
  for (const line of readFileSync(file, 'utf8').replace('\ufeff', '').split('\r\n')) {
    if (line !== '') yield line.includes('"') ? quotedCells(line) : line.split(',');
  }
}

function quotedCells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
  );
}
