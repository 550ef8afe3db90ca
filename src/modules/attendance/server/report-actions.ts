import { absent, Refusal } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import { type Context, type Db, newId, type ReadTrx, readAs, transact } from '../../../platform/db';
import { letterFile } from '../../../platform/documents';
import type { FileAnswer } from '../../../platform/http';
import { userNames } from '../../children/server/index';
import { permissions } from '../permissions';
import type { DraftView, ReceiptRequest, ReportRequest, ReportsQuery, ReportsView, ReportView } from '../report-contract';
import type { ReportKind } from '../rules/duties';
import { writableOf } from '../rules/obligations';
import { refusals, things } from '../words';
import { awayOf, childFor } from './absence-actions';
import { type Away, awaySince, laddersToday } from './absence-lines';
import { scopeFor, unitOf } from './asking';
import type { ReportBody } from './report-body';
import { bodyWith, placesOf } from './report-facts';
import { letterOf } from './report-letter';
import {
  findReport,
  insertReceipt,
  insertReport,
  listReports,
  nextSerial,
  type StoredReport,
  waitingReports,
} from './report-store';
import { isOver, reportLines, reportView, townshipNames } from './report-view';

/** More reports than so many are not listed at once. */
const MOST = 200;

/**
 * The newest reports of the places of the asker, and for how many his own receipt is missing. Of a child that is no longer away
 * nobody is asked for one.
 */
export async function readReports(db: Db, context: Context, ring: KeyRing, { open, kind }: ReportsQuery): Promise<ReportsView> {
  return readAs(db, context, async (trx) => {
    const scope = scopeFor(context, permissions['attendance.reports']);
    // Leaders, schools and inspectors read reports and acknowledge none: nothing waits for them.
    const own = scopeFor(context, permissions['attendance.receive']);
    const unit = own.county ? 'bureau' : own.areas.length > 0 ? 'township' : undefined;
    const since = await awaySince(trx, scope);
    const away = [...since.keys()];
    const wanted = { kind, openOf: open === 'yes' ? away : undefined, received: open === 'no' };
    const [reports, waiting] = await Promise.all([
      listReports(trx, scope, wanted, MOST + 1),
      unit === undefined ? [] : waitingReports(trx, own, unit, away),
    ]);
    const isOpen = (one: Pick<StoredReport, 'child_id' | 'made_day'>) => !isOver(one, since);
    const shown = open === 'yes' ? reports.filter(isOpen) : reports;
    const rows = await reportLines(trx, ring, shown.slice(0, MOST), since);
    return { today: dayOf(trx.now), waiting: waiting.filter(isOpen).length, more: reports.length > MOST, rows };
  });
}

/** One report with what it says; whoever reads it leaves no trace, since everybody whom it reaches has to read it. */
export async function readReport(db: Db, context: Context, ring: KeyRing, id: string): Promise<ReportView> {
  return readAs(db, context, async (trx) => reportView(trx, ring, await reportFor(trx, id)));
}

/** What the report of a school about a child would say now. */
export async function readDraft(db: Db, context: Context, id: string, kind: ReportKind): Promise<DraftView> {
  return readAs(db, context, async (trx) => {
    const away = await writableAway(trx, id, kind);
    const township = (await townshipNames(trx, [away.child.area_path]))(away.child.area_path);
    const body = await bodyFrom(trx, away, '');
    const letter = letterOf({ kind, number: '', township, day: dayOf(trx.now), body });
    return { childId: away.child.child_id, name: away.child.name, kind, letter };
  });
}

/**
 * Writes the report of a school about a child that is away: the days, and what was done, as they are known now. It is kept as it
 * was written and cannot be taken back; of each kind there is one for an absence.
 */
