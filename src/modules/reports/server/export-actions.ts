import { absent, changedMeanwhile } from '../../../kernel/refusal';
import { type Context, type Db, newId, type Outcome, type ReadTrx, readAs, type Trx, transact } from '../../../platform/db';
import { discardFile } from '../../../platform/files';
import type { House } from '../../../platform/house';
import { askJob, cancelJob } from '../../../platform/jobs';
import type { Decision, ExportDraft, ExportsQuery, ExportsView, ExportView, ReceivedView } from '../contract';
import { permissions } from '../permissions';
import { type ExportStep, exportLimits } from '../rules/export-state';
import { things } from '../words';
import { askedOf } from './asking';
import { placeToAsk } from './export-place';
import {
  countWaiting,
  exportsOfChild,
  findExport,
  insertExport,
  listExports,
  lockExport,
  peopleOf,
  type StoredExport,
  updateExport,
} from './export-store';
import { exportViews, sightOf } from './export-view';
import { countLedger } from './ledger-store';
import { newNumber } from './one-time';
import { pathOfSchool } from './place-store';
import { nothingToTake, notNow, notYourOwn, tooManyRows } from './refusals';

const HOUR_MS = 3_600_000;
/** The kind of the work that writes a workbook. */
export const exportKind = 'report.export';

/** Asks for a list to leave the house; it is written once another person has approved it. */
export async function askExport(db: Db, context: Context, draft: ExportDraft): Promise<ExportView> {
  return transact(db, context, async (trx) => {
    if (context.actor === null) throw new Error('the server asks for no export');
    const school = draft.filter.school && (await pathOfSchool(trx, draft.filter.school));
    const place = placeToAsk(trx, context.actor, permissions['export.ask'], school);
    const { choice } = await askedOf(trx, place.scope, draft.ledger, draft.filter);
    const { rows, more } = await countLedger(trx, place.scope, choice, exportLimits.mostRows);
    if (rows === 0) throw nothingToTake();
    if (more) throw tooManyRows();
    const id = newId();
    const classes = ['F1' as const, ...new Set(draft.classes)];
    await insertExport(trx, {
      ...blankExport(trx, id, choice.day),
      ...{ kind: 'sheet', ledger: draft.ledger, classes, state: 'asked', rows_asked: rows },
      // The day is settled now: what is approved is the list of this day.
      filter: { ...draft.filter, day: choice.day },
      ...{ purpose: draft.purpose, purpose_text: draft.purposeText, receiver: draft.receiver },
      ...{ tree: place.tree, path: place.path, asked_as: place.askedAs },
    });
    const detail = { ledger: draft.ledger, rows, classes, purpose: draft.purpose };
    return { result: await viewOf(trx, id), changes: [{ act: 'export.ask', object: `export:${id}`, detail }] };
  });
}

/** What every export begins with. */
export function blankExport(trx: Trx, id: string, day: string) {
  return {
    ...{ export_id: id, number: newNumber(day), version: 1, rows_written: null, reason: '', password: null },
    expires_at: new Date(trx.now.getTime() + exportLimits.decideHours * HOUR_MS),
    ...{ decided_by: null, decided_at: null, job_id: null, file_id: null, ready_at: null, until_at: null, taken_at: null },
  };
}

/** A page of exports: mine, those that wait for my word, what left. */
export async function readExports(db: Db, context: Context, query: ExportsQuery): Promise<ExportsView> {
  return readAs(db, context, async (trx) => {
    const { rows, total } = await listExports(trx, sightOf(trx), { list: query.list, children: query.child }, query);
    return { rows: await exportViews(trx, rows), total, page: query.page, size: query.size };
  });
}

/** One export. */
export async function readExport(db: Db, context: Context, id: string): Promise<ExportView> {
  return readAs(db, context, (trx) => viewOf(trx, id));
}

/** How many wait for the asker. */
export async function countExports(db: Db, context: Context) {
  return readAs(db, context, (trx) => countWaiting(trx, sightOf(trx)));
}

/** Who got the data of a child that the caller has found within the asker's places. */
export async function receivedOf(trx: ReadTrx, childId: string): Promise<ReceivedView> {
  const rows = await exportsOfChild(trx, sightOf(trx), childId);
  const people = await peopleOf(
    trx,
    rows.map((row) => row.asked_by),
  );
  return {
    rows: rows.map((row) => ({
      ...{ exportId: row.export_id, number: row.number, kind: row.kind, ledger: row.ledger, classes: row.classes },
      ...{ purpose: row.purpose, receiver: row.receiver, by: people.get(row.asked_by) ?? { name: '', unit: '' } },
      at: row.taken_at?.toISOString() ?? '',
    })),
  };
}

