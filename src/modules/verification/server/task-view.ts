import { wholeYears } from '../../../kernel/whole-years';
import { may } from '../../../platform/access';
import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import type { Context, ReadTrx } from '../../../platform/db';
import {
  type ChildRow,
  childLine,
  permissions as children,
  listChildren,
  sealedText,
  userNames,
} from '../../children/server/index';
import type { AnswerView, TaskLine, TaskView } from '../contract';
import { answerGroupNames, outcomesFor } from '../rules/answer';
import { isOverdue } from '../rules/deadline';
import { openSteps, waitsForAnswer } from '../rules/task-states';
import { answersOf, outcomesOf, type StoredAnswer } from './answer-store';
import { answererOf, everywhere, viewerOf } from './asking';
import { batchNotes } from './batch-store';
import { paperViews, waitingPapers } from './files';
import { type PlaceNames, placeNames } from './places';
import { proofsOf, type StoredProof } from './proof-store';
import type { TaskRow } from './task-store';

/** Questions with their children, in the order given; one whose child is not there for the asker is left out. */
export async function taskLines(trx: ReadTrx, tasks: readonly TaskRow[]): Promise<readonly TaskLine[]> {
  const names = await placeNames(trx);
  const rows = new Map((await childrenOf(trx, tasks)).map((row) => [row.child_id, row]));
  const outcomes = await outcomesOf(
    trx,
    tasks.flatMap(({ answer_id: id }) => id ?? []),
  );
  return tasks.flatMap((task) => {
    const child = rows.get(task.child_id);
    if (child === undefined) return [];
    const answer = task.answer_id === null ? undefined : outcomes.get(task.answer_id);
    return [lineOf(trx, task, child, names, answer)];
  });
}

/** One question with everything whoever answers or decides needs; undefined when its child is not there for the asker. */
export async function taskView(trx: ReadTrx, ring: KeyRing, task: TaskRow): Promise<TaskView | undefined> {
  const [child] = await childrenOf(trx, [task]);
  if (child === undefined) return undefined;
  const names = await placeNames(trx);
  const stored = (await answersOf(trx, ring, [task.task_id])).get(task.task_id) ?? [];
  const proofs = await proofsOf(trx, [task.task_id]);
  const answers = await answerViews(trx, stored, proofs);
  const newest = stored.find(({ answer_id: id }) => id === task.answer_id);
  const as = answererOf(trx.context, task);
  const viewer = viewerOf(trx, task, newest?.answered_by ?? null);
  return {
    ...lineOf(trx, task, child, names, newest && { outcome: newest.outcome, at: newest.answered_at }),
    note: (await batchNotes(trx, [task.batch_id])).get(task.batch_id) ?? '',
    today: dayOf(trx.now),
    guardian: sealedText(trx, ring, child, 'guardianName'),
    hasPhone: child.guardian_phone !== null,
    as,
    steps: [...openSteps(task.state, viewer)],
    groups: as === null ? [] : answerGroupNames.map((group) => ({ group, outcomes: outcomesFor(group, as) })),
    answers,
    ...(await waitingPapers(trx, task.task_id)),
  };
}

/** Answers for a page, with who gave and who decided them. */
export async function answerViews(
  trx: ReadTrx,
  answers: readonly StoredAnswer[],
  proofs: readonly StoredProof[],
): Promise<readonly AnswerView[]> {
  const people = await userNames(
    trx,
    answers.flatMap((answer) => [answer.answered_by, answer.decided_by]),
  );
  const files = await paperViews(trx, proofs);
  const nameOf = (id: string | null) => (id === null ? null : (people.get(id) ?? '—'));
  return answers.map((answer) => ({
    answerId: answer.answer_id,
    outcome: answer.outcome,
    proofs: answer.proofs,
    ...answer.body,
    foundDay: answer.found_day,
    as: answer.answered_as,
    by: nameOf(answer.answered_by) ?? '—',
    at: answer.answered_at.toISOString(),
    verdict: answer.verdict,
    reason: answer.reason,
    validUntil: answer.valid_until_day,
    decidedBy: nameOf(answer.decided_by),
    decidedAt: answer.decided_at?.toISOString() ?? null,
    files: files.filter(({ fileId }) => proofs.some((one) => one.fileId === fileId && one.answerId === answer.answer_id)),
  }));
}

/** The questions were found in the asker's places, and row-level security guards the children once more. */
function childrenOf(trx: ReadTrx, tasks: readonly TaskRow[]): Promise<readonly ChildRow[]> {
  return listChildren(trx, everywhere, [...new Set(tasks.map(({ child_id: id }) => id))]);
}

function lineOf(
  trx: ReadTrx,
  task: TaskRow,
  child: ChildRow,
  names: PlaceNames,
  answer: { readonly outcome: string; readonly at: Date } | undefined,
): TaskLine {
  const today = dayOf(trx.now);
  const { birthYear: _, grade: __, ...line } = childLine(child);
  const schools = seesSchools(trx.context) ? line : { ...line, school: '', className: '' };
  return {
    ...schools,
    age: wholeYears(child.birth_day, today),
    taskId: task.task_id,
    state: task.state,
    version: task.version,
    finding: task.finding,
    unit: { tree: task.tree, path: task.path, says: names(task) },
    dueDay: task.due_day,
    late: isOverdue(task.due_day, today, waitsForAnswer(task.state)),
    outcome: answer?.outcome ?? null,
    answeredAt: answer?.at.toISOString() ?? null,
  };
}

/** A village officer sees no record, and so no school either. */
function seesSchools({ actor }: Context): boolean {
  return actor === null || may(actor, children['child.find']);
}
