import type { Scope } from '../../../platform/access';
import type { KeyRing } from '../../../platform/crypto';
import type { ReadTrx } from '../../../platform/db';
import { listChildren, maskOf, sealedText, sourcesOfChildren, userNames } from '../../children/server/index';
import { type ColumnKey, type Leaving, type LedgerColumn, leavesAs } from '../rules/layouts';
import { acceptedAnswers } from './answer-store';
import { cellValues } from './cell-values';
import type { LedgerRecord } from './ledger-store';
import { levels, namesOf, ownersOf } from './place-store';

/** Children whose folders are opened at once. */
const atOnce = 500;

/** What is taken out: by whose scope, of which day, which columns, and how much of each. */
export type Taking = {
  readonly scope: Scope;
  readonly day: string;
  readonly columns: readonly (LedgerColumn & { readonly key: ColumnKey })[];
  readonly leaving: Leaving;
  readonly seesCare: boolean;
};

/** The rows of a sheet, some hundred children at a time; `onChild` hears of everybody who is in it. */
export async function* leavingRows(
  trx: ReadTrx,
  ring: KeyRing,
  records: readonly LedgerRecord[],
  taking: Taking,
  onChild: (childId: string) => void,
): AsyncGenerator<readonly string[]> {
  let row = 0;
  for (let at = 0; at < records.length; at += atOnce) {
    const piece = records.slice(at, at + atOnce);
    for (const folder of await foldersOf(trx, ring, piece, taking)) {
      row++;
      const seesCare = taking.seesCare && taking.leaving.classes.includes('F4');
      const values = cellValues(folder, { day: taking.day, row, seesCare });
      onChild(folder.record.child_id);
      yield taking.columns.map((column) => cellOf(column, values[column.key] ?? '', taking.leaving));
    }
  }
}

function cellOf(column: LedgerColumn, text: string, leaving: Leaving): string {
  const as = leavesAs(column, leaving);
  if (as === 'absent') return '';
  return as === 'whole' ? text : maskOf(column.key, text);
}

async function foldersOf(trx: ReadTrx, ring: KeyRing, records: readonly LedgerRecord[], { scope, day, columns }: Taking) {
  const ids = records.map(({ child_id: id }) => id);
  const children = new Map((await listChildren(trx, scope, ids)).map((child) => [child.child_id, child]));
  // A list of first-class facts opens no seal.
  const opens = columns.some((column) => column.class !== 'F1');
  const sources: Awaited<ReturnType<typeof sourcesOfChildren>> = opens ? await sourcesOfChildren(trx, ring, ids) : new Map();
  const answers = await acceptedAnswers(trx, ids);
  const people = await userNames(
    trx,
    [...answers.values()].map(({ by }) => by),
  );
  const [areas, schools] = [records.map(({ area_path: path }) => path), records.map(({ school_path: path }) => path)];
  const names = await namesOf(trx, areas, schools);
  const owners = await ownersOf(trx, levels([...areas, ...schools]), day);
  return records.flatMap((record) => {
    const child = children.get(record.child_id);
    if (child === undefined) return [];
    const current = (sources.get(record.child_id) ?? []).filter(({ gone }) => !gone);
    const sealed = (value: Parameters<typeof sealedText>[3]) => (opens ? sealedText(trx, ring, child, value) : '');
    return [{ record, child, sources: current, answer: answers.get(record.child_id), names, owners, people, sealed }];
  });
}
