import { changedMeanwhile, fieldRefusal, Refusal } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import { type Context, type Db, type ReadTrx, type Trx, transact } from '../../../platform/db';
import type { FileAnswer } from '../../../platform/http';
import type { StoredSchool } from '../../area/server/index';
import type { AccountView, FreezeRequest, PrintView, TakeRequest } from '../contract';
import { permissions } from '../permissions';
import { changesBetween } from '../rules/moved';
import { refusals, things } from '../words';
import {
  accountVersions,
  type FrozenContent,
  lockAccount,
  openAccount,
  putAccount,
  type StoredAccount,
  shortSeal,
} from './account-store';
import { accountView, type SchoolState, schoolState } from './account-view';
import { schoolFor } from './asking';
import { checkWorkbook } from './files';
import { listItems, stepCounts } from './item-store';
import { monthFor } from './months';

/**
 * The principal signs: the account of the school is frozen under a number and sealed onto the version before it. A school with classes that
 * are not in order is signed with the reason only, and the account names them; so is a second version.
 */
export async function freezeAccount(
  db: Db,
  context: Context,
  ring: KeyRing,
  id: string,
  { month: asked, base, seen, reason }: FreezeRequest,
): Promise<AccountView> {
  return transact(db, context, async (trx) => {
    const school = await schoolFor(trx, id, permissions['check.freeze']);
    const months = await monthFor(trx, asked);
    const { month, openDay, open } = months.month;
    if (!open) throw new Refusal('unprocessable', 'check-barred', refusals.notOpen(month, openDay));
    const versions = await lockAccount(trx, month, id);
    const state = await schoolState(trx, ring, school, months.month);
    const before = versions.at(-1);
    if (versions.length !== base || state.seen !== seen)
      throw changedMeanwhile(things.account, await accountView(trx, ring, school, months));
    if (state.signed.length === 0) throw new Refusal('unprocessable', 'no-sheets', refusals.noSheets);
    const missing = state.missing.map(({ name }) => name.zh);
    if (missing.length > 0 && reason.length < 2)
      throw new Refusal('unprocessable', 'classes-missing', refusals.missing(missing.join('、'), missing.length));
    if (before !== undefined) {
      const last = openAccount(trx, ring, before, versions.at(-2)).content;
      const same = last !== null && changesBetween(last.classes, state.signed).length === 0;
      if (same && last.missing.join() === missing.join()) throw new Refusal('conflict', 'nothing-new', refusals.nothingNew);
      if (reason.length < 2) throw fieldRefusal('reason', refusals.again);
    }
    const { content, digest } = await sealState(trx, ring, school, months.month, { state, before: versions, reason });
    // The digest stands in the audit trail as well, whose end is noted outside the database.
    const differences = content.classes.reduce((sum, one) => sum + one.differences.length, 0);
    const detail = { month, number: content.number, version: content.version, digest, missing: missing.length, differences };
    const change = { act: 'check.freeze', object: `school:${id}`, reason, detail };
    return { result: await accountView(trx, ring, school, months), changes: [change] };
  });
}

/** Freezes a school as it stands under the next number, sealed onto the version before it; answers with what it says, and its digest. */
export async function sealState(
  trx: Trx,
  ring: KeyRing,
  school: StoredSchool,
  { month, openDay }: Pick<AccountView['month'], 'month' | 'openDay'>,
  { state, before, reason }: { readonly state: SchoolState; readonly before: readonly StoredAccount[]; readonly reason: string },
): Promise<{ readonly content: FrozenContent; readonly digest: string }> {
  const version = before.length + 1;
  const content: FrozenContent = {
    ...{ number: numberOf(school, month, version), month, day: openDay, school: school.name },
    ...{ schoolCode: school.officialCode ?? '', version, classes: state.signed, reason },
    missing: state.missing.map(({ name }) => name.zh),
    ...{ signedBy: trx.context.actor?.name ?? '', signedAt: trx.now.toISOString() },
  };
  const differences = state.signed.reduce((sum, one) => sum + one.differences.length, 0);
  const draft = { month, school_id: school.id, school_path: school.path, classes: state.classes.length, content, differences };
  return { content, digest: await putAccount(trx, ring, draft, before.at(-1)) };
}

/** Notes that a frozen account is printed; what its seal does not fit is not. */
export async function printAccount(db: Db, context: Context, ring: KeyRing, id: string, wanted: TakeRequest): Promise<PrintView> {
  return transact(db, context, async (trx) => {
    const { content } = await frozenFor(trx, ring, id, wanted);
    const detail = { month: wanted.month, number: content.number };
    return { result: { printed: trx.now.toISOString() }, changes: [{ act: 'check.print', object: `school:${id}`, detail }] };
  });
}

/** A frozen account and the list that goes with it, as a workbook. */
export async function takeAccount(db: Db, context: Context, ring: KeyRing, id: string, wanted: TakeRequest): Promise<FileAnswer> {
  return transact(db, context, async (trx) => {
    const { content, short, school } = await frozenFor(trx, ring, id, wanted);
    const scope = { county: false, areas: [], schools: [school.path] };
    const today = dayOf(trx.now);
    const filter = { school: id, kind: undefined, month: wanted.month, only: 'all' as const, today, lateBefore: today };
    const { rows } = await listItems(trx, scope, filter, { page: 1, size: 5000 });
    const steps = await stepCounts(
      trx,
      rows.map(({ item_id }) => item_id),
    );
    const by = { name: context.actor?.name ?? '', at: trx.now };
    const file = await checkWorkbook({ content, short, items: rows, steps, by });
    const detail = { month: wanted.month, number: content.number, differences: rows.length };
    return { result: file, changes: [{ act: 'check.take', object: `school:${id}`, detail }] };
  });
}

async function frozenFor(
  trx: ReadTrx,
  ring: KeyRing,
  id: string,
  { month, version }: TakeRequest,
): Promise<{ readonly content: FrozenContent; readonly short: string; readonly school: StoredSchool }> {
  const school = await schoolFor(trx, id, permissions['check.take']);
  const versions = await accountVersions(trx, month, id);
  const row = versions[version - 1];
  if (row === undefined) throw new Refusal('unprocessable', 'not-frozen', refusals.notFrozen);
  const opened = openAccount(trx, ring, row, versions[version - 2]);
  if (!opened.sound) throw new Refusal('conflict', 'seal-broken', refusals.broken(version));
  return { content: opened.content, short: shortSeal(row), school };
}

/** School code, month, running number: 2121000001-202503-01. A school without a code bears the end of its id. */
function numberOf({ officialCode, id }: StoredSchool, month: string, version: number): string {
  return `${officialCode ?? id.slice(-10).toUpperCase()}-${month.replace('-', '')}-${String(version).padStart(2, '0')}`;
}
