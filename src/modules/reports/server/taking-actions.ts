import type { Readable } from 'node:stream';
import { openField, sealField } from '../../../platform/crypto';
import { type Context, type Db, newId, readAs, type Trx, transact } from '../../../platform/db';
import { discardFile, lockedZip } from '../../../platform/files';
import type { House } from '../../../platform/house';
import type { FileAnswer } from '../../../platform/http';
import { cancelJob } from '../../../platform/jobs';
import { workbookType } from '../../../platform/sheets/index';
import type { LedgerFilter, PasswordView, PrintRequest, PrintView, RosterRequest } from '../contract';
import { permissions } from '../permissions';
import { exportLimits } from '../rules/export-state';
import { rosterColumns } from '../rules/layouts';
import { type Ledger, shownState } from '../rules/ledgers';
import { askedOf } from './asking';
import { blankExport, refuseStep, toChange } from './export-actions';
import { placeOfRoster } from './export-place';
import { insertExport, insertExportChildren, listOverdueFiles, peopleOf, updateExport } from './export-store';
import { leavingRows } from './leaving-rows';
import { ledgerPage } from './ledger-actions';
import { idsOfLedger } from './ledger-store';
import { newPassword } from './one-time';
import { nothingToTake, passwordFirst, tooManyForRoster } from './refusals';
import { fileName, ledgerWorkbook } from './sheet';

/** A new password for a workbook that is ready: shown this once, and good until the next one or the taking. */
export async function passwordOf(db: Db, house: House, context: Context, id: string, version: number): Promise<PasswordView> {
  const password = newPassword();
  return transact(db, context, async (trx) => {
    const row = await toChange(trx, id, version);
    await refuseStep(trx, row, 'take');
    await updateExport(trx, id, { password: sealField(house.ring, passwordPlace(trx, id), password) });
    return { result: { password, version: version + 1 }, changes: [{ act: 'export.password', object: `export:${id}` }] };
  });
}

/** The workbook in an archive that opens with its password; it leaves once, and nothing of it is kept. */
export async function takeExport(db: Db, house: House, context: Context, id: string, version: number): Promise<FileAnswer> {
  const taken = await transact(db, context, async (trx) => {
    const row = await toChange(trx, id, version);
    await refuseStep(trx, row, 'take');
    if (row.password === null || row.file_id === null) throw passwordFirst();
    const password = openField(house.ring, passwordPlace(trx, id), row.password);
    await discardFile(trx, row.file_id);
    await updateExport(trx, id, { state: 'taken', taken_at: trx.now, file_id: null, password: null });
    const detail = { ledger: row.ledger, rows: row.rows_written, classes: row.classes };
    const change = { act: 'export.take', object: `export:${id}`, detail };
    const name = fileName(row.ledger, row.filter.day ?? '', row.number);
    return { result: { fileId: row.file_id, password, name }, changes: [change] };
  });
  const zip: Readable = lockedZip(`${taken.name}.xlsx`, house.files.read(taken.fileId), taken.password);
  // An open file can be read to its end after its name is gone.
  zip.once('close', () => void house.files.remove(taken.fileId));
  return { name: `${taken.name}.zip`, mediaType: 'application/zip', body: zip };
}

/** A roster of first-class facts, at once and without a second person, of as many rows as a class or a village has. */
export async function takeRoster(
  db: Db,
  house: House,
  context: Context,
  ledger: Ledger,
  asked: RosterRequest,
): Promise<FileAnswer> {
  return transact(db, context, async (trx) => {
    const { actor } = context;
    if (actor === null) throw new Error('the server takes no roster');
    const place = placeOfRoster(trx, actor, permissions['ledger.roster']);
    const { choice } = await askedOf(trx, place.scope, ledger, asked.filter);
    const records = await idsOfLedger(trx, place.scope, choice, exportLimits.rosterRows + 1);
    if (records.length === 0) throw nothingToTake();
    if (records.length > exportLimits.rosterRows) throw tooManyForRoster();
    const children: string[] = [];
    const leaving = { classes: ['F1' as const], wholeNumbers: false };
    const taking = { scope: place.scope, day: choice.day, columns: rosterColumns, leaving, seesCare: false };
    const rows = leavingRows(trx, house.ring, records, taking, (child) => children.push(child));
    const left = await noteLeft(trx, 'roster', ledger, asked, {
      ...place,
      day: choice.day,
      children: records.map((one) => one.child_id),
    });
    const face = { ...left, ledger, day: choice.day, rows: records.length, at: trx.now };
    const body = await ledgerWorkbook(face, rosterColumns, rows);
    const change = { act: 'ledger.roster', object: `export:${left.id}`, detail: { ledger, rows: records.length } };
    const name = `${fileName(ledger, choice.day, left.number)}.xlsx`;
    return { result: { name, mediaType: workbookType, body }, changes: [change] };
  });
}

