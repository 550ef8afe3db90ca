import { type ExpressionBuilder, type Selectable, sql } from 'kysely';
import type { Scope } from '../../../platform/access';
import type { ReadTrx, Trx } from '../../../platform/db';
import { bulkRows, inPieces } from '../../children/server/index';
import type { TasksQuery } from '../contract';
import { taskStates, waitsForAnswer } from '../rules/task-states';
import type { AskableFinding, Unit } from '../rules/units';
import type { TaskRecord, VerificationTables } from './tables';

/** A question as it lies in the database. */
export type TaskRow = Selectable<TaskRecord>;
export type TaskDraft = { readonly taskId: string; readonly childId: string; readonly unit: Unit };

const waiting = taskStates.filter(waitsForAnswer);
const unsettled = [...waiting, 'answered'] as const;

/** Keeps the questions of a batch. */
export async function insertTasks(
  trx: Trx,
  batch: { readonly batchId: string; readonly finding: AskableFinding; readonly dueDay: string },
  drafts: readonly TaskDraft[],
): Promise<void> {
  for (const piece of inPieces(drafts)) {
    const rows = bulkRows({
      task_id: ['text', piece.map(({ taskId }) => taskId)],
      child_id: ['text', piece.map(({ childId }) => childId)],
      tree: ['text', piece.map(({ unit }) => unit.tree)],
      path: ['text', piece.map(({ unit }) => unit.path)],
    });
    await sql`insert into verification_task (county_id, task_id, child_id, tree, path, batch_id, finding, due_day, state,
        created_at, changed_at)
      select ${trx.countyId}, t.*, ${batch.batchId}, ${batch.finding}, ${batch.dueDay}, 'open', ${trx.now}::timestamptz,
        ${trx.now}::timestamptz from ${rows}`.execute(tables(trx));
  }
}

/** Of which children something is asked already and not settled. */
export async function childrenAskedAbout(trx: ReadTrx, finding: AskableFinding): Promise<ReadonlySet<string>> {
  const rows = await mine(trx).select('child_id').where('finding', '=', finding).where('state', 'in', unsettled).execute();
  return new Set(rows.map((row) => row.child_id));
}

/** How many questions are not settled, by finding. */
export async function countUnsettled(trx: ReadTrx): Promise<ReadonlyMap<string, number>> {
  const rows = await mine(trx)
    .select((eb) => ['finding', eb.fn.countAll<number>().as('tasks')])
    .where('state', 'in', unsettled)
    .groupBy('finding')
    .execute();
  return new Map(rows.map((row) => [row.finding, row.tasks]));
}

/** One question of a scope, or undefined. With `lock` it stays as it is until the transaction ends. */
export async function findTask(trx: ReadTrx, scope: Scope, id: string, lock = false): Promise<TaskRow | undefined> {
  const query = within(trx, scope).selectAll().where('task_id', '=', id);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}

/** Questions of a scope: those that wait longest first. */
export async function listTasks(
  trx: ReadTrx,
  scope: Scope,
  { page, size, state, finding, late, unit }: TasksQuery,
  today: string,
): Promise<{ readonly rows: readonly TaskRow[]; readonly total: number }> {
  let wanted = within(trx, scope);
  if (state === 'waiting') wanted = wanted.where('state', 'in', waiting);
  else if (state) wanted = wanted.where('state', '=', state);
  if (finding) wanted = wanted.where('finding', '=', finding);
  if (late) wanted = wanted.where('state', 'in', waiting).where('due_day', '<', today);
  if (unit) wanted = wanted.where(startsWith('path', unit));
  const { total } = await wanted.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await wanted
    .selectAll()
    .orderBy('due_day')
    .orderBy('task_id')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { rows, total };
}

/** All questions ever asked about a child that the scope may see, newest first. */
export async function tasksOfChild(trx: ReadTrx, scope: Scope, childId: string): Promise<readonly TaskRow[]> {
  return within(trx, scope)
    .selectAll()
    .where('child_id', '=', childId)
    .orderBy('created_at', 'desc')
    .orderBy('task_id')
    .execute();
}

/** How many questions of a scope stand where, of those that wait how many are late. */
export async function countTasks(trx: ReadTrx, scope: Scope, today: string) {
  const { toAnswer, late, toDecide } = await within(trx, scope)
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('state', 'in', waiting).as('toAnswer'),
      eb.fn
        .countAll<number>()
        .filterWhere(eb.and([eb('state', 'in', waiting), eb('due_day', '<', today)]))
        .as('late'),
      eb.fn.countAll<number>().filterWhere('state', '=', 'answered').as('toDecide'),
    ])
    .where('state', 'in', unsettled)
    .executeTakeFirstOrThrow();
  return { toAnswer, late, toDecide };
}

