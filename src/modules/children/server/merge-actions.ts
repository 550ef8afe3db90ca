import { changedMeanwhile } from '../../../kernel/refusal';
import type { KeyRing } from '../../../platform/crypto';
import { type Context, type Db, type Trx, transact } from '../../../platform/db';
import type { MergeStepRequest } from '../contract';
import { rowName } from '../rules/assign-children';
import { type MergeFault, mergeStep } from '../rules/merge-state';
import { things } from '../words';
import { everywhere, found, refusal, userOf } from './asking';
import { dropKeys } from './child-store';
import { markDue } from './due-store';
import {
  findMerge,
  giveCorrections,
  giveFacts,
  hasOpenMerge,
  insertMerge,
  isInForce,
  type MergeEdit,
  type MergeRow,
  type Moved,
  markMerged,
  mergesOf,
  rowsOfChild,
  updateMerge,
} from './merge-store';
import type { ChildrenNeeds } from './needs';
import { findChild } from './read-store';
import { settleChildren } from './record';
import { giveSources } from './source-store';

/** Asks for two records to be merged; a second person confirms. Answers with the id of the request. */
export async function askMerge(
  db: Db,
  context: Context,
  { kept, other, reason }: { readonly kept: string; readonly other: string; readonly reason: string },
): Promise<{ readonly mergeId: string }> {
  return transact(db, context, async (trx) => {
    const keptId = found(await findChild(trx, everywhere, kept), things.child).child_id;
    const otherId = found(await findChild(trx, everywhere, other), things.child).child_id;
    // Two who ask at the same moment wait for one another here, and the second is told of the first.
    for (const id of [keptId, otherId].sort()) await findChild(trx, everywhere, id, true);
    if (keptId === otherId) {
      throw refusal('unprocessable', 'same-record', '这两条已经是同一名儿童，不用再合并。', 'These are one record already.');
    }
    if (await hasOpenMerge(trx, keptId, otherId)) throw askedAlready();
    const mergeId = await insertMerge(trx, { kept: keptId, other: otherId, state: 'asked', run: null, reason });
    const detail = { step: 'ask', kept: keptId, other: otherId };
    return { result: { mergeId }, changes: [{ act: 'merge.decide', object: `merge:${mergeId}`, reason, detail }] };
  });
}

/** Does one step of a merge: asks, confirms, refuses, takes it apart again. Merging and taking apart need two people. */
export async function stepMerge(
  db: Db,
  context: Context,
  ring: KeyRing,
  needs: ChildrenNeeds,
  id: string,
  { step, reason, version }: MergeStepRequest,
): Promise<MergeRow> {
  return transact(db, context, async (trx) => {
    const merge = found(await findMerge(trx, id, true), things.merge);
    if (merge.version !== version) throw changedMeanwhile(things.merge, { state: merge.state, version: merge.version });
    const user = userOf(context);
    const facts = { state: merge.state, askedBy: merge.asked_by, undoAskedBy: merge.undo_asked_by };
    const allowed = mergeStep(facts, step, user);
    if ('fault' in allowed) throw faultRefusal(allowed.fault);
    if (reason === '' && step !== 'withdraw' && step !== 'confirm' && step !== 'confirm-undo') throw needsReason();
    const edits: { readonly [S in MergeStepRequest['step']]: () => Promise<MergeEdit> } = {
      ask: async () => ({ asked_by: user, asked_at: trx.now, reason }),
      withdraw: async () => ({ asked_by: null, asked_at: null }),
      confirm: async () => ({ decided_by: user, decided_at: trx.now, moved: await merged(trx, ring, needs, merge) }),
      refuse: async () => ({ decided_by: user, decided_at: trx.now, reason }),
      'ask-undo': async () => ({ undo_asked_by: user, undo_asked_at: trx.now, undo_reason: reason }),
      'confirm-undo': async () => {
        await takenApart(trx, ring, needs, merge);
        return { undone_by: user, undone_at: trx.now };
      },
      keep: async () => ({ undo_asked_by: null, undo_asked_at: null, undo_reason: '' }),
      reopen: async () => {
        if (await hasOpenMerge(trx, merge.kept_id, merge.other_id)) throw askedAlready();
        return { asked_by: null, asked_at: null, decided_by: null, decided_at: null, reason: '' };
      },
    };
    await updateMerge(trx, id, version, { ...(await edits[step]()), state: allowed.to });
    const detail = { step, kept: merge.kept_id, other: merge.other_id };
    const changes = [{ act: 'merge.decide', object: `merge:${id}`, ...(reason === '' ? {} : { reason }), detail }];
    return { result: found(await findMerge(trx, id), things.merge), changes };
  });
}

