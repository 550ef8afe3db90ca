import { Refusal } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import { type Change, type Context, type Db, type ReadTrx, readAs, transact } from '../../../platform/db';
import type { Upload } from '../../../platform/http';
import { className, readClassName } from '../../area/index';
import type { StoredClass } from '../../area/server/index';
import { listLines } from '../../children/server/index';
import { permissions } from '../permissions';
import { readMarks } from '../rules/mark-sheet';
import { plain } from '../rules/mark-words';
import { type MarkedDay, markedDays } from '../rules/marked-days';
import { needsReason } from '../rules/window';
import type { SheetDay, SheetRequest, SheetTaken, SheetView } from '../sheet-contract';
import { refusals } from '../words';
import { type ClassFacts, classFor, takerOf } from './asking';
import { rollsFor } from './roll-store';
import { barredBy, calledOn } from './roll-view';
import { readMarkTables } from './sheet-reading';
import { askedOf, takeIn } from './take-actions';

/** What a sheet of marks says of a class, day by day, beside what is known already. Nothing is kept of it. */
export async function readSheet(db: Db, context: Context, id: string, month: string, upload: Upload): Promise<SheetView> {
  // Whose class it is is asked before anything of the file is read.
  await readAs(db, context, (trx) => classFor(trx, id, permissions['attendance.take']));
  const readings = (await readMarkTables(upload, month)).map((table) => readMarks(table, month));
  if (readings.some(({ shape }) => shape === 'open'))
    throw new Refusal('unprocessable', 'came-or-not', refusals.cameOrNot(upload.name));
  return readAs(db, context, async (trx) => {
    const facts = await classFor(trx, id, permissions['attendance.take']);
    const entries = readings.flatMap((reading) => reading.entries);
    const lists = new Map<string, readonly string[]>();
    for (const day of new Set(entries.map((entry) => entry.day))) lists.set(day, (await calledOn(trx, facts.one, day)).ids);
    const names = await namesOf(trx, [...new Set([...lists.values()].flat())]);
    const pupils = [...names].map(([childId, name]) => ({ childId, name }));
    const { days, unplaced, others } = markedDays(entries, pupils, isOther(facts.one));
    if (days.length === 0) throw nothingOf(facts.one, upload.name);
    const seen: SheetDay[] = [];
    for (const one of days) seen.push(await dayView(trx, facts, one, lists.get(one.day) ?? [], names));
    const shapes = readings.flatMap((reading) => (reading.entries.length > 0 && reading.shape !== 'open' ? [reading.shape] : []));
    // Of whom a gate says nothing did not come, as far as it knows: a file with one such sheet is one of a gate.
    const shape = shapes.find((one) => one === 'gate') ?? shapes[0] ?? 'list';
    const faults = readings.flatMap((reading) => reading.faults);
    return { classId: id, name: className(facts.one), file: upload.name, shape, days: seen, unplaced, faults, others };
  });
}

/**
 * Takes the rolls of a sheet, day after day, all or none. A child that has to be answered for and that the sheet does not name is
 * not called: nobody has said that it came.
 */
export async function takeSheet(db: Db, context: Context, id: string, { days, reason }: SheetRequest): Promise<SheetTaken> {
  return transact(db, context, async (trx) => {
    const changes: Change[] = [];
    const left: { day: string; session: 'am' | 'pm'; names: readonly string[] }[] = [];
    const inOrder = [...days].sort((a, b) => (`${a.day} ${a.session}` < `${b.day} ${b.session}` ? -1 : 1));
    for (const { day, session, base, here, rest, marks } of inOrder) {
      const marked = new Set(marks.map(({ childId }) => childId));
      const asked = await askedOf(trx, { classId: id, day, session }, [...here, ...rest, ...marked]);
      const open = rest.filter((child) => asked.has(child) && !marked.has(child));
      const back = here.filter((child) => asked.has(child) && !marked.has(child));
      const called = [...new Set([...here, ...rest.filter((child) => !open.includes(child)), ...marked])];
      const answers = [...marks, ...back.map((childId) => ({ childId, mark: 'back' as const }))];
      const taken = await takeIn(trx, id, { day, session, base, called, marks: answers, reason });
      changes.push(...taken.changes);
      const names = await namesOf(trx, open);
      if (open.length > 0) left.push({ day, session, names: open.map((child) => names.get(child) ?? '') });
    }
    changes.push({ act: 'attendance.sheet', object: `class:${id}`, detail: { days: days.length } });
    return { result: { days: days.length, left }, changes };
  });
}

async function dayView(
  trx: ReadTrx,
  facts: ClassFacts,
  { day, session, here, marks, unclear }: MarkedDay,
  list: readonly string[],
  names: ReadonlyMap<string, string>,
): Promise<SheetDay> {
  const { one } = facts;
  const today = dayOf(trx.now);
  const { roll } = await rollsFor(trx, { classId: one.id, day, session });
  const onList = new Set(list);
  const said = new Set([...here, ...unclear, ...marks.map(({ childId }) => childId)]);
  const name = (childId: string) => names.get(childId) ?? '';
  return {
    ...{ day, session, base: roll?.version ?? 0 },
    barred: barredBy(facts, takerOf(trx.context, one), { day, session, today, changes: roll !== undefined }),
    asksReason: needsReason({ day, today, changes: roll !== undefined }),
    here: here.filter((child) => onList.has(child)),
    marks: marks.filter(({ childId }) => onList.has(childId)).map((mark) => ({ ...mark, name: name(mark.childId) })),
    rest: list.filter((child) => !said.has(child)).map((childId) => ({ childId, name: name(childId) })),
  };
}

async function namesOf(trx: ReadTrx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const lines = await listLines(trx, { county: true, areas: [], schools: [] }, ids);
  return new Map(lines.map((line) => [line.child_id, line.name]));
}

/** Whether a class as a sheet writes it is another than this one; what cannot be read as a class is taken for ours only if it is our name. */
function isOther(one: StoredClass): (text: string) => boolean {
  const own = plain(className(one).zh);
  return (text) => {
    if (plain(text).endsWith(own)) return false;
    const read = readClassName(text, one.schoolYear, (one.grades[0] ?? 1) >= 7);
    return read === undefined || !one.grades.includes(read.grade) || read.number !== one.number;
  };
}

function nothingOf(one: StoredClass, file: string): Refusal {
  return new Refusal('unprocessable', 'nothing-of-class', refusals.nothingOfClass(className(one), file));
}
