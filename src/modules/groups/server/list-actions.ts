import { absent, fieldRefusal, Refusal } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import { type Change, type Context, type Db, type ReadTrx, transact } from '../../../platform/db';
import type { Upload } from '../../../platform/http';
import { type HeadedTable, readTables } from '../../../platform/sheets/index';
import { childLine, childrenByIdNumber, listChildren } from '../../children/server/index';
import type { ListFault, ListRequest, ListTaken, ListView } from '../list-contract';
import { permissions } from '../permissions';
import { type CivilGroup, isListHeader, isSameName, readCivilList } from '../rules/civil-list';
import { isTooLong } from '../rules/marks';
import { refusals, things } from '../words';
import { scopeFor } from './asking';
import { endMarks, insertMarks, marksOf, type StoredMark } from './mark-store';

/** A county has some hundreds of such children; a longer file is another one. */
const MOST_ROWS = 5000;
/** Each of these groups has one definition by the word of civil affairs. */
const definition = 'civil';

type Asked = { readonly db: Db; readonly context: Context; readonly ring: KeyRing };
type Owners = Awaited<ReturnType<typeof childrenByIdNumber>>;

/**
 * What a list of civil affairs says: which children of one's places it would mark, and which lines mark nobody, with the row. Nothing
 * is kept of it but a line in the trail, since whose a number is was looked up (SEC-22).
 */
export async function readList({ db, context, ring }: Asked, usual: CivilGroup, upload: Upload): Promise<ListView> {
  const lines = (await tablesOf(upload)).flatMap((table) => readCivilList(table, usual));
  return transact(db, context, async (trx) => {
    const numbers = lines.flatMap((line) => (line.fault === null ? [line.number] : []));
    const owners = await childrenByIdNumber(trx, ring, scopeFor(context, permissions['group.mark']), numbers);
    const ids = [...owners.values()].flatMap((rows) => rows.map((row) => row.child_id));
    const running = await runningOf(trx, ring, ids);
    const found: ListView['found'][number][] = [];
    const faults: ListView['faults'][number][] = [];
    for (const line of lines) {
      const { row, name } = line;
      const child = line.fault === null ? childOf(line, owners) : line.fault;
      if (typeof child === 'string') faults.push({ row, name, fault: child });
      else if (line.fault === null)
        found.push({ ...child, row, group: line.group, runs: running.has(keyOf(child.childId, line.group)) });
    }
    const change = { act: 'group.list-look', object: '-', detail: { rows: lines.length, found: found.length } };
    return { result: { file: upload.name, today: dayOf(trx.now), found, faults }, changes: [change] };
  });
}

/**
 * Marks the children of a list, all or none, from today until the day that is given; who has such a mark already has it renewed. The
 * trail says of each child that it was marked, and not with what.
 */
export async function takeList({ db, context, ring }: Asked, { marks, document, untilDay }: ListRequest): Promise<ListTaken> {
  return transact(db, context, async (trx) => {
    const today = dayOf(trx.now);
    const ids = [...new Set(marks.map(({ childId }) => childId))];
    const children = await listChildren(trx, scopeFor(context, permissions['group.mark']), ids);
    if (children.length < ids.length) throw absent(things.child);
    if (untilDay < today) throw fieldRefusal('untilDay', refusals.past);
    if (isTooLong(today, untilDay)) throw fieldRefusal('untilDay', refusals.tooLong);
    const wanted = new Map(marks.map((mark) => [keyOf(mark.childId, mark.group), mark]));
    const running = await runningOf(trx, ring, ids);
    const renewed = [...wanted.keys()].flatMap((key) => running.get(key) ?? []);
    await endMarks(trx, ring, renewed, { day: today, why: document });
    const drafts = [...wanted.values()].map(
      (mark) => ({ ...mark, source: 'civil', definition, document, from: today, until: untilDay }) as const,
    );
    const made = await insertMarks(trx, ring, drafts);
    const changes = drafts.map(({ childId }, at): Change => {
      return { act: 'group.begin', object: `child:${childId}`, detail: { mark: made[at] ?? '' } };
    });
    changes.push({ act: 'group.list-take', object: '-', detail: { marks: drafts.length, renewed: renewed.length } });
    return { result: { marked: drafts.length, renewed: renewed.length }, changes };
  });
}

async function tablesOf(upload: Upload): Promise<readonly HeadedTable[]> {
  return readTables(upload, {
    isHeader: isListHeader,
    mostRows: MOST_ROWS,
    noHeader: () => new Refusal('unprocessable', 'no-header', refusals.noHeader(upload.name)),
    tooLong: () => new Refusal('unprocessable', 'too-long', refusals.tooManyRows(upload.name, MOST_ROWS)),
  });
}

/** The child of a line, or why it is of nobody: a number alone may have been mistyped into somebody else's. */
function childOf({ name, number }: { readonly name: string; readonly number: string }, owners: Owners) {
  const [child, second] = owners.get(number) ?? [];
  if (child === undefined) return 'nobody' satisfies ListFault;
  if (second !== undefined) return 'several' satisfies ListFault;
  return isSameName(child.name, name) ? childLine(child) : ('other-name' satisfies ListFault);
}

/** The marks by the word of civil affairs that somebody has made and nobody has ended, by child and group. */
async function runningOf(trx: ReadTrx, ring: KeyRing, ids: readonly string[]): Promise<ReadonlyMap<string, StoredMark>> {
  const marks = await marksOf(trx, ring, [...new Set(ids)], 'running');
  const made = marks.filter((mark) => !mark.derived && mark.definition === definition);
  return new Map(made.map((mark) => [keyOf(mark.childId, mark.group), mark]));
}

function keyOf(childId: string, group: string): string {
  return `${childId} ${group}`;
}
