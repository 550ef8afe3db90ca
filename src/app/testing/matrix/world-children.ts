import { newId, type Trx } from '../../../platform/db';

/** Where a made-up child lives and goes to school. */
export type ChildHome = { readonly areaPath: string; readonly schoolPath: string };

/** What a made-up child brings into the world: itself, and a question asked of its class and one of its village. */
export type MadeChild = { readonly child: string; readonly classTask: string; readonly villageTask: string };

type Row = { county_id: string };
type Tables = {
  child: Row & {
    child_id: string;
    name: string;
    sex: number;
    birth_day: string;
    area_path: string;
    school_path: string;
  } & Moments;
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

/** One batch of questions, about children of every relation. */
export async function insertQuestions(
  trx: Trx,
  homes: readonly ChildHome[],
): Promise<{ batch: string; children: readonly MadeChild[] }> {
  const tables = trx.withTables<Tables>();
  const [batch, county_id] = [newId(), trx.countyId];
  const [moments, due_day] = [{ created_at: trx.now, changed_at: trx.now }, '2025-03-20'];
  const sent = { run_no: 1, due_day, tasks: homes.length * 2, sent_by: 'test', sent_at: trx.now };
  await tables
    .insertInto('verification_batch')
    .values({ county_id, batch_id: batch, finding: 'absent', ...sent })
    .execute();
  const children: MadeChild[] = [];
  for (const { areaPath, schoolPath } of homes) {
    const made = { child: newId(), classTask: newId(), villageTask: newId() };
    const who = { name: '某某', sex: 1, birth_day: '2014-05-02', area_path: areaPath, school_path: schoolPath };
    await tables
      .insertInto('child')
      .values({ county_id, child_id: made.child, ...who, ...moments })
      .execute();
    const asked = { county_id, batch_id: batch, child_id: made.child, due_day, state: 'open', ...moments };
    await tables
      .insertInto('verification_task')
      .values([
        { ...asked, task_id: made.classTask, finding: 'absent', tree: 'school', path: schoolPath },
        { ...asked, task_id: made.villageTask, finding: 'not-enrolled', tree: 'area', path: areaPath },
      ])
      .execute();
    children.push(made);
  }
  return { batch, children };
}
