import { minuteOf } from '../../../platform/clock';
import { type Context, type Db, readAs, type Trx, transact } from '../../../platform/db';
import type { FileAnswer } from '../../../platform/http';
import { workbookFile } from '../../../platform/sheets/index';
import type { MonthQuery, MonthRequest, MonthView } from '../month-contract';
import { permissions } from '../permissions';
import { monthSheets } from './month-sheet';
import { monthOf } from './month-view';

/** A class on the days of a month. */
export async function readMonth(db: Db, context: Context, id: string, { month }: MonthQuery): Promise<MonthView> {
  return readAs(db, context, (trx) => monthOf(trx, id, month));
}

/**
 * The sheet of a class as a workbook: names and marks, no numbers, of at most the children of a class, so that no second person is
 * asked (PRV-11); the trail says who took which.
 */
export async function takeMonthSheet(db: Db, context: Context, id: string, { month }: MonthRequest): Promise<FileAnswer> {
  return transact(db, context, async (trx) => {
    const view = await monthOf(trx, id, month, permissions['attendance.sheet']);
    const taker = { name: context.actor?.name ?? '', at: minuteOf(trx.now) };
    const result = await workbookFile(`${view.name.zh}考勤表_${month}.xlsx`, monthSheets(view, taker));
    return { result, changes: [noted('attendance.month-sheet', view)] };
  });
}

/** Notes that somebody prints the sheet of a class (PRV-11). */
export async function noteMonthPrint(db: Db, context: Context, id: string, { month }: MonthRequest) {
  return transact(db, context, async (trx: Trx) => {
    const view = await monthOf(trx, id, month, permissions['attendance.sheet']);
    return { result: { printed: true as const }, changes: [noted('attendance.month-print', view)] };
  });
}

function noted(act: string, { classId, month, rows }: MonthView) {
  return { act, object: `class:${classId}`, detail: { month, rows: rows.length } };
}
