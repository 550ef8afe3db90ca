import { absent } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import { readAs } from '../../../platform/db';
import type { House } from '../../../platform/house';
import { type RouteFacts, routesOf } from '../../../platform/http';
import { findChild, userNames } from '../../children/server/index';
import { countFindings, lastRun } from '../../matching/server/index';
import {
  AnswerRequest,
  AskableView,
  BatchesQuery,
  BatchesView,
  BatchParams,
  BulkAcceptRequest,
  BulkAcceptView,
  ChildParams,
  ChildTasksView,
  ContactRequest,
  ContactView,
  DecisionRequest,
  FileParams,
  FileQuery,
  FilesView,
  PreviewQuery,
  PreviewView,
  ReassignRequest,
  RecallRequest,
  SendRequest,
  SentView,
  TaskCounts,
  TaskParams,
  TasksQuery,
  TasksView,
  TaskView,
  UnitsView,
} from '../contract';
import { permissions } from '../permissions';
import { usualDueDay } from '../rules/deadline';
import { askableFindings, officeOf } from '../rules/units';
import { things } from '../words';
import { answerTask, contactOf, readTask } from './answer-actions';
import { answersOf } from './answer-store';
import { everywhere, scopeFor } from './asking';
import { listBatches } from './batch-store';
import { acceptTasks, decideTask, reassignTask } from './decide-actions';
import { addPaper, openPaper, removePaper } from './files';
import { placeNames } from './places';
import { proofsOf } from './proof-store';
import { askableChildren, recallBatch, sendTasks } from './send-actions';
import { countByOffice, countTasks, countUnsettled, listTasks, tasksOfChild } from './task-store';
import { answerViews, taskLines } from './task-view';

const route = routesOf<House>();
const see = permissions['verification.see'];
const answer = permissions['verification.answer'];
const send = permissions['verification.send'];
const decide = permissions['verification.decide'];

const sending = [
  route({
    method: 'GET',
    url: '/api/verification/askable',
    says: { zh: '可下发核查的儿童', en: 'Whom could be asked about' },
    who: send,
    response: AskableView,
    handle: ({ db, context }) =>
      readAs(db, context, async (trx) => {
        const [found, out] = [await countFindings(trx), await countUnsettled(trx)];
        const rows = askableFindings.map((finding) => ({ finding, found: found[finding] ?? 0, out: out.get(finding) ?? 0 }));
        return { rows, dueDay: usualDueDay(dayOf(trx.now)) };
      }),
  }),
  route({
    method: 'GET',
    url: '/api/verification/preview',
    says: { zh: '下发前预览', en: 'What sending would do' },
    who: send,
    query: PreviewQuery,
    response: PreviewView,
    handle: ({ db, context, query }) =>
      readAs(db, context, async (trx) => {
        const { fresh, out } = await askableChildren(trx, query.finding);
        const names = await placeNames(trx);
        const offices = new Map<string, { unit: ReturnType<typeof officeOf>; children: number }>();
        for (const { unit } of fresh) {
          const office = officeOf(unit);
          const known = offices.get(office.path);
          offices.set(office.path, { unit: office, children: (known?.children ?? 0) + 1 });
        }
        const rows = [...offices.values()]
          .map(({ unit, children }) => ({ unit: { ...unit, says: names(unit) }, children }))
          .sort((a, b) => b.children - a.children);
        return { finding: query.finding, runNo: (await lastRun(trx))?.runNo ?? null, rows, fresh: fresh.length, out };
      }),
  }),
  route({
    method: 'POST',
    url: '/api/verification-batches',
    says: { zh: '下发核查任务', en: 'Send questions out' },
    who: send,
    body: SendRequest,
    response: SentView,
    creates: true,
    handle: ({ db, context, body }) => sendTasks(db, context, body),
  }),
  route({
    method: 'GET',
    url: '/api/verification-batches',
    says: { zh: '已下发的核查', en: 'Questions sent out' },
    who: decide,
    query: BatchesQuery,
    response: BatchesView,
    handle: ({ db, context, query }) =>
      readAs(db, context, async (trx) => {
        const { rows, total } = await listBatches(trx, query);
        const people = await userNames(
          trx,
          rows.map((row) => row.sent_by),
        );
        const views = rows.map((row) => ({
          ...{ batchId: row.batch_id, finding: row.finding, runNo: row.run_no, dueDay: row.due_day, note: row.note },
          ...{ tasks: row.tasks, waiting: row.waiting, sentBy: people.get(row.sent_by) ?? '—' },
          sentAt: row.sent_at.toISOString(),
          recalledAt: row.recalled_at?.toISOString() ?? null,
        }));
        return { rows: views, total, page: query.page, size: query.size };
      }),
  }),
  route({
    method: 'POST',
    url: '/api/verification-batches/:id/recall',
    says: { zh: '收回核查任务', en: 'Call questions back' },
    who: send,
    params: BatchParams,
    body: RecallRequest,
    response: SentView.omit({ tasks: true }),
    handle: async ({ db, context, params, body }) => {
      await recallBatch(db, context, params.id, body.reason);
      return { batchId: params.id };
    },
  }),
];

