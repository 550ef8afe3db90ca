import type { KeyRing } from '../../../platform/crypto';
import { newId, type Trx } from '../../../platform/db';
import { type ChildField, type ChildValues, type Corrections, winningValues } from '../rules/child-values';
import { putChildren } from './child-store';
import { homeOf } from './correction-actions';
import { insertCorrection } from './correction-store';
import { markDue } from './due-store';

/** What a person knows of a child that is on no list; `village` is its code. */
export type EnteredChild = {
  readonly name: string;
  readonly sex: '1' | '2' | '';
  readonly birthDay: string | null;
  readonly idNumber: string;
  readonly guardianName: string;
  readonly guardianPhone: string;
  readonly address: string;
  readonly village: string;
};

/**
 * Enters a child whom no list has, by a person's word: what is known of it stands as put right by that person, with the reason.
 * Answers with its id and where it lives; refuses a village that does not exist.
 */
export async function enterChild(
  trx: Trx,
  ring: KeyRing,
  child: EnteredChild,
  reason: string,
): Promise<{ readonly childId: string; readonly areaPath: string }> {
  const childId = newId();
  const home = await homeOf(trx, child.village);
  const said: Corrections = { ...wordsOf(child), home };
  const known = { childId, sources: [], corrections: said, lists: [] };
  await putChildren(trx, ring, [{ ...known, winners: winningValues([], said) }], new Set());
  for (const [field, values] of Object.entries(said) as [ChildField, ChildValues][])
    await insertCorrection(trx, ring, { childId, field, values, reason, fileId: null });
  await markDue(trx, [childId]);
  return { childId, areaPath: home.areaPath ?? '' };
}

function wordsOf({ name, sex, birthDay, idNumber, guardianName, guardianPhone, address }: EnteredChild): Corrections {
  const all = { name, sex, birthDay: birthDay ?? '', idNumber, guardianName, guardianPhone, address };
  return Object.fromEntries(Object.entries(all).flatMap(([field, text]) => (text === '' ? [] : [[field, { [field]: text }]])));
}
