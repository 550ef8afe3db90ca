import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { recall, remember } from '../shared/remembered';

/** One column of a table. */
export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Pixels; without it the column takes what is left. */
  readonly width?: number;
  /** Numbers stand at the right, numbers of papers in letters of one width. */
  readonly kind?: 'text' | 'number' | 'mono';
  /** The server can sort by it. */
  readonly sorts?: boolean;
  /** Shown only when the person has asked for it. */
  readonly spare?: boolean;
};

/** The columns that are shown, and the person's choice of them, remembered in this browser. The first always stays. */
export function useColumns<Row>(table: string, columns: readonly Column<Row>[]) {
  const name = `columns.${table}`;
  const [chosen, setChosen] = useState(() => readChoice(recall(name)));
  const isShown = useCallback(
    (column: Column<Row>) => column === columns[0] || (chosen.get(column.key) ?? !column.spare),
    [chosen, columns],
  );
  const show = (key: string, shown: boolean) => {
    const next = new Map(chosen).set(key, shown);
    remember(name, writeChoice(next));
    setChosen(next);
  };
  const shown = useMemo(() => columns.filter(isShown), [columns, isShown]);
  return { shown, isShown, show };
}

/** `+school,-village`: which columns were asked for and which were sent away; a column that came later is as its table says. */
export function writeChoice(choice: ReadonlyMap<string, boolean>): string {
  return [...choice].map(([key, shown]) => `${shown ? '+' : '-'}${key}`).join(',');
}

/** The other way round; what cannot be read is forgotten. */
export function readChoice(text: string | undefined): ReadonlyMap<string, boolean> {
  const parts = (text ?? '').split(',').filter((part) => /^[+-]./.test(part));
  return new Map(parts.map((part) => [part.slice(1), part.startsWith('+')]));
}
