import type { SheetOut } from '../types';
import { columnLetters } from '../words';
import { xmlAttribute } from './cells';

/** The sheet that holds what columns may hold: a list inside a cell rule ends at 255 characters, a range does not. */
const choiceSheetName = '选项';

/** How far down a column offers its choices: no class, school or county list of ours is longer. */
const lastRow = 60_000;

/** The hidden sheet with the choices of all columns, a column each; nothing where no column has any. */
export function choiceSheet(sheets: readonly SheetOut[]): SheetOut | undefined {
  const lists = sheets.flatMap(({ columns }) => columns.flatMap(({ header, choices }) => (choices ? [{ header, choices }] : [])));
  if (lists.length === 0) return undefined;
  const longest = Math.max(...lists.map(({ choices }) => choices.length));
  const rows = Array.from({ length: longest }, (_, row) => lists.map(({ choices }) => choices[row] ?? null));
  return { name: choiceSheetName, hidden: true, columns: lists.map(({ header }) => ({ header, width: 16 })), rows };
}

/** The rules of one sheet's columns; `before` is how many columns with choices stand in the sheets before it. */
export function validations({ columns }: SheetOut, before: number, firstRow: number): string {
  let list = before;
  const rules = columns.flatMap(({ header, choices }, index) => {
    if (!choices) return [];
    const letters = columnLetters(list++);
    const range = `'${choiceSheetName}'!$${letters}$2:$${letters}$${choices.length + 1}`;
    const words = `errorTitle="${xmlAttribute(header)}" error="请从下拉列表里选一项。"`;
    const column = columnLetters(index);
    // A warning and no wall: a list of ours may lack what somebody's register rightly says.
    return `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" ${words} sqref="${column}${firstRow}:${column}${lastRow}"><formula1>${range}</formula1></dataValidation>`;
  });
  return rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}