/** How the offices of a scope stand: an office is a school, a township, or the county itself. */
export async function countByOffice(trx: ReadTrx, scope: Scope, today: string) {
  const office = sql<string>`split_part(path, '/', 1) || '/' || case when split_part(path, '/', 2) = '' then '' else split_part(path, '/', 2) || '/' end`;
  return within(trx, scope)
    .select((eb) => [
      'tree',
      office.as('office'),
      eb.fn.countAll<number>().filterWhere('state', '<>', 'recalled').as('sent'),
      eb.fn.countAll<number>().filterWhere('state', 'in', waiting).as('waiting'),
      eb.fn
        .countAll<number>()
        .filterWhere(eb.and([eb('state', 'in', waiting), eb('due_day', '<', today)]))
        .as('late'),
      eb.fn.countAll<number>().filterWhere('state', '=', 'answered').as('answered'),
      eb.fn.countAll<number>().filterWhere('state', '=', 'accepted').as('accepted'),
    ])
    .groupBy(['tree', office])
    .execute();
}

/** What may change of a question. */
export type TaskEdit = Partial<Pick<TaskRow, 'state' | 'answer_id' | 'recall_why' | 'tree' | 'path' | 'child_id'>>;

/** Changes a question as it was at `version`; false when somebody changed it since. */
export async function updateTask(trx: Trx, id: string, version: number, edit: TaskEdit): Promise<boolean> {
  const { numUpdatedRows } = await tables(trx)
    .updateTable('verification_task')
    .set({ ...edit, version: version + 1, changed_at: trx.now })
    .where('county_id', '=', trx.countyId)
    .where('task_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Calls questions back that nobody outside has answered: of a batch, or those named. Answers with what was called back. */
export async function recallTasks(
  trx: Trx,
  which: { readonly batchId: string } | { readonly ids: readonly string[] },
  why: NonNullable<TaskRow['recall_why']>,
): Promise<readonly Pick<TaskRow, 'task_id' | 'child_id'>[]> {
  if ('ids' in which && which.ids.length === 0) return [];
  let update = tables(trx)
    .updateTable('verification_task')
    .set((set) => ({ state: 'recalled', recall_why: why, changed_at: trx.now, version: set('version', '+', 1) }))
    .where('county_id', '=', trx.countyId)
    .where('state', 'in', waiting);
  update = 'ids' in which ? update.where('task_id', 'in', which.ids) : update.where('batch_id', '=', which.batchId);
  return update.returning(['task_id', 'child_id']).execute();
}

/** Questions that wait for somebody outside the bureau. */
export async function waitingTasks(trx: ReadTrx): Promise<readonly Pick<TaskRow, 'task_id' | 'child_id' | 'finding'>[]> {
  return mine(trx).select(['task_id', 'child_id', 'finding']).where('state', 'in', waiting).execute();
}

/** Gives the questions about a child to another record: all, or those named. Answers with their ids. */
export async function giveTasks(trx: Trx, from: string, to: string, ids?: readonly string[]): Promise<readonly string[]> {
  if (ids?.length === 0) return [];
  let update = tables(trx)
    .updateTable('verification_task as t')
    .set({ child_id: to })
    .where('t.county_id', '=', trx.countyId)
    .where('t.child_id', '=', from)
    // Two open questions of one sort about one child cannot be: the second stays where it is.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('verification_task as o')
            .select('o.task_id')
            .where('o.county_id', '=', trx.countyId)
            .where('o.child_id', '=', to)
            .whereRef('o.finding', '=', 't.finding')
            .where('o.state', 'in', unsettled)
            .where('t.state', 'in', unsettled),
        ),
      ),
    );
  if (ids) update = update.where('t.task_id', 'in', ids);
  const rows = await update.returning('t.task_id').execute();
  return rows.map((row) => row.task_id);
}

function startsWith(column: 'path', prefix: string) {
  // Every path ends in `/`, and `0` is the character after it.
  return (eb: ExpressionBuilder<VerificationTables, 'verification_task'>) =>
    eb.and([eb(column, '>=', prefix), eb(column, '<', `${prefix.slice(0, -1)}0`)]);
}

function within(trx: ReadTrx, { county, areas, schools }: Scope) {
  return mine(trx).where((eb) => {
    if (county) return eb.lit(true);
    const inTree = (tree: Unit['tree'], paths: readonly string[]) =>
      paths.map((path) => eb.and([eb('tree', '=', tree), startsWith('path', path)(eb)]));
    const places = [...inTree('area', areas), ...inTree('school', schools)];
    return places.length === 0 ? eb.lit(false) : eb.or(places);
  });
}

function mine(trx: ReadTrx) {
  return tables(trx).selectFrom('verification_task').where('county_id', '=', trx.countyId);
}

function tables(trx: ReadTrx) {
  return trx.withTables<VerificationTables>();
}