/** A page of a ledger for the printer, noted before it is shown; paper tells nobody who is ill or disabled (PRV-04). */
export async function printLedger(db: Db, context: Context, ledger: Ledger, asked: PrintRequest): Promise<PrintView> {
  return transact(db, context, async (trx) => {
    const { actor } = context;
    if (actor === null) throw new Error('the server prints nothing');
    const place = placeOfRoster(trx, actor, permissions['ledger.print']);
    const view = await ledgerPage(
      trx,
      ledger,
      { ...asked.filter, page: asked.page, size: asked.size, sort: asked.sort },
      place.scope,
    );
    if (view.rows.length === 0) throw nothingToTake();
    const rows = view.rows.map((row) => ({ ...row, state: row.state === 'placed' ? row.state : shownState(row.state, false) }));
    const children = rows.map((row) => row.childId);
    const left = await noteLeft(trx, 'print', ledger, asked, { ...place, day: view.day, children });
    const change = { act: 'ledger.print', object: `export:${left.id}`, detail: { ledger, rows: rows.length } };
    const result = {
      number: left.number,
      who: left.by.name,
      unit: left.by.unit,
      at: trx.now.toISOString(),
      view: { ...view, rows },
    };
    return { result, changes: [change] };
  });
}

type Left = {
  readonly tree: 'county' | 'area' | 'school';
  readonly path: string;
  readonly askedAs: string;
  readonly day: string;
  readonly children: readonly string[];
};
type For = Pick<RosterRequest, 'purpose' | 'purposeText'> & { readonly filter: LedgerFilter };

/** Notes in the register what leaves at once, and who is in it. */
async function noteLeft(trx: Trx, kind: 'roster' | 'print', ledger: Ledger, { filter, purpose, purposeText }: For, left: Left) {
  const id = newId();
  const userId = trx.context.actor?.userId ?? '';
  const by = (await peopleOf(trx, [userId])).get(userId) ?? { name: trx.context.actor?.name ?? '', unit: '' };
  const rows = left.children.length;
  const row = {
    ...blankExport(trx, id, left.day),
    ...{
      kind,
      ledger,
      filter: { ...filter, day: left.day },
      classes: ['F1' as const],
      state: 'taken' as const,
      taken_at: trx.now,
    },
    ...{ purpose, purpose_text: purposeText, receiver: '本人使用', rows_asked: rows, rows_written: rows },
    ...{ tree: left.tree, path: left.path, asked_as: left.askedAs },
  };
  await insertExport(trx, row);
  await insertExportChildren(trx, id, left.children);
  return { id, number: row.number, purpose, purpose_text: purposeText, receiver: row.receiver, by };
}

/** Removes the workbooks that nobody took in time; what is kept of them is the line in the register. */
export async function discardOverdue(db: Db, house: Pick<House, 'files'>): Promise<number> {
  const context: Context = { actor: null, requestId: newId(), source: 'job' };
  const overdue = await readAs(db, context, listOverdueFiles);
  for (const { export_id: id, file_id: fileId, job_id: jobId } of overdue) {
    await transact(db, context, async (trx) => {
      if (fileId !== null) await discardFile(trx, fileId);
      if (jobId !== null) await cancelJob(trx, jobId);
      await updateExport(trx, id, { file_id: null, job_id: null, password: null });
      return { result: undefined, changes: [{ act: 'export.expire', object: `export:${id}` }] };
    });
    if (jobId !== null) await house.files.remove(jobId);
  }
  return overdue.length;
}

function passwordPlace(trx: Trx, id: string) {
  return { countyId: trx.countyId, table: 'export_request', column: 'password', id };
}