/** Another person lets an export out or refuses it; approved, it is written at once. */
export async function decideExport(db: Db, house: House, context: Context, id: string, decision: Decision): Promise<ExportView> {
  const view = await transact(db, context, async (trx) => {
    const row = await toChange(trx, id, decision.version, 'anybody');
    if (row.asked_by === context.actor?.userId) throw notYourOwn();
    await refuseStep(trx, row, decision.verdict);
    const decided = { decided_by: context.actor?.userId ?? null, decided_at: trx.now };
    if (decision.verdict === 'refuse') {
      await updateExport(trx, id, { ...decided, state: 'refused', reason: decision.reason });
    } else {
      // It holds what the one who asked may take out, whoever approved it.
      const work = { kind: exportKind, object: `export:${id}`, input: { exportId: id }, inNameOf: row.asked_by };
      const job_id = await askJob(trx, work);
      const expires_at = new Date(trx.now.getTime() + exportLimits.decideHours * HOUR_MS);
      await updateExport(trx, id, { ...decided, state: 'approved', job_id, expires_at });
    }
    const act = decision.verdict === 'approve' ? 'export.approve' : 'export.refuse';
    const detail = { rows: row.rows_asked, classes: row.classes };
    const change = { act, object: `export:${id}`, detail, ...(decision.reason === '' ? {} : { reason: decision.reason }) };
    return { result: await viewOf(trx, id), changes: [change] };
  });
  house.wakeJobs();
  return view;
}

/** Takes a wish back, whatever has come of it so far; nothing of it is kept but the line. */
export async function withdrawExport(db: Db, house: House, context: Context, id: string, version: number): Promise<ExportView> {
  let jobId: string | null = null;
  const view = await transact(db, context, async (trx) => {
    const row = await toChange(trx, id, version);
    await refuseStep(trx, row, 'withdraw');
    if (row.job_id !== null) await cancelJob(trx, row.job_id);
    if (row.file_id !== null) await discardFile(trx, row.file_id);
    jobId = row.job_id;
    await updateExport(trx, id, { state: 'withdrawn', file_id: null, password: null });
    return { result: await viewOf(trx, id), changes: [{ act: 'export.withdraw', object: `export:${id}` }] };
  });
  // The workbook bears the id of the work that wrote it, finished or not.
  if (jobId !== null) await house.files.remove(jobId);
  return view;
}

/** Lets a workbook be written again that was approved and could not be written. */
export async function writeAgain(db: Db, house: House, context: Context, id: string, version: number): Promise<ExportView> {
  let broken: string | null = null;
  const view = await transact(db, context, async (trx): Promise<Outcome<ExportView>> => {
    const row = await toChange(trx, id, version);
    await refuseStep(trx, row, 'write-again');
    broken = row.job_id;
    const job_id = await askJob(trx, { kind: exportKind, object: `export:${id}`, input: { exportId: id } });
    await updateExport(trx, id, { job_id });
    return { result: await viewOf(trx, id), changes: [{ act: 'export.again', object: `export:${id}` }] };
  });
  if (broken !== null) await house.files.remove(broken);
  house.wakeJobs();
  return view;
}

/**
 * An export to be changed, held until the transaction ends: one's own, or one that somebody else asked for. Refuses what is not the
 * asker's to see, and a stale version.
 */
export async function toChange(trx: Trx, id: string, version: number, whose: 'mine' | 'anybody' = 'mine'): Promise<StoredExport> {
  const sight = sightOf(trx);
  const seen = await findExport(trx, sight, id);
  if (seen === undefined || (whose === 'mine' && seen.asked_by !== sight.userId)) throw absent(things.export);
  await lockExport(trx, id);
  const row = await findExport(trx, sight, id);
  if (row === undefined) throw absent(things.export);
  if (row.version !== version) throw changedMeanwhile(things.export, (await exportViews(trx, [row]))[0]);
  return row;
}

/** Refuses what the asker cannot do with an export that stands there. */
export async function refuseStep(trx: Trx, row: StoredExport, step: ExportStep): Promise<void> {
  const [view] = await exportViews(trx, [row]);
  if (!view?.steps.includes(step)) throw notNow();
}

/** One export as the asker sees it. */
export async function viewOf(trx: ReadTrx, id: string): Promise<ExportView> {
  const row = await findExport(trx, sightOf(trx), id);
  if (row === undefined) throw absent(things.export);
  const [view] = await exportViews(trx, [row]);
  if (view === undefined) throw absent(things.export);
  return view;
}
