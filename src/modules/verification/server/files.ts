import { Readable } from 'node:stream';
import type { z } from 'zod';
import { absent, Refusal, type Sentence } from '../../../kernel/refusal';
import { type Context, type Db, type ReadTrx, readAs, transact } from '../../../platform/db';
import { findFile, insertFile } from '../../../platform/files';
import type { House } from '../../../platform/house';
import type { FileAnswer, Upload } from '../../../platform/http';
import { proofKinds } from '../../standing/index';
import type { FilesView } from '../contract';
import { permissions } from '../permissions';
import { mostPapers } from '../rules/answer';
import { taskMoves } from '../rules/task-states';
import { faultSays, refusals, things } from '../words';
import { answererOf, scopeFor, taskFor } from './asking';
import { plainPaper } from './paper';
import { dropProof, insertProof, proofsOf, type StoredProof } from './proof-store';
import { findTask } from './task-store';

/** The papers that wait for an answer. */
type Papers = z.infer<typeof FilesView>;

/** Takes a photograph or paper for the answer that is being written; nothing of what a camera writes beside it is kept. */
export async function addPaper(
  db: Db,
  house: House,
  context: Context,
  where: { readonly id: string; readonly proof: string },
  upload: Upload,
): Promise<Papers> {
  if (!proofKinds.some((kind) => kind === where.proof)) throw refused('invalid', 'proof-kind', refusals.proof);
  await readAs(db, context, (trx) => checkTaking(trx, where.id));
  const { bytes, kind, name } = await plainPaper(upload);
  const described = { name, mediaType: kind, purpose: 'evidence' };
  const stored = await house.files.put(described, Readable.from([bytes]));
  return transact(db, context, async (trx) => {
    await checkTaking(trx, where.id, true);
    await insertFile(trx, stored);
    await insertProof(trx, where.id, stored.fileId, where.proof);
    const detail = { proof: where.proof, file: stored.fileId };
    const changes = [{ act: 'verification.file', object: `verification:${where.id}`, detail }];
    return { result: await waitingPapers(trx, where.id), changes };
  });
}

/** Takes a paper away again that was put there by mistake, before it was answered with. */
export async function removePaper(db: Db, context: Context, id: string, fileId: string): Promise<Papers> {
  return transact(db, context, async (trx) => {
    await taskFor(trx, id);
    if (!(await dropProof(trx, id, fileId))) throw absent(things.file);
    const detail = { file: fileId, removed: true };
    const changes = [{ act: 'verification.file', object: `verification:${id}`, detail }];
    return { result: await waitingPapers(trx, id), changes };
  });
}

/** A paper to be looked at; whoever does so leaves a line. */
export async function openPaper(db: Db, house: House, context: Context, id: string, fileId: string): Promise<FileAnswer> {
  return transact(db, context, async (trx) => {
    const task = await taskFor(trx, id);
    const mine = (await proofsOf(trx, [task.task_id])).find((one) => one.fileId === fileId);
    const file = mine && (await findFile(trx, fileId));
    if (file === undefined) throw absent(things.file);
    const result = { name: file.name, mediaType: file.mediaType, body: house.files.read(fileId) };
    const change = { act: 'verification.file-seen', object: `verification:${id}`, detail: { file: fileId } };
    return { result, changes: [change] };
  });
}

/** Papers as pages show them. */
export async function paperViews(trx: ReadTrx, papers: readonly StoredProof[]): Promise<Papers['files']> {
  const views = [];
  for (const { fileId, proof, addedAt } of papers)
    views.push({ fileId, name: (await findFile(trx, fileId))?.name ?? '', proof, addedAt: addedAt.toISOString() });
  return views;
}

/** What the asker has put there for the answer that is being written. */
export async function waitingPapers(trx: ReadTrx, taskId: string): Promise<Papers> {
  const mine = (await proofsOf(trx, [taskId])).filter(
    (one) => one.answerId === null && one.addedBy === trx.context.actor?.userId,
  );
  return { files: await paperViews(trx, mine) };
}

/** Whether one more is taken; with `lock` two that come at once are counted one after the other. */
async function checkTaking(trx: ReadTrx, id: string, lock = false): Promise<void> {
  const task = await findTask(trx, scopeFor(trx.context, permissions['verification.answer']), id, lock);
  if (task === undefined || answererOf(trx.context, task) === null) throw absent(things.task);
  const open: readonly string[] = taskMoves.answer.from;
  if (!open.includes(task.state)) throw refused('conflict', 'wrong-state', faultSays['wrong-state']);
  if ((await waitingPapers(trx, id)).files.length >= mostPapers)
    throw refused('unprocessable', 'too-many-files', refusals.tooMany);
}

function refused(kind: Refusal['kind'], code: string, says: Sentence): Refusal {
  return new Refusal(kind, code, says);
}
