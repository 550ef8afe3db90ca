import { fieldRefusal } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import { type Context, type Db, readAs, type Trx, transact } from '../../../platform/db';
import { assertReason, insertReveal, SHOWN_SECONDS } from '../../children/server/index';
import type { ChildGroupsView, EndRequest, MarkRequest, RevealRequest } from '../contract';
import { permissions } from '../permissions';
import { definitionOf } from '../rules/groups';
import { dayAfter, isTooLong } from '../rules/marks';
import { sightOf } from '../rules/visibility';
import { refusals } from '../words';
import { childFor, classesAt, type Place, refusal } from './asking';
import { endMarks, insertMarks, marksOf, type StoredMark } from './mark-store';
import { byHand, groupsView, revealName } from './mark-view';

/** Who asks of whom, with the keys and the session that it takes. */
type Asked = {
  readonly db: Db;
  readonly context: Context;
  readonly ring: KeyRing;
  readonly sessionId: string;
  readonly id: string;
};

/** What the asker is told of the marks of a child. */
export async function readGroups({ db, context, ring, sessionId, id }: Asked): Promise<ChildGroupsView> {
  return readAs(db, context, async (trx) => groupsView(trx, ring, await childFor(trx, id, permissions['group.flag']), sessionId));
}

/** Marks a child by hand, by a document, for a year at most; the trail says that, and not with what. */
export async function markChild({ db, context, ring, id }: Asked, said: MarkRequest): Promise<{ readonly markId: string }> {
  return transact(db, context, async (trx) => {
    const { child, place } = await childFor(trx, id, permissions['group.mark']);
    if (sightOf(said.group, classesAt(context, place)) === 'none' || !byHand(said.group))
      throw refusal('unprocessable', 'not-yours', refusals.notYours);
    const today = dayOf(trx.now);
    assertDays(said, today);
    const running = (await marksOf(trx, ring, [child.child_id], 'running')).filter(
      (mark) => !mark.derived && mark.group === said.group && mark.definition === said.definition,
    );
    const over = running.filter(({ until }) => until !== null && until < today);
    if (over.length < running.length) throw fieldRefusal('definition', refusals.twice);
    for (const one of over) await endMarks(trx, ring, [one], { day: dayAfter(one.until ?? today), why: '' });
    const { group, definition, document, fromDay: from, untilDay: until } = said;
    const [markId = ''] = await insertMarks(trx, ring, [
      { childId: child.child_id, source: 'person', group, definition, document, from, until },
    ]);
    return { result: { markId }, changes: [{ act: 'group.begin', object: `child:${child.child_id}`, detail: { mark: markId } }] };
  });
}

function assertDays({ group, definition, fromDay, untilDay }: MarkRequest, today: string): void {
  if (definitionOf(group, definition) === undefined) throw fieldRefusal('definition', refusals.definition);
  if (fromDay > today) throw fieldRefusal('fromDay', refusals.future);
  if (untilDay < fromDay) throw fieldRefusal('untilDay', refusals.order);
  if (untilDay < today) throw fieldRefusal('untilDay', refusals.past);
  if (isTooLong(today, untilDay)) throw fieldRefusal('untilDay', refusals.tooLong);
}

/** Ends a mark that somebody has made, from today on; what follows from lists or standing ends with them. */
export async function endMark({ db, context, ring, sessionId, id }: Asked, said: EndRequest): Promise<ChildGroupsView> {
  return transact(db, context, async (trx) => {
    const asked = await childFor(trx, id, permissions['group.mark']);
    const mark = await markOf(trx, ring, asked, said.markId);
    if (mark.derived || mark.ended !== null || mark.version !== said.version)
      throw refusal('conflict', 'changed-meanwhile', refusals.gone);
    const ended = await endMarks(trx, ring, [mark], { day: dayOf(trx.now), why: said.reason });
    if (ended === 0) throw refusal('conflict', 'changed-meanwhile', refusals.gone);
    const change = { act: 'group.end', object: `child:${asked.child.child_id}`, detail: { mark: mark.markId } };
    return { result: await groupsView(trx, ring, asked, sessionId), changes: [change] };
  });
}

/** Shows the word of a hidden mark for a reason, to this session for five minutes; one line in the trail (PRV-07). */
export async function revealMark({ db, context, ring, sessionId, id }: Asked, said: RevealRequest): Promise<ChildGroupsView> {
  assertReason(said.reason);
  return transact(db, context, async (trx) => {
    const asked = await childFor(trx, id, permissions['group.reveal']);
    const { markId } = await markOf(trx, ring, asked, said.markId);
    const childId = asked.child.child_id;
    const until = new Date(trx.now.getTime() + SHOWN_SECONDS * 1000);
    await insertReveal(trx, { childId, field: revealName(markId), sessionId, reason: said.reason, until });
    const change = { act: 'group.reveal', object: `child:${childId}`, reason: said.reason, detail: { mark: markId } };
    return { result: await groupsView(trx, ring, asked, sessionId), changes: [change] };
  });
}

/** A mark of the child whose class is the asker's; whoever may not be told of it cannot tell it from one that is not there. */
async function markOf(
  trx: Trx,
  ring: KeyRing,
  { child, place }: { readonly child: { readonly child_id: string }; readonly place: Place },
  markId: string,
): Promise<StoredMark> {
  const mine = classesAt(trx.context, place);
  const found = (await marksOf(trx, ring, [child.child_id])).find((mark) => mark.markId === markId);
  if (found === undefined || sightOf(found.group, mine) === 'none') throw refusal('conflict', 'changed-meanwhile', refusals.gone);
  return found;
}
