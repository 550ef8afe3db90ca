import { putFacts } from '../../../modules/children/server';
import { countChildren } from '../../../modules/standing/server';
import { newId, type Trx } from '../../../platform/db';
import type { TestHouse } from '../../../platform/testing/house';

/** Where a child lives and goes to school. */
export type ChildHome = { readonly areaPath: string; readonly schoolPath: string };

/** What a child brings into the world: itself, a leave that waits for its class, and a question asked of its class and one of its village. */
export type MadeChild = {
  readonly leave: string;
  readonly child: string;
  readonly classTask: string;
  readonly villageTask: string;
};

type Row = { county_id: string };
type Tables = {
  verification_batch: Row & {
    batch_id: string;
    finding: string;
    run_no: number;
    due_day: string;
    tasks: number;
    sent_by: string;
    sent_at: Date;
  };
  verification_task: Row & {
    task_id: string;
    batch_id: string;
    child_id: string;
    finding: string;
    tree: string;
    path: string;
    due_day: string;
    state: string;
  } & Moments;
};
type Moments = { created_at: Date; changed_at: Date };

/** One batch of questions, about children of every relation; each lives and goes to school where it says. */
export async function insertQuestions(
  trx: Trx,
  homes: readonly (ChildHome & { readonly child: string })[],
): Promise<readonly MadeChild[]> {
  const tables = trx.withTables<Tables>();
  const [batch, county_id] = [newId(), trx.countyId];
  const [moments, due_day] = [{ created_at: trx.now, changed_at: trx.now }, '2025-03-20'];
  const sent = { run_no: 1, due_day, tasks: homes.length * 2, sent_by: 'test', sent_at: trx.now };
  await tables
    .insertInto('verification_batch')
    .values({ county_id, batch_id: batch, finding: 'absent', ...sent })
    .execute();
  const children: MadeChild[] = [];
  for (const { child, areaPath, schoolPath } of homes) {
    const made = { child, leave: newId(), classTask: newId(), villageTask: newId() };
    const asked = { county_id, batch_id: batch, child_id: made.child, due_day, state: 'open', ...moments };
    await tables
      .insertInto('verification_task')
      .values([
        { ...asked, task_id: made.classTask, finding: 'absent', tree: 'school', path: schoolPath },
        { ...asked, task_id: made.villageTask, finding: 'not-enrolled', tree: 'area', path: areaPath },
      ])
      .execute();
    const told = { childId: made.child, happened: '2025-03-01', source: 'register' as const };
    await putFacts(trx, [
      { ...told, kind: 'home', body: { area: areaPath } },
      { ...told, kind: 'class-list', body: { at: schoolPath, answer: 'present' } },
    ]);
    children.push(made);
  }
  return children;
}

/** Every child is counted where it stands. */
export async function countTold({ db, system: context }: TestHouse): Promise<void> {
  await countChildren({ db, context });
}
