import { may, type Role } from '../../../platform/access';
import type { ReadTrx } from '../../../platform/db';
import type { ExportView } from '../contract';
import { permissions } from '../permissions';
import { exportStateOn, mayApprove, stepsOf } from '../rules/export-state';
import { type Leaving, layouts, leavesAs, rosterColumns } from '../rules/layouts';
import { scopeFor } from './asking';
import { type ExportSight, peopleOf, type StoredExport } from './export-store';
import { namesOf, namesOfChosen } from './place-store';
import type { ExportRecord } from './tables';

/** Which exports the asker may see, and on which he may decide. */
export function sightOf({ context }: ReadTrx): ExportSight {
  return {
    userId: context.actor?.userId ?? '',
    approves: scopeFor(context, permissions['export.approve']),
    keeps: scopeFor(context, permissions['export.register']),
  };
}

/** How much of a row an export holds: numbers are whole only where the role that asked may see them whole. */
export function leavingOf({ classes, asked_as: role }: Pick<ExportRecord, 'classes' | 'asked_as'>): Leaving {
  const wholeNumbers = (permissions['export.numbers'].roles as readonly Role[]).includes(role as Role);
  return { classes, wholeNumbers };
}

/** Exports as they go over the wire, with the names of people and places. */
export async function exportViews(trx: ReadTrx, rows: readonly StoredExport[]): Promise<readonly ExportView[]> {
  const sight = sightOf(trx);
  const ids = rows.flatMap((row) => [row.asked_by, row.decided_by ?? row.asked_by]);
  const people = await peopleOf(trx, ids);
  const names = await namesOf(
    trx,
    [],
    rows.map(({ path }) => path),
  );
  const chosen = await namesOfChosen(
    trx,
    rows.flatMap(({ filter }) => filter.area ?? []),
    rows.flatMap(({ filter }) => filter.school ?? []),
  );
  const who = (id: string) => people.get(id) ?? { name: '', unit: '' };
  return rows.map((row) => ({
    ...plainView(row),
    filterPlaces: {
      area: row.filter.area === undefined ? '' : chosen.area(row.filter.area),
      school: row.filter.school === undefined ? '' : chosen.school(row.filter.school),
    },
    place: row.tree === 'school' ? [names.school(row.path), names.className(row.path)].filter((one) => one !== '').join(' ') : '',
    askedBy: who(row.asked_by),
    decidedBy: row.decided_by === null ? null : who(row.decided_by),
    ...standing(trx, row, sight),
  }));
}

function plainView(row: StoredExport) {
  const leaving = leavingOf(row);
  const columns = row.kind === 'sheet' ? layouts[row.ledger] : rosterColumns;
  const shown = columns.flatMap(({ header, ...column }) => {
    const as = leavesAs(column, leaving);
    return as === 'absent' ? [] : [{ header, masked: as === 'masked' }];
  });
  return {
    ...{ exportId: row.export_id, number: row.number, kind: row.kind, ledger: row.ledger, filter: row.filter },
    ...{ classes: row.classes, columns: shown, purpose: row.purpose, purposeText: row.purpose_text, receiver: row.receiver },
    ...{ rowsAsked: row.rows_asked, rowsWritten: row.rows_written, version: row.version, reason: row.reason },
    askedAt: row.asked_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    decidedAt: row.decided_at?.toISOString() ?? null,
    readyAt: row.ready_at?.toISOString() ?? null,
    untilAt: row.until_at?.toISOString() ?? null,
    takenAt: row.taken_at?.toISOString() ?? null,
  };
}

function standing(trx: ReadTrx, row: StoredExport, sight: ExportSight): Pick<ExportView, 'state' | 'problem' | 'mine' | 'steps'> {
  const state = stateOf(trx, row);
  const mine = row.asked_by === sight.userId;
  const approves = mayApprove(sight.approves, { path: row.path, askedAs: row.asked_as });
  const asks = trx.context.actor !== null && may(trx.context.actor, permissions['export.ask']);
  return {
    state,
    problem: state === 'failed' ? problemOf(row.job_outcome) : null,
    mine,
    steps: mine && !asks ? [] : stepsOf(state, { isAsker: mine, mayApprove: approves }),
  };
}

/** Where a kept export stands now. */
export function stateOf(trx: ReadTrx, row: StoredExport) {
  const { state, expires_at: expires, until_at: until, job_state: job } = row;
  return exportStateOn({ state, expiresAt: expires.getTime(), untilAt: until?.getTime() ?? null, job }, trx.now.getTime());
}

/** The sentence that the work left when it ended in a refusal. */
function problemOf(outcome: unknown): ExportView['problem'] {
  const { error } = (outcome ?? {}) as { error?: { zh?: string; en?: string } };
  return error?.zh && error.en ? { zh: error.zh, en: error.en } : null;
}
