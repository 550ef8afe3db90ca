import { absent, fieldRefusal, Refusal } from '../../../kernel/refusal';
import type { Permission } from '../../../platform/access';
import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import { type Context, type Db, type ReadTrx, readAs, transact } from '../../../platform/db';
import { type ChildRow, findChild, userNames } from '../../children/server/index';
import type { AbsencesQuery, AbsencesView, ContactView, FollowUpView, NoteRequest } from '../contract';
import { permissions } from '../permissions';
import { writableOf } from '../rules/obligations';
import { bars, notSaved, refusals, things } from '../words';
import { type Away, absencesIn, dueBeforeLeave, type Ladders, laddersToday } from './absence-lines';
import { scopeFor, takerOf } from './asking';
import { contactsOf, insertContacts, noteOf, type StoredContact } from './contact-store';
import { reportsOf } from './report-store';
import { reportLines } from './report-view';

/** Who is away without leave today in the places of the asker, the longest first. */
export async function readAbsences(
  db: Db,
  context: Context,
  { school, from, holder, mine }: AbsencesQuery,
): Promise<AbsencesView> {
  const scope = scopeFor(context, permissions['attendance.see']);
  const read = async (trx: ReadTrx) => {
    const ladders = await laddersToday(trx);
    const all = await absencesIn(trx, scope, ladders);
    const rows = all.filter(
      ({ line, schoolId, obligations }) =>
        line.days >= from &&
        (school === undefined || schoolId === school) &&
        (mine === undefined || line.mine) &&
        (holder === undefined || obligations.some((one) => one.holder === holder)),
    );
    const isLate = ({ obligations }: Away) => obligations.some(({ holder, late }) => holder !== null && late > 0);
    return {
      ...{ today: dayOf(trx.now), due: rows.filter(({ line }) => line.mine).length, late: rows.filter(isLate).length },
      ladder: ladders.usual,
      rows: rows.map(({ line }) => line),
    };
  };
  return readAs(db, context, read, scope.county ? 'fit' : 'once');
}

/** One child with everything that was done about it. */
export async function readFollowUp(db: Db, context: Context, ring: KeyRing, id: string): Promise<FollowUpView> {
  return readAs(db, context, (trx) => followUp(trx, ring, id));
}

/** Notes that somebody was called, visited or met about a child that is away. Nothing of it is ever changed. */
export async function noteContact(db: Db, context: Context, ring: KeyRing, id: string, said: NoteRequest): Promise<FollowUpView> {
  return transact(db, context, async (trx) => {
    const child = await childFor(trx, id);
    const taker = takerOf(context, { path: child.school_path });
    if (taker === null) throw new Refusal('forbidden', 'only-see', notSaved(bars.onlySee));
    const absence = (await awayOf(trx, child, await laddersToday(trx)))?.line;
    if (absence === undefined) throw new Refusal('unprocessable', 'not-away', refusals.notAway);
    const today = dayOf(trx.now);
    if (said.day < absence.since || said.day > today) throw fieldRefusal('day', refusals.contactDay);
    if ((said.promise === 'day') !== (said.backDay !== null && said.backDay >= said.day))
      throw fieldRefusal('backDay', refusals.backDay);
    await insertContacts(trx, ring, [{ childId: id, classPath: child.school_path, taker, said }]);
    const { note: _, ...detail } = said;
    const change = { act: 'attendance.contact', object: `child:${id}`, detail };
    return { result: await followUp(trx, ring, id), changes: [change] };
  });
}

async function followUp(trx: ReadTrx, ring: KeyRing, id: string): Promise<FollowUpView> {
  const ladders = await laddersToday(trx);
  const child = await childFor(trx, id);
  const [contacts, reports, away] = await Promise.all([contactsOf(trx, [id]), reportsOf(trx, [id]), awayOf(trx, child, ladders)]);
  const names = await userNames(
    trx,
    contacts.map((one) => one.noted_by),
  );
  const taker = takerOf(trx.context, { path: child.school_path });
  const mayWrite = away === undefined || taker === null || taker === 'teacher' ? [] : writableOf(away.absence, away.ladder);
  return {
    ...{
      childId: id,
      name: child.name,
      today: dayOf(trx.now),
      absence: away?.line ?? null,
      ladder: away?.ladder ?? ladders.usual,
      mayWrite,
    },
    obligations: away?.obligations ?? (await dueBeforeLeave(trx, child, ladders)),
    reports: await reportLines(trx, ring, reports.toReversed(), new Map(away ? [[id, away.line.since]] : [])),
    mayNote: taker !== null,
    contacts: contacts.toReversed().map((one) => contactView(trx, ring, one, names)),
  };
}

function contactView(trx: ReadTrx, ring: KeyRing, one: StoredContact, names: ReadonlyMap<string, string>): ContactView {
  const { contact_id: contactId, day, way, reached, reason, promise, back_day: backDay } = one;
  const said = { note: noteOf(trx, ring, one), by: names.get(one.noted_by) ?? '', at: one.noted_at.toISOString() };
  return { contactId, day, way, reached, reason, promise, backDay, ...said };
}

/** A child of the asker's places, or the refusal that cannot be told from "not yours". */
export async function childFor(
  trx: ReadTrx,
  id: string,
  permission: Permission = permissions['attendance.see'],
): Promise<ChildRow> {
  const child = await findChild(trx, scopeFor(trx.context, permission), id);
  if (child === undefined) throw absent(things.child);
  return child;
}

/** The absence of a child, undefined where it is not away. */
export async function awayOf(trx: ReadTrx, { child_id, school_path }: ChildRow, ladders: Ladders): Promise<Away | undefined> {
  const away = await absencesIn(trx, { county: false, areas: [], schools: [school_path] }, ladders);
  return away.find(({ line }) => line.childId === child_id);
}
