import type { KeyRing } from '../../../platform/crypto';
import type { Trx } from '../../../platform/db';
import type { StoredClass, StoredSchool } from '../../area/server/index';
import { loadSchoolCalendar } from '../../calendar/server/index';
import type { OwnerRequest, StepRequest } from '../contract';
import type { OpenItem } from '../rules/items';
import { likelyReason, type Owner, reasonsOf } from '../rules/kinds';
import { type Known, type Line, proposeSheet } from '../rules/propose';
import { settleSheet } from '../rules/sheet';
import { sealState } from './account-actions';
import { schoolState } from './account-view';
import { proposalFor } from './class-facts';
import { followSheet, noteOwner, noteState } from './item-actions';
import { classesWithItems, openItems } from './item-store';
import { insertMonth } from './month-store';
import { judgeSheets, putSheet } from './sheet-store';

/** Whoever has signed, and when. */
type Signature = { readonly userId: string; readonly name: string; readonly at: Date };

/** A class that was signed. `known`: what was known of its children then; without it, what the county knows of them itself. */
export type BroughtSheet = { readonly one: StoredClass; readonly known?: readonly Known[]; readonly by: Signature };

/** A school with its signed classes, checked, and signed itself where it was. */
export type BroughtSchool = {
  readonly school: StoredSchool;
  readonly sheets: readonly BroughtSheet[];
  readonly checked: Signature | undefined;
  readonly sealed: (Signature & { readonly reason: string }) | undefined;
};

/** A month that was checked, or has begun to be. */
export type BroughtMonth = {
  readonly month: string;
  readonly openDay: string;
  readonly reason: string;
  readonly opened: Signature;
  readonly schools: readonly BroughtSchool[];
};

/**
 * Keeps a month that was checked elsewhere, for a county that brings its past along: every difference with its likeliest answer, items and
 * sealed accounts by the ways of everybody, in the names and at the times given. Months have to come in their order.
 */
export async function bringMonth(trx: Trx, ring: KeyRing, brought: BroughtMonth): Promise<void> {
  const { month, openDay, reason, opened, schools } = brought;
  await insertMonth(inNameOf(trx, opened), month, openDay, reason);
  const calendar = await loadSchoolCalendar(trx);
  const withItems = await classesWithItems(trx);
  for (const { school, sheets, checked, sealed } of schools) {
    for (const { one, known, by } of sheets) {
      const lines = known ? proposeSheet(known) : undefined;
      const proposal = lines ? { lines, seen: '' } : await proposalFor(trx, one, { month, openDay });
      const settled = settleSheet(proposal.lines, proposal.lines.flatMap(answerTo), []);
      if ('fault' in settled) throw new Error(`a brought sheet cannot be signed: ${settled.fault}`);
      const signed = inNameOf(trx, by);
      await putSheet(signed, ring, {
        ...{ month, class_id: one.id, version: 1, school_id: one.schoolId, class_path: one.path },
        ...{ reason: '', signed_as: 'teacher', seen: proposal.seen, settled },
      });
      if (settled.differences.length === 0 && !withItems.has(one.path)) continue;
      const present = new Map(proposal.lines.map((line) => [line.childId, line.present]));
      await followSheet(signed, { one, month, calendar, settled, present });
    }
    if (checked && sheets.length > 0) {
      const judged = sheets.map(({ one }) => ({ classId: one.id, version: 1 }));
      await judgeSheets(inNameOf(trx, checked), month, judged, 'checked');
    }
    if (sealed) {
      const state = await schoolState(trx, ring, school, { month, openDay });
      await sealState(inNameOf(trx, sealed), ring, school, { month, openDay }, { state, before: [], reason: sealed.reason });
    }
  }
}

/** What was done about an item: how far it came, or who follows it until when. */
export type BroughtStep = Signature & (Pick<StepRequest, 'state' | 'note'> | Pick<OwnerRequest, 'owner' | 'dueDay'>);

/** An item of which nothing was done yet. */
export type UntouchedItem = Omit<OpenItem, 'itemId'> & {
  readonly classPath: string;
  readonly owner: Owner;
  readonly dueDay: string;
};

/** Keeps what was done elsewhere about the items that are open, `done` tells of each; answers with how many steps that were. */
export async function bringSteps(
  trx: Trx,
  ring: KeyRing,
  done: (item: UntouchedItem, at: number) => readonly BroughtStep[],
): Promise<number> {
  let count = 0;
  for (const [at, item] of (await openItems(trx)).entries()) {
    const { child_id: childId, name, kind, reason, elsewhere, owner, class_path: classPath, due_day: dueDay } = item;
    const says = { childId, name, kind, reason, elsewhere, owner, classPath, dueDay };
    const steps = done({ ...says, firstMonth: item.first_month, lastMonth: item.last_month }, at);
    for (const [after, step] of steps.entries()) {
      const held = { ...item, version: item.version + after };
      if ('state' in step) await noteState(inNameOf(trx, step), ring, held, step);
      else await noteOwner(inNameOf(trx, step), held, step);
    }
    count += steps.length;
  }
  return count;
}

function answerTo({ childId, kind, reason, state }: Line) {
  const likely = kind === null || reason !== null ? undefined : (likelyReason(kind, state) ?? reasonsOf[kind][0]);
  return likely === undefined ? [] : [{ childId, reason: likely, words: '' }];
}

/** The same transaction, as if somebody had begun it at another time. */
function inNameOf(trx: Trx, { userId, name, at }: Signature): Trx {
  const actor = { userId, name, login: '', countyId: trx.countyId, grants: [] };
  return { ...trx, now: at, context: { ...trx.context, actor } };
}
