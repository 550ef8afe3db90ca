import { Refusal } from '../../../kernel/refusal';
import type { Upload } from '../../../platform/http';
import { type PaperKind, paperKind, withoutTraces } from '../rules/image';
import { refusals } from '../words';

/** Bytes; a photograph is made smaller on the phone before it is sent. */
const mostBytes = 5 * 1024 * 1024;
const endings: { readonly [K in PaperKind]: string } = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

/** A photograph or paper as it may be kept: its bytes without what a camera writes beside them, its kind, a name that tells nothing. */
export type PlainPaper = { readonly bytes: Uint8Array; readonly kind: PaperKind; readonly name: string };

/** Takes what was sent, by what its bytes say and never by its name; refuses what weighs too much, is something else, or is broken. */
export async function plainPaper({ stream }: Upload): Promise<PlainPaper> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    // The rest is read and thrown away, for the answer to arrive at all.
    if (size <= mostBytes) parts.push(part);
  }
  if (size > mostBytes) throw new Refusal('too-large', 'paper-too-large', refusals.paperSize);
  const bytes = Buffer.concat(parts);
  const kind = paperKind(bytes);
  if (kind === undefined) throw new Refusal('unsupported', 'paper-kind', refusals.paperKind);
  const plain = withoutTraces(bytes, kind);
  if (plain === undefined) throw new Refusal('unprocessable', 'paper-broken', refusals.paperBroken);
  // The name a phone gives a photograph tells when it was taken, and nothing else.
  return { bytes: plain, kind, name: `材料.${endings[kind]}` };
}
