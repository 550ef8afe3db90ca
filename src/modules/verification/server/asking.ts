import { absent, changedMeanwhile, Refusal } from '../../../kernel/refusal';
import { type Permission, type Scope, scopeOf } from '../../../platform/access';
import type { Context, ReadTrx, Trx } from '../../../platform/db';
import { permissions } from '../permissions';
import { type TaskStep, type TaskViewer, taskFault } from '../rules/task-states';
import type { Answerer, Unit } from '../rules/units';
import { faultSays, things } from '../words';
import { findTask, type TaskRow } from './task-store';

export const everywhere: Scope = { county: true, areas: [], schools: [] };

/** Where the asker may do something; the server itself may do it everywhere. */
export function scopeFor({ actor }: Context, permission: Permission): Scope {
  return actor === null ? everywhere : scopeOf(actor, permission);
}

/** One question of the asker's places, or the refusal that cannot be told from "not yours". */
export async function taskFor(trx: ReadTrx, id: string): Promise<TaskRow> {
  const task = await findTask(trx, scopeFor(trx.context, permissions['verification.see']), id);
  if (task === undefined) throw absent(things.task);
  return task;
}

/** The same, locked, as it was at `version`, where the asker may do this step now. `by` gave the answer that waits. */
export async function taskToChange(
  trx: Trx,
  asked: { readonly id: string; readonly version: number; readonly step: TaskStep },
  answeredBy: (task: TaskRow) => Promise<string | null> = async () => null,
): Promise<TaskRow> {
  const { context } = trx;
  const task = await findTask(trx, scopeFor(context, permissions['verification.see']), asked.id, true);
  if (task === undefined) throw absent(things.task);
  const fault = taskFault(asked.step, task.state, viewerOf(trx, task, await answeredBy(task)));
  if (fault) throw new Refusal(fault === 'wrong-state' ? 'conflict' : 'forbidden', fault, faultSays[fault]);
  if (task.version !== asked.version) throw changedMeanwhile(things.task, { state: task.state, version: task.version });
  return task;
}

/** What the asker is to a question. */
export function viewerOf({ context }: ReadTrx, task: Pick<TaskRow, 'tree' | 'path'>, answeredBy: string | null): TaskViewer {
  const { actor } = context;
  return {
    asked: answererOf(context, task) !== null,
    bureau: actor === null || scopeOf(actor, permissions['verification.decide']).county,
    answered: actor !== null && answeredBy === actor.userId,
  };
}

/** In whose name the asker answers at a place, by whatever permission answering needs there; null where it is not his. */
export function answererOf(
  { actor }: Context,
  { tree, path }: Unit,
  permission: Permission = permissions['verification.answer'],
): Answerer | null {
  if (actor === null) return 'bureau';
  const mine = actor.grants.filter((grant) => permission.roles.some((role) => role === grant.role));
  const here = mine.filter((grant) => grant.tree === tree && path.startsWith(grant.path));
  if (here.some((grant) => grant.role === 'village')) return 'village';
  if (here.some((grant) => grant.role === 'township')) return 'township';
  if (here.length > 0) return 'school';
  return mine.some((grant) => grant.tree === 'county') ? 'bureau' : null;
}
