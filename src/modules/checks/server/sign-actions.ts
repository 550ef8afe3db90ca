import { changedMeanwhile, fieldRefusal, Refusal } from '../../../kernel/refusal';
import type { KeyRing } from '../../../platform/crypto';
import { type Context, type Db, transact } from '../../../platform/db';
import type { JudgeRequest, ReturnRequest, SheetView, SignRequest } from '../contract';
import { permissions } from '../permissions';
import { type Settled, type SheetFault, settleSheet } from '../rules/sheet';
import { faultSays, refusals, things } from '../words';
import { classFor, schoolFor, signerOf } from './asking';
import { followSheet } from './item-actions';
import { monthFor } from './months';
import { findSheet, judgeSheets, lockSheet, putSheet } from './sheet-store';
import { barredBy, sheetFacts, sheetView } from './sheet-view';

/**
 * Signs a class: whoever agrees is signed for as he stands, each difference with its answer, and each of these joins the list or opens a
 * line of it. Whoever saw another sheet, or another list of children, than there is now is shown that and decides again.
 */
export async function signSheet(db: Db, context: Context, ring: KeyRing, id: string, request: SignRequest): Promise<SheetView> {
  const facts = await sheetFacts(db, context, id, request.month, permissions['check.sign']);
  return transact(db, context, async (trx) => {
    const { one, months, proposal, frozen } = facts;
    const { month } = months.month;
    const barred = barredBy(context, facts);
    const signer = signerOf(context, one.path);
    if (barred !== null || signer === null) throw new Refusal('unprocessable', 'check-barred', barred ?? refusals.onlySee);
    const last = await lockSheet(trx, month, one.id);
    if ((last?.version ?? 0) !== request.base) throw changedMeanwhile(things.sheet, await sheetView(trx, ring, facts, last));
    if (request.seen !== proposal.seen)
      throw new Refusal('conflict', 'list-moved', refusals.moved, { current: await sheetView(trx, ring, facts, last) });
    if (frozen > 0 && request.reason.length < 2) throw fieldRefusal('reason', refusals.frozen);
    const settled = settleSheet(proposal.lines, request.answers, request.added);
    if ('fault' in settled) throw refusalOf(settled);
    const version = request.base + 1;
    await putSheet(trx, ring, {
      ...{ month, class_id: one.id, version, school_id: one.schoolId, class_path: one.path },
      ...{ reason: request.reason, signed_as: signer, seen: proposal.seen, settled },
    });
    const present = new Map(proposal.lines.map((line) => [line.childId, line.present]));
    const items = await followSheet(trx, { one, month, calendar: months.calendar, settled, present });
    const detail = { month, version, ...countsOf(settled), items };
    const change = { act: 'check.sign', object: `class:${one.id}`, reason: request.reason, detail };
    return { result: await sheetView(trx, ring, facts, await findSheet(trx, month, one.id)), changes: [change] };
  });
}

/** The registrar has looked at what classes have signed, all at once; nothing is noted when one of them was signed anew meanwhile. */
export async function judgeSchool(
  db: Db,
  context: Context,
  id: string,
  { month, sheets }: JudgeRequest,
): Promise<{ checked: number }> {
  return transact(db, context, async (trx) => {
    const school = await schoolFor(trx, id, permissions['check.judge']);
    await monthFor(trx, month);
    const done = await judgeSheets(trx, month, sheets, 'checked');
    if (done !== sheets.length) throw changedMeanwhile(things.sheet);
    const detail = { month, classes: sheets.length };
    return { result: { checked: done }, changes: [{ act: 'check.judge', object: `school:${school.id}`, detail }] };
  });
}

/** The registrar sends a sheet back to its class with the reason. */
export async function returnSheet(
  db: Db,
  context: Context,
  ring: KeyRing,
  id: string,
  { month, version, reason }: ReturnRequest,
): Promise<SheetView> {
  const facts = await sheetFacts(db, context, id, month, permissions['check.judge']);
  return transact(db, context, async (trx) => {
    const one = await classFor(trx, id, permissions['check.judge']);
    const done = await judgeSheets(trx, month, [{ classId: one.id, version }], 'returned', reason);
    const row = await findSheet(trx, month, one.id);
    if (done !== 1) throw changedMeanwhile(things.sheet, await sheetView(trx, ring, facts, row));
    const change = { act: 'check.return', object: `class:${one.id}`, reason, detail: { month, version } };
    return { result: await sheetView(trx, ring, facts, row), changes: [change] };
  });
}

function refusalOf({ fault, names }: SheetFault): Refusal {
  return new Refusal('unprocessable', `sheet-${fault}`, faultSays[fault](names.join('、')));
}

function countsOf({ sums, differences }: Settled) {
  return { registered: sums.registered, attending: sums.attending, differences: differences.length };
}
