import type { ReadTrx } from '../../../platform/db';
import type { PreviewView } from '../contract';
import { type ProblemPlace, problemsOnPage } from './preview';
import { findProblemPage } from './rows-store';
import type { RegisterSeal } from './sealed-rows';

/** Something that must be mended in a row, in which column ('' where it is the whole row), what it is and what should stand there. */
export type RowFault = { readonly column: string; readonly says: string; readonly expected: string };

/** What must be mended in a batch: by file and sheet, then by the number of the row. */
export type FaultyRows = ReadonlyMap<string, ReadonlyMap<number, readonly RowFault[]>>;

/** The name under which the rows of one sheet are found in `FaultyRows`; two files of a batch never have one name. */
export function sheetMark(file: string, sheet: string): string {
  return `${file}\n${sheet}`;
}

/** One sealed page of the places of a group of problems, opened; empty where there is none. */
export async function openProblemPage(
  trx: ReadTrx,
  seal: RegisterSeal,
  batchId: string,
  group: number,
  page: number,
): Promise<readonly ProblemPlace[]> {
  const body = await findProblemPage(trx, batchId, group, page);
  return body === undefined ? [] : seal.openJson<ProblemPlace[]>('register_problem', `${batchId}/${group}/${page}`, body);
}

/** Every row of a batch in which something must be mended; what is only to be looked at is left out. */
export async function faultyRows(
  trx: ReadTrx,
  seal: RegisterSeal,
  batchId: string,
  groups: PreviewView['groups'],
): Promise<FaultyRows> {
  const found = new Map<string, Map<number, RowFault[]>>();
  for (const { group, severity, column, count, says, expected } of groups) {
    if (severity !== 'error') continue;
    for (let page = 0; page * problemsOnPage < count; page++) {
      for (const { file, sheet, row } of await openProblemPage(trx, seal, batchId, group, page)) {
        const mark = sheetMark(file, sheet);
        const rows = found.get(mark) ?? new Map<number, RowFault[]>();
        found.set(mark, rows.set(row, [...(rows.get(row) ?? []), { column, says: says.zh, expected: expected.zh }]));
      }
    }
  }
  return found;
}