export async function writeReport(
  db: Db,
  context: Context,
  ring: KeyRing,
  id: string,
  { kind, words }: ReportRequest,
): Promise<ReportView> {
  return transact(db, context, async (trx) => {
    const away = await writableAway(trx, id, kind);
    const { child, line, schoolId } = away;
    const [report_id, made_day] = [newId(), dayOf(trx.now)];
    const year = made_day.slice(0, 4);
    const serial = await nextSerial(trx, schoolId, year);
    const draft = {
      ...{ report_id, child_id: child.child_id, school_id: schoolId, school_path: child.school_path },
      ...{ area_path: child.area_path, kind, year, since: line.since, made_day, serial },
    };
    const body = await bodyFrom(trx, away, words);
    if (!(await insertReport(trx, ring, { ...draft, body }))) throw new Refusal('conflict', 'written', refusals.written);
    const detail = { kind, serial, since: line.since, days: line.days, report: report_id };
    return {
      result: await reportView(trx, ring, await reportFor(trx, report_id)),
      changes: [{ act: 'attendance.report', object: `child:${child.child_id}`, detail }],
    };
  });
}

/** Says for bureau or township that a report is there, and what is done about it. */
export async function receiveReport(
  db: Db,
  context: Context,
  ring: KeyRing,
  id: string,
  { words }: ReceiptRequest,
): Promise<ReportView> {
  return transact(db, context, async (trx) => {
    const report = await reportFor(trx, id);
    const unit = unitOf(context, report);
    if (unit === null) throw new Refusal('unprocessable', 'not-yours', refusals.notYours);
    if (!(await insertReceipt(trx, ring, report, { unit, words, day: dayOf(trx.now) })))
      throw new Refusal('conflict', 'received', refusals.received);
    return {
      result: await reportView(trx, ring, report),
      changes: [{ act: 'attendance.receive', object: `absence-report:${id}`, detail: { unit } }],
    };
  });
}

/** A report as a document for paper; that it left the house is a line of the trail. */
export async function takeLetter(db: Db, context: Context, ring: KeyRing, id: string): Promise<FileAnswer> {
  return transact(db, context, async (trx) => {
    const { number, kind, letter } = await reportView(trx, ring, await reportFor(trx, id));
    const file = await letterFile(`${number}.docx`, letter);
    return { result: file, changes: [{ act: 'attendance.letter', object: `absence-report:${id}`, detail: { kind } }] };
  });
}

/** That a report goes on paper is a line of the trail; what its seal does not fit stays where it is. */
export async function notePrint(db: Db, context: Context, ring: KeyRing, id: string): Promise<{ readonly printed: true }> {
  return transact(db, context, async (trx) => {
    const { kind } = await reportView(trx, ring, await reportFor(trx, id));
    const change = { act: 'attendance.letter-print', object: `absence-report:${id}`, detail: { kind } };
    return { result: { printed: true }, changes: [change] };
  });
}

/** The absence of a child about which the asker may write a report of a kind now, or the refusal that says why not. */
async function writableAway(trx: ReadTrx, id: string, kind: ReportKind): Promise<Away> {
  const child = await childFor(trx, id, permissions['attendance.report']);
  const away = await awayOf(trx, child, await laddersToday(trx));
  if (away === undefined) throw new Refusal('unprocessable', 'not-away', refusals.notAway);
  refuseUntimely(away, kind);
  return away;
}

function refuseUntimely({ absence, ladder }: Away, kind: ReportKind): void {
  if (writableOf(absence, ladder).includes(kind)) return;
  const written = (which: ReportKind) => absence.reports.some((report) => report.kind === which);
  if (written(kind)) throw new Refusal('conflict', 'written', refusals.written);
  const says = kind === 'proposal' && !written('report') ? refusals.reportFirst : refusals.notYet;
  throw new Refusal('unprocessable', 'not-yet', says);
}

async function bodyFrom(trx: ReadTrx, { child, absence, line, contacts }: Away, words: string): Promise<ReportBody> {
  const me = trx.context.actor?.userId ?? 'system';
  const names = await userNames(trx, [me, ...contacts.map(({ noted_by }) => noted_by)]);
  return bodyWith(await placesOf(trx, [child]), child, {
    ...{ since: absence.days[0] ?? line.since, days: absence.days, words, by: names.get(me) ?? '' },
    contacts: contacts.map(({ back_day: backDay, noted_by, ...one }) => ({ ...one, backDay, by: names.get(noted_by) ?? '' })),
  });
}

async function reportFor(trx: ReadTrx, id: string): Promise<StoredReport> {
  const report = await findReport(trx, scopeFor(trx.context, permissions['attendance.reports']), id);
  if (report === undefined) throw absent(things.report);
  return report;
}
