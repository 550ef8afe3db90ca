import { dayOf } from '../../../platform/clock';
import { type Context, type Db, type Trx, transact } from '../../../platform/db';
import {
  childrenAfter,
  countDue,
  factsOfChildren,
  firstListDay,
  recordsToCount,
  type StoredFact,
  takeDue,
} from '../../children/server/index';
import { standingHistory } from '../rules/history';
import { commonStart, type KeptStanding, keptHistory } from '../rules/kept-history';
import { changedRows } from '../rules/kept-rows';
import type { StandingPolicies } from '../rules/policy';
import { type RollChange, rollChanges } from '../rules/roll-changes';
import { type Span, spanOn } from '../rules/span';
import { addGrids, dropCounts, keptRowsOf, putCounts } from './count-store';
import { factFrom } from './fact-from';
import { historiesOf, type Replacement, replaceIntervals } from './interval-store';
import { policiesOf, versionsOf } from './policies';
import { lockRoll, type Measure, openRoll, type StoredRoll, saveRoll } from './roll-store';

/** Counting holds the county's roll; other people's requests do not wait for it, other processes that count do. */
const BATCH = 2000;

/** What a later module does in the same transaction with the children that were just counted. */
export type Counted = (trx: Trx, children: readonly string[]) => Promise<void>;

type Counting = { readonly db: Db; readonly context: Context; readonly signal?: AbortSignal; readonly counted?: Counted };

/**
 * Counts every child of whom something was recorded since it was last counted, batch by batch, until nobody is left; then those
 * for whom the roll has a longer span or other policies. Answers with how many were counted. Each batch is one transaction:
 * histories, grids and counts change together. Any number of processes may do so at once; one counts at a time.
 */
export async function countChildren(counting: Counting): Promise<number> {
  let counted = 0;
  while (!counting.signal?.aborted) {
    const batch = await countNext(counting);
    if (batch === undefined) break;
    counted += batch;
  }
  return counted;
}

/**
 * The same until a batch is not full. Who is recorded meanwhile waits for the next call, and is counted with the others that come by
 * then: of a morning's stream a batch for each child would cost more than the rolls.
 */
export async function countWaiting(counting: Counting): Promise<void> {
  while (!counting.signal?.aborted) if ((await countNext(counting)) !== BATCH) break;
}

function countNext({ db, context, counted: then }: Counting): Promise<number | undefined> {
  const server: Context = { actor: null, requestId: context.requestId, source: context.source };
  return transact(db, server, async (trx) => ({ result: await countBatch(trx, BATCH, then), changes: [] }));
}

/**
 * Counts the next batch in the caller's transaction; undefined when nobody is left. The roll is locked first, so two that count
 * cannot hold what the other needs; what else is written, nobody but they writes.
 */
export async function countBatch(trx: Trx, most = BATCH, then?: Counted): Promise<number | undefined> {
  const locked = await lockRoll(trx);
  // Read under the lock: whoever waited for it counts by what the bureau has decided meanwhile.
  const policies = await policiesOf(trx);
  const roll = locked ?? (await openedRoll(trx, policies));
  if (roll === undefined) return undefined;
  const due = await takeDue(trx, most);
  const facts = await factsOfChildren(trx, due);
  const span = spanOn(dayOf(trx.now), firstListed(facts), roll.next ?? roll.counted);
  const aim = aimOf(roll, { ...span, policies: versionsOf(policies) });
  if (due.length > 0) {
    await count(trx, due, facts, aim.next ?? aim.counted, policies);
    await then?.(trx, due);
    if (aim !== roll) await saveRoll(trx, aim);
    return due.length;
  }
  if (aim.next === undefined) return undefined;
  const rest = await childrenAfter(trx, aim.next.after, most);
  await count(trx, rest, await factsOfChildren(trx, rest), aim.next, policies);
  await then?.(trx, rest);
  await saveRoll(trx, recounted(aim.counted, aim.next, rest, most));
  return rest.length;
}

/** Opens the roll when the first child waits to be counted: what its lists speak of is known by then. */
async function openedRoll(trx: Trx, policies: StandingPolicies): Promise<StoredRoll | undefined> {
  if ((await countDue(trx)).waiting === 0) return undefined;
  const span = spanOn(dayOf(trx.now), await firstListDay(trx), undefined);
  await openRoll(trx, { ...span, policies: versionsOf(policies) });
  return lockRoll(trx);
}

/** By what the roll is counted from now on; a change of it concerns everybody, also those who were counted by the last one. */
function aimOf(roll: StoredRoll, aim: Measure): StoredRoll {
  const { from, until, policies } = roll.next ?? roll.counted;
  if (aim.from === from && aim.until === until && aim.policies === policies) return roll;
  return { counted: roll.counted, next: { ...aim, after: '' } };
}

/** The roll after some more children are counted by what is to come: when they were the last, it has come. */
function recounted(
  counted: Measure,
  next: Measure & { readonly after: string },
  done: readonly string[],
  most: number,
): StoredRoll {
  const { after, ...measure } = next;
  return done.length < most ? { counted: measure } : { counted, next: { ...measure, after: done.at(-1) ?? after } };
}

async function count(
  trx: Trx,
  ids: readonly string[],
  facts: ReadonlyMap<string, readonly StoredFact[]>,
  span: Span,
  policies: StandingPolicies,
): Promise<void> {
  const records = await recordsToCount(trx, ids);
  const kept = await historiesOf(trx, ids);
  const before: KeptStanding[] = [];
  const after: KeptStanding[] = [];
  const replacements: Replacement[] = [];
  for (const childId of ids) {
    const { birth, grade } = records.get(childId) ?? { birth: undefined, grade: null };
    const { history: last, grade: lastGrade } = kept.get(childId) ?? { history: [], grade };
    const told = { id: childId, county: trx.countyId, facts: (facts.get(childId) ?? []).map(factFrom) };
    const child = birth == null ? told : { ...told, birth };
    // Without a record of its own the child was merged with another one, and stands there.
    const now = birth === undefined ? [] : keptHistory(standingHistory(child, policies, span.from, span.until));
    // In another grade nothing of what is kept stays as it is.
    const same = grade === lastGrade ? commonStart(last, now) : 0;
    if (same === last.length && same === now.length) continue;
    before.push(...last.slice(same));
    after.push(...now.slice(same));
    const dropFrom = last[same]?.from;
    replacements.push({ childId, grade, put: now.slice(same), ...(dropFrom === undefined ? {} : { dropFrom }) });
  }
  await replaceIntervals(trx, replacements);
  await addToCounts(trx, rollChanges(before, after));
}

async function addToCounts(trx: Trx, changes: readonly RollChange[]): Promise<void> {
  if (changes.length === 0) return;
  await addGrids(trx, changes);
  const { put, drop } = changedRows(await keptRowsOf(trx, changes), changes);
  await dropCounts(trx, drop);
  await putCounts(trx, put);
}

function firstListed(facts: ReadonlyMap<string, readonly StoredFact[]>): string | undefined {
  let first: string | undefined;
  for (const ofChild of facts.values())
    for (const { source, happened } of ofChild)
      if (source === 'register' && (first === undefined || happened < first)) first = happened;
  return first;
}
