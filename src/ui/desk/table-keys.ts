import type { FocusEvent, KeyboardEvent } from 'react';

const steps: Readonly<Record<string, readonly [row: number, cell: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrow keys walk from cell to cell, Home and End along the row; Enter on a cell opens its row. */
export function walkTable(event: KeyboardEvent<HTMLElement>, onEnter: (rowKey: string) => void): void {
  const cell = event.target instanceof HTMLElement && event.target.tagName === 'TD' ? event.target : undefined;
  const row = cell?.parentElement;
  if (!(row instanceof HTMLTableRowElement) || !(cell instanceof HTMLTableCellElement)) return;
  const to = event.key === 'Enter' ? undefined : target(event.key, row, cell);
  if (to) to.focus();
  else if (event.key === 'Enter' && row.dataset.key !== undefined) onEnter(row.dataset.key);
  else return;
  event.preventDefault();
}

/** Only the cell that was last in focus is reached by Tab, so that a table is one stop and not a thousand. */
export function keepOneStop(event: FocusEvent<HTMLElement>): void {
  const cell = event.target.closest('td');
  if (!cell) return;
  for (const other of event.currentTarget.querySelectorAll<HTMLElement>('td[tabindex="0"]')) other.tabIndex = -1;
  cell.tabIndex = 0;
}

function target(key: string, row: HTMLTableRowElement, cell: HTMLTableCellElement): HTMLTableCellElement | undefined {
  if (key === 'Home') return row.cells[0];
  if (key === 'End') return row.cells[row.cells.length - 1];
  const step = steps[key];
  const table = row.parentElement;
  if (!step || !(table instanceof HTMLTableSectionElement)) return undefined;
  return table.rows[row.sectionRowIndex + step[0]]?.cells[cell.cellIndex + step[1]];
}
