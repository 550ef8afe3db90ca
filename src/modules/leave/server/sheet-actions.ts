import { minuteOf } from '../../../platform/clock';
import { type Context, type Db, transact } from '../../../platform/db';
import type { FileAnswer } from '../../../platform/http';
import { workbookFile } from '../../../platform/sheets/index';
import type { LeavePrinted, LeaveSheetRequest, LeavesQuery } from '../contract';
import { permissions } from '../permissions';
import { leaveSheet } from './leave-sheet';
import { leavesView } from './list-actions';

/** Names without numbers, of so many rows at most, leave without a second person (PRV-11). */
const MOST = 200;

/**
 * A list of leaves as a workbook: names, classes, days and how they stand, and nothing of why, which stays in the school. The trail
 * says who took which. Where there are more than may leave at once, the sheet says how many it leaves out.
 */
export async function takeLeaveSheet(db: Db, context: Context, said: LeaveSheetRequest): Promise<FileAnswer> {
  return transact(db, context, async (trx) => {
    const view = await leavesView(trx, { ...said, page: 1, size: MOST }, permissions['leave.sheet']);
    const taker = { name: context.actor?.name ?? '', at: minuteOf(trx.now) };
    const result = await workbookFile(`假条名单_${view.today}.xlsx`, [leaveSheet(view, said.phase, taker)]);
    return { result, changes: [{ act: 'leave.sheet', object: '-', detail: { ...said, rows: view.rows.length } }] };
  });
}

/** Notes that somebody prints a page of the list (PRV-11). */
export async function noteLeavePrint(db: Db, context: Context, query: LeavesQuery): Promise<LeavePrinted> {
  return transact(db, context, async (trx) => {
    const { rows } = await leavesView(trx, query, permissions['leave.sheet']);
    const { size: _, ...said } = query;
    const change = { act: 'leave.print', object: '-', detail: { ...said, rows: rows.length } };
    return { result: { printed: true as const }, changes: [change] };
  });
}
