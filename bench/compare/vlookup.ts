// The way it is done today: look every ID number of one list up in the other, letter by letter.
import { csvLines } from '../csv';

/** A list, the line of its headers (the first is 1), and the header of its numbers. */
type List = { readonly file: string; readonly headerLine: number; readonly header: RegExp };

export const householdHeader = /^(公民)?身份证?号码?$/;
export const enrolmentHeader = /^身份证件号码?$/;

/** For every row of the household list whether its number stands somewhere in the enrolment list. */
export function lookUp(household: List, enrolment: List): boolean[] {
  const known = new Map(numbersOf(enrolment).map((number, row) => [number, row]));
  return numbersOf(household).map((number) => number !== '' && known.has(number));
}

function numbersOf({ file, headerLine, header }: List): string[] {
  const numbers: string[] = [];
  let line = 0;
  let column = -1;
  for (const cells of csvLines(file)) {
    line++;
    if (line === headerLine) column = cells.findIndex((cell) => header.test(cell));
    // A spreadsheet does not tell x from X.
    else if (line > headerLine) numbers.push(cells[column]?.toUpperCase() ?? '');
  }
  if (column < 0) throw new Error(`${file} has no column ${header}`);
  return numbers;
}
