import { Readable } from 'node:stream';
import { absent, Refusal } from '../../../kernel/refusal';
import { type Context, type Db, type ReadTrx, readAs, transact } from '../../../platform/db';
import { findFile, insertFile } from '../../../platform/files';
import type { House } from '../../../platform/house';
import type { FileAnswer, Upload } from '../../../platform/http';
import { mostPapers } from '../../verification/index';
import { plainPaper } from '../../verification/server/index';
import { permissions } from '../permissions';
import { refusals, things } from '../words';
import { dropPhoto, insertPhoto, photosOf } from './answer-store';
import { answererOf, campaignFor, mustRun, scopeFor } from './asking';
import { findTarget, type StoredTarget } from './target-store';

type Photos = { readonly photos: readonly string[] };

/** Takes a photograph for the visit that is being written, as verification takes papers. */
export async function addPhoto(db: Db, house: House, context: Context, id: string, upload: Upload): Promise<Photos> {
  await readAs(db, context, async (trx) => mustHaveRoom(trx, await targetForPhoto(trx, id)));
  const { bytes, kind, name } = await plainPaper(upload);
  const stored = await house.files.put({ name, mediaType: kind, purpose: 'evidence' }, Readable.from([bytes]));
  return transact(db, context, async (trx) => {
    await mustHaveRoom(trx, await targetForPhoto(trx, id, true));
    await insertFile(trx, stored);
    await insertPhoto(trx, id, stored.fileId);
    const change = { act: 'screening.photo', object: `screening-target:${id}`, detail: { file: stored.fileId } };
    return { result: await waitingPhotos(trx, id), changes: [change] };
  });
}

/** Takes a photograph away again that was put there by mistake. */
export async function removePhoto(db: Db, context: Context, id: string, fileId: string): Promise<Photos> {
  return transact(db, context, async (trx) => {
    await targetForPhoto(trx, id);
    if (!(await dropPhoto(trx, id, fileId))) throw absent(things.file);
    const change = { act: 'screening.photo', object: `screening-target:${id}`, detail: { file: fileId, removed: true } };
    return { result: await waitingPhotos(trx, id), changes: [change] };
  });
}

/** A photograph to be looked at; whoever does so leaves a line. */
export async function openPhoto(db: Db, house: House, context: Context, id: string, fileId: string): Promise<FileAnswer> {
  return transact(db, context, async (trx) => {
    const target = await findTarget(trx, scopeFor(context), id);
    const mine = target && (await photosOf(trx, id)).find((one) => one.fileId === fileId);
    const file = mine && (await findFile(trx, fileId));
    if (file === undefined) throw absent(things.file);
    const result = { name: file.name, mediaType: file.mediaType, body: house.files.read(fileId) };
    const change = { act: 'screening.photo-seen', object: `screening-target:${id}`, detail: { file: fileId } };
    return { result, changes: [change] };
  });
}

/** The target to which the asker adds photographs; with `lock` two that come at once are counted one after the other. */
async function targetForPhoto(trx: ReadTrx, id: string, lock = false): Promise<StoredTarget> {
  const target = await findTarget(trx, scopeFor(trx.context, permissions['screening.answer']), id, lock);
  if (target === undefined || answererOf(trx.context, target) === null) throw absent(things.target);
  mustRun(trx, await campaignFor(trx, target.campaign_id));
  return target;
}

/** Refuses one photograph too many; those of a colleague who writes about the same child are not the asker's. */
async function mustHaveRoom(trx: ReadTrx, { target_id: id }: StoredTarget): Promise<void> {
  if ((await waitingPhotos(trx, id)).photos.length >= mostPapers)
    throw new Refusal('unprocessable', 'too-many-files', refusals.tooMany);
}

async function waitingPhotos(trx: ReadTrx, id: string): Promise<Photos> {
  const mine = (await photosOf(trx, id)).filter((one) => one.answerId === null && one.addedBy === trx.context.actor?.userId);
  return { photos: mine.map(({ fileId }) => fileId) };
}
