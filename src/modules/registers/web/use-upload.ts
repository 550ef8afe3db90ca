import { useRef, useState } from 'react';
import { isRefused, type Refused } from '../../../ui/shared/refused';
import { useCall } from '../../../ui/shared/server-context';
import type { BatchDraft, BatchView } from '../contract';
import { addBatch, addFile, cancelBatch, readBatch } from './calls';

type Begun = { readonly wish: string; batch: BatchView; readonly sent: Set<File> };

/**
 * Makes a batch, sends its files one after the other and begins the reading. After a refusal or a cut network the next call goes
 * on where this one stopped; when something else is wished for meanwhile, what was begun is cancelled.
 */
export function useUpload() {
  const call = useCall();
  const begun = useRef<Begun>(undefined);
  const [sending, setSending] = useState<number>();
  const [refused, setRefused] = useState<Refused>();

  const begin = async (draft: BatchDraft, files: readonly File[]): Promise<Begun> => {
    const wish = JSON.stringify([draft, files.map((file) => [file.name, file.size, file.lastModified])]);
    const left = begun.current;
    if (left?.wish === wish) return left;
    begun.current = undefined;
    if (left) await call(cancelBatch, { params: { id: left.batch.id }, body: { version: left.batch.version } });
    const batch = await call(addBatch, { body: draft });
    begun.current = { wish, batch, sent: new Set() };
    return begun.current;
  };
  const send = async (draft: BatchDraft, files: readonly File[]): Promise<BatchView> => {
    setSending(1);
    const now = await begin(draft, files);
    const params = { id: now.batch.id };
    for (const [at, file] of files.entries()) {
      if (now.sent.has(file)) continue;
      setSending(at + 1);
      const body = new FormData();
      body.append('file', file, file.name);
      now.batch = await call(addFile, { params, body });
      now.sent.add(file);
    }
    return call(readBatch, { params, body: { version: now.batch.version } });
  };
  /** The batch that is being read, or undefined after a refusal, which is then shown. */
  const upload = async (draft: BatchDraft, files: readonly File[]): Promise<BatchView | undefined> => {
    setRefused(undefined);
    try {
      return await send(draft, files);
    } catch (error) {
      if (!isRefused(error)) throw error;
      setRefused(error);
      return undefined;
    } finally {
      setSending(undefined);
    }
  };
  return { upload, sending, refused };
}
