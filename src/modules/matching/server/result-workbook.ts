import { type SheetOut, writeWorkbook } from '../../../platform/sheets/index';
import { type Problem, registerKinds } from '../../registers/index';
import type { Comparison } from '../rules/compare';
import { registerWords } from '../words';
import { absentSheet, duplicatesSheet, unregisteredSheet } from './sheets/enrolment-sheets';
import { childrenSheet, notEnrolledSheet, outOfAgeSheet } from './sheets/household-sheets';
import { reviewSheet } from './sheets/review-sheet';
import { summarySheet } from './sheets/summary-sheet';
import { numberColumn, tableOf, textColumn } from './sheets/table';
import type { Summary } from './summary';

/** Writes the nine sheets of result.xlsx; the file is there whole or, after an abort, not at all. */
export async function writeResultWorkbook(
  file: string,
  comparison: Comparison,
  summary: Summary,
  signal?: AbortSignal,
): Promise<void> {
  await writeWorkbook(file, sheetsOf(comparison, summary), signal ? { signal } : {});
}

/** Made one after another, so that what one sheet needed is gone before the next. */
function* sheetsOf(comparison: Comparison, summary: Summary): Generator<SheetOut> {
  yield summarySheet(comparison, summary);
  yield childrenSheet(comparison);
  yield notEnrolledSheet(comparison);
  yield absentSheet(comparison);
  yield unregisteredSheet(comparison);
  yield duplicatesSheet(comparison);
  yield reviewSheet(comparison);
  yield outOfAgeSheet(comparison);
  yield problemsSheet(comparison);
}

function problemsSheet({ registers }: Comparison): SheetOut {
  const problems = registerKinds.flatMap((kind) => registers[kind]?.problems ?? []);
  return tableOf<Problem>('problems', problems, [
    textColumn('register', ({ register }) => registerWords[register]),
    textColumn('file', ({ file }) => file),
    textColumn('sheet', ({ sheet }) => sheet),
    numberColumn('row', ({ row }) => (row === 0 ? null : row)),
    textColumn('column', ({ column }) => column),
    textColumn('value', ({ value }) => value),
    textColumn('message', ({ message }) => message),
    textColumn('code', ({ code }) => code),
  ]);
}
