import { Readable } from 'node:stream';
import { readAs, transact } from '../../../platform/db';
import { insertFile } from '../../../platform/files';
import type { House } from '../../../platform/house';
import { endJob, type JobRun, type JobWork } from '../../../platform/jobs';
import { workbookType } from '../../../platform/sheets/index';
import { permissions } from '../permissions';
import { exportLimits, fitsApproval } from '../rules/export-state';
import { layouts } from '../rules/layouts';
import { askedOf, scopeFor } from './asking';
import { scopeAt } from './export-place';
import { findExport, insertExportChildren, lockExport, peopleOf, updateExport } from './export-store';
import { leavingOf, sightOf } from './export-view';
import { leavingRows } from './leaving-rows';
import { idsOfLedger } from './ledger-store';
import { grewSince, notNow, rightGone } from './refusals';
import { fileName, ledgerWorkbook } from './sheet';
import type { ExportRecord } from './tables';

const HOUR_MS = 3_600_000;

type Written = { readonly row: ExportRecord; readonly bytes: Buffer; readonly children: readonly string[] };

/**
 * Writes the workbook of an approved export, as far as its asker may see today. The workbook is made in memory and lies on the disk sealed;
 * until the last transaction it is nobody's, so a work that is broken off leaves nothing, and can be asked for again.
 */
export const writeExport: JobWork<House> = async (run) => {
  const { context, db, house, job, signal } = run;
  const exportId = (job.input as { exportId: string }).exportId;
  const written = await workbookOf(run, exportId);
  signal.throwIfAborted();
  const { ledger, number, filter } = written.row;
  const described = { name: fileName(ledger, filter.day ?? '', number), mediaType: workbookType, purpose: 'export' };
  // Under the work's own id: begun again after a crash, it writes over what it left.
  const stored = await house.files.put(described, Readable.from([written.bytes]), job.jobId);
  try {
    return await transact(db, context, async (trx) => {
      const row = await lockExport(trx, exportId);
      // Somebody has taken the wish back meanwhile.
      if (row?.state !== 'approved' || row.job_id !== job.jobId) throw notNow();
      await insertFile(trx, stored);
      await insertExportChildren(trx, exportId, written.children);
      const rows = written.children.length;
      await updateExport(trx, exportId, {
        ...{ state: 'ready', file_id: stored.fileId, rows_written: rows, ready_at: trx.now },
        until_at: new Date(trx.now.getTime() + exportLimits.takeHours * HOUR_MS),
      });
      await endJob(trx, job.jobId, 'done', { rows });
      const detail = { ledger, rows, classes: row.classes };
      return { result: { rows }, changes: [{ act: 'export.write', object: `export:${exportId}`, detail }] };
    });
  } catch (error) {
    await house.files.remove(stored.fileId);
    throw error;
  }
};

async function workbookOf({ context, db, house, job, signal, report }: JobRun<House>, exportId: string): Promise<Written> {
  return readAs(db, context, async (trx) => {
    const row = await findExport(trx, sightOf(trx), exportId);
    // A work that was called off, or begun a second time, finds nothing to do.
    if (row?.state !== 'approved' || row.job_id !== job.jobId) throw notNow();
    const scope = scopeAt(context.actor, permissions['export.ask'], row);
    if (scope === undefined) throw rightGone();
    const { choice, seesCare } = await askedOf(trx, scope, row.ledger, row.filter);
    const records = await idsOfLedger(trx, scope, choice, exportLimits.mostRows + 1);
    if (!fitsApproval(records.length, row.rows_asked)) throw grewSince(records.length, row.rows_asked);
    const people = await peopleOf(trx, [row.asked_by, row.decided_by ?? '']);
    const columns = layouts[row.ledger];
    const leaving = leavingOf(row);
    // The role that asked may have been taken back while another one still allows the export.
    const numbers = scopeFor(context, permissions['export.numbers']);
    const mayNumbers = numbers.county || numbers.schools.some((path) => row.tree === 'school' && row.path.startsWith(path));
    const taking = {
      scope,
      day: choice.day,
      columns,
      seesCare,
      leaving: { ...leaving, wholeNumbers: leaving.wholeNumbers && mayNumbers },
    };
    const children: string[] = [];
    const rows = leavingRows(trx, house.ring, records, taking, (child) => children.push(child));
    const face = {
      ...row,
      ...{ day: choice.day, rows: records.length, at: trx.now },
      by: people.get(row.asked_by) ?? { name: '', unit: '' },
      approvedBy: people.get(row.decided_by ?? '')?.name,
    };
    const onProgress = (done: number) => report({ rows: done, of: records.length });
    return { row, children, bytes: await ledgerWorkbook(face, columns, rows, { signal, onProgress }) };
  });
}
