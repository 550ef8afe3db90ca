import type { Sentence } from '../../../kernel/refusal';
import type { KeyRing } from '../../../platform/crypto';
import { type Context, type Db, type ReadTrx, readAs } from '../../../platform/db';
import { className } from '../../area/index';
import type { StoredClass } from '../../area/server/index';
import { userNames } from '../../children/server/index';
import type { SheetQuery, SheetView, SignedView } from '../contract';
import { permissions } from '../permissions';
import { refusals } from '../words';
import { newestAccount } from './account-store';
import { classFor, mayAt, serverOf, signerOf } from './asking';
import { type Proposal, proposalFor } from './class-facts';
import { type Months, monthFor } from './months';
import { contentOf, type FullSheet, findSheet, type SheetRow } from './sheet-store';

/** What a class is signed with: itself, its month, what the data propose, and how far its school is. */
export type SheetFacts = {
  readonly one: StoredClass;
  readonly months: Months & { readonly month: SheetView['month'] };
  readonly proposal: Proposal;
  /** version of the account of the school; 0: not signed */ readonly frozen: number;
};

/**
 * Reads a class of the asker's places, and then as the server itself what is known of its children: another school may have one of them.
 */
export async function sheetFacts(
  db: Db,
  context: Context,
  id: string,
  asked: string | undefined,
  permission: Parameters<typeof classFor>[2] = permissions['check.see'],
): Promise<SheetFacts> {
  const { one, months } = await readAs(db, context, async (trx) => ({
    one: await classFor(trx, id, permission),
    months: await monthFor(trx, asked),
  }));
  const { month } = months;
  return readAs(db, serverOf(context), async (trx) => ({
    one,
    months,
    // Before the day has come there is no roll of it; what stands today is a preview.
    proposal: await proposalFor(trx, one, month.open ? month : { ...month, openDay: months.today }),
    frozen: (await newestAccount(trx, month.month, one.schoolId))?.version ?? 0,
  }));
}

/** The sheet of a class: register beside attendance, what differs, and what is signed. */
export async function readSheet(db: Db, context: Context, ring: KeyRing, id: string, { month }: SheetQuery): Promise<SheetView> {
  const facts = await sheetFacts(db, context, id, month);
  return readAs(db, context, async (trx) =>
    sheetView(trx, ring, facts, await findSheet(trx, facts.months.month.month, facts.one.id)),
  );
}

/** The same where its facts are at hand. */
export async function sheetView(trx: ReadTrx, ring: KeyRing, facts: SheetFacts, row: FullSheet | undefined): Promise<SheetView> {
  const { one, months, proposal, frozen } = facts;
  const content = row && contentOf(trx, ring, row);
  const names = await userNames(trx, row ? [row.signed_by, row.judged_by] : []);
  return {
    ...{ classId: one.id, name: className(one), school: one.school, today: months.today, month: months.month },
    ...{ daysCalled: proposal.daysCalled, seen: proposal.seen, lines: [...proposal.lines], frozen },
    ...{ signed: row ? signedView(row, names) : null, sums: row?.sums ?? null },
    differences: [...(content?.differences ?? [])],
    // What was brought from elsewhere names no list.
    movedSince: content !== undefined && content.seen !== '' && content.seen !== proposal.seen,
    barred: barredBy(trx.context, facts),
    asksReason: frozen > 0,
    mayJudge: row?.state === 'signed' && mayAt(trx.context, permissions['check.judge'], one.path),
  };
}

/** Why a class cannot be signed by the asker; null where it can. */
export function barredBy(context: Context, { one, months: { month, begins } }: SheetFacts): Sentence | null {
  if (begins !== undefined && month.openDay < begins) return refusals.before;
  if (!month.open) return refusals.notOpen(month.month, month.openDay);
  if (one.from > month.openDay || (one.until !== null && one.until < month.openDay)) return refusals.notOfMonth;
  return signerOf(context, one.path) === null ? refusals.onlySee : null;
}

/** Who has signed a sheet, and who has looked at it. */
export function signedView(row: SheetRow, names: ReadonlyMap<string, string>): SignedView {
  return {
    ...{ version: row.version, state: row.state, by: names.get(row.signed_by) ?? '', as: row.signed_as },
    ...{ at: row.signed_at.toISOString(), judgedBy: names.get(row.judged_by ?? '') ?? '' },
    ...{ judgedAt: row.judged_at?.toISOString() ?? null, reason: row.reason },
  };
}