/** Everything of the other record goes to the one that stays; what went is noted, so that just this can go back. */
async function merged(
  trx: Trx,
  ring: KeyRing,
  needs: ChildrenNeeds,
  { kept_id: kept, other_id: other }: MergeRow,
): Promise<Moved> {
  const here = await findChild(trx, everywhere, kept, true);
  const there = await findChild(trx, everywhere, other, true);
  if (here?.child_id !== kept || there?.child_id !== other) throw mergedOn();
  const rows = await rowsOfChild(trx, other);
  await giveSources(trx, rows, kept);
  const moved = {
    rows,
    facts: await giveFacts(trx, other, kept),
    corrections: await giveCorrections(trx, other, kept),
    others: await needs.follow(trx, other, kept),
  };
  await dropKeys(trx, [other]);
  await markMerged(trx, other, { mergedInto: kept });
  await markMerged(trx, kept, { joined: true });
  await settleChildren(trx, ring, [kept]);
  await markDue(trx, [other]);
  return moved;
}

/** What went over with the merge goes back, and what was recorded since because of the rows that go back. */
async function takenApart(trx: Trx, ring: KeyRing, needs: ChildrenNeeds, merge: MergeRow): Promise<void> {
  const { kept_id: kept, other_id: other } = merge;
  const { rows, facts, corrections, others } = merge.moved as Moved;
  const here = await findChild(trx, everywhere, kept, true);
  if (here?.child_id !== kept) throw mergedOn();
  const still = new Set((await rowsOfChild(trx, kept)).map(rowName));
  const back = rows.filter((row) => still.has(rowName(row)));
  await giveSources(trx, back, other);
  await giveFacts(trx, kept, other, { ids: facts, evidence: rows.map(rowName) });
  await giveCorrections(trx, kept, other, corrections);
  await needs.goBack(trx, kept, other, others);
  await markMerged(trx, other, { mergedInto: null });
  const merges = await mergesOf(trx, [kept]);
  const joined = merges.some((one) => one.merge_id !== merge.merge_id && one.kept_id === kept && isInForce(one.state));
  await markMerged(trx, kept, { joined });
  await settleChildren(trx, ring, [kept, other]);
}

function askedAlready() {
  const zh = '没有保存：这两条已经有待办或已办的合并，请到“合并”里处理。';
  return refusal('conflict', 'asked-already', zh, 'Not saved: there is a merge of these two already; see Merges.');
}

/** A record that went into another has nothing of its own to take over or to give back. */
function mergedOn() {
  const zh = '没有保存：其中一条已经并入别的记录。请先处理那一条合并。';
  return refusal(
    'conflict',
    'merged-elsewhere',
    zh,
    'Not saved: one of the two went into another record. Look at that merge first.',
  );
}

function faultRefusal(fault: MergeFault) {
  const says = {
    'other-state': ['这条合并的状态已经变了，请刷新后再看。', 'This merge stands elsewhere by now; reload and look again.'],
    'own-request': ['合并和拆开要两个人：请由另一位专干来确认。', 'It takes two people: somebody else has to confirm.'],
    'not-yours': ['这条申请不是您提出的，只有提出的人可以收回。', 'Only whoever asked can take the request back.'],
  } as const satisfies Record<MergeFault, readonly [string, string]>;
  const [zh, en] = says[fault];
  return refusal(fault === 'other-state' ? 'conflict' : 'forbidden', fault, `没有保存：${zh}`, `Not saved: ${en}`);
}

function needsReason() {
  return refusal('unprocessable', 'no-reason', '没有保存：请写明理由。', 'Not saved: give a reason.');
}