const seeing = [
  route({
    method: 'GET',
    url: '/api/verification-units',
    says: { zh: '各单位核查进度', en: 'How each office stands' },
    who: decide,
    response: UnitsView,
    handle: ({ db, context }) =>
      readAs(db, context, async (trx) => {
        const today = dayOf(trx.now);
        const names = await placeNames(trx);
        const counts = await countByOffice(trx, scopeFor(context, decide), today);
        const rows = counts.map(({ tree, office: path, ...count }) => ({
          unit: { tree, path, says: names({ tree, path }) },
          ...count,
        }));
        return {
          rows: rows.sort((a, b) => b.late - a.late || b.waiting - a.waiting || (a.unit.path < b.unit.path ? -1 : 1)),
          today,
        };
      }),
  }),
  route({
    method: 'GET',
    url: '/api/verification-tasks',
    says: { zh: '核查任务', en: 'Questions about children' },
    who: see,
    query: TasksQuery,
    response: TasksView,
    handle: ({ db, context, query }) =>
      readAs(db, context, async (trx) => {
        const today = dayOf(trx.now);
        const { rows, total } = await listTasks(trx, scopeFor(context, see), query, today);
        return { rows: await taskLines(trx, rows), total, page: query.page, size: query.size, today };
      }),
  }),
  route({
    method: 'GET',
    url: '/api/verification-counts',
    says: { zh: '待办的核查', en: 'Questions that wait' },
    who: see,
    response: TaskCounts,
    handle: ({ db, context }) => readAs(db, context, (trx) => countTasks(trx, scopeFor(context, see), dayOf(trx.now))),
  }),
  route({
    method: 'GET',
    url: '/api/verification-tasks/:id',
    says: { zh: '一条核查任务', en: 'One question' },
    who: see,
    params: TaskParams,
    response: TaskView,
    handle: ({ db, context, house, params }) => readTask(db, context, house.ring, params.id),
  }),
  route({
    method: 'GET',
    url: '/api/children/:id/verification',
    says: { zh: '核查经过', en: 'What was asked about a child' },
    who: decide,
    params: ChildParams,
    response: ChildTasksView,
    handle: ({ db, context, house, params }) =>
      readAs(db, context, async (trx) => {
        const child = await findChild(trx, scopeFor(context, decide), params.id);
        if (child === undefined) throw absent(things.task);
        const tasks = await tasksOfChild(trx, everywhere, child.child_id);
        const ids = tasks.map((task) => task.task_id);
        const [answers, proofs, names] = [await answersOf(trx, house.ring, ids), await proofsOf(trx, ids), await placeNames(trx)];
        const rows = [];
        for (const task of tasks)
          rows.push({
            ...{ taskId: task.task_id, finding: task.finding, state: task.state, dueDay: task.due_day },
            unit: { tree: task.tree, path: task.path, says: names(task) },
            sentAt: task.created_at.toISOString(),
            answers: await answerViews(trx, answers.get(task.task_id) ?? [], proofs),
          });
        return { rows };
      }),
  }),
];

const answering = [
  route({
    method: 'POST',
    url: '/api/verification-tasks/:id/answers',
    says: { zh: '填写核查结果', en: 'Answer a question' },
    who: answer,
    params: TaskParams,
    body: AnswerRequest,
    response: TaskView,
    creates: true,
    handle: ({ db, context, house, params, body }) => answerTask(db, context, house.ring, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/api/verification-tasks/:id/contact',
    says: { zh: '查看联系方式', en: 'See how to reach a family' },
    who: answer,
    params: TaskParams,
    body: ContactRequest,
    response: ContactView,
    handle: ({ db, context, house, params, body }) => contactOf(db, context, house.ring, params.id, body.for),
  }),
  route({
    method: 'POST',
    url: '/api/verification-tasks/:id/files',
    says: { zh: '上传核查材料', en: 'Add a paper to a question' },
    who: answer,
    params: TaskParams,
    query: FileQuery,
    response: FilesView,
    upload: true,
    creates: true,
    handle: async ({ db, context, house, params, query, upload }) =>
      addPaper(db, house, context, { id: params.id, proof: query.proof }, await upload()),
  }),
  route({
    method: 'DELETE',
    url: '/api/verification-tasks/:id/files/:file',
    says: { zh: '删掉还没交的材料', en: 'Take a paper away before answering' },
    who: answer,
    params: FileParams,
    response: FilesView,
    handle: ({ db, context, params }) => removePaper(db, context, params.id, params.file),
  }),
  route({
    method: 'GET',
    url: '/api/verification-tasks/:id/files/:file',
    says: { zh: '查看核查材料', en: 'See a paper' },
    who: see,
    params: FileParams,
    response: 'file',
    handle: ({ db, context, house, params }) => openPaper(db, house, context, params.id, params.file),
  }),
];

const deciding = [
  route({
    method: 'POST',
    url: '/api/verification-tasks/:id/decision',
    says: { zh: '核准或退回', en: 'Accept an answer or send it back' },
    who: decide,
    params: TaskParams,
    body: DecisionRequest,
    response: TaskView,
    handle: ({ db, context, house, params, body }) => decideTask(db, context, house.ring, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/api/verification-acceptances',
    says: { zh: '批量核准', en: 'Accept several answers' },
    who: decide,
    body: BulkAcceptRequest,
    response: BulkAcceptView,
    handle: ({ db, context, house, body }) => acceptTasks(db, context, house.ring, body.tasks),
  }),
  route({
    method: 'PUT',
    url: '/api/verification-tasks/:id/unit',
    says: { zh: '转交核查任务', en: 'Pass a question on' },
    who: send,
    params: TaskParams,
    body: ReassignRequest,
    response: TaskView,
    handle: ({ db, context, house, params, body }) => reassignTask(db, context, house.ring, params.id, body),
  }),
];

/** Every route of this module. */
export const routes: readonly RouteFacts<House>[] = [...sending, ...seeing, ...answering, ...deciding];
