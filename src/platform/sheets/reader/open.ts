import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { SheetLimits } from '../types';
import { type Reason, refusal } from '../words';
import { openCsv } from './csv/csv';
import type { OpenFile } from './open-file';

/** Opens a file as what its first bytes say it is; its name is not believed. */
export async function openFile(file: string, limits: SheetLimits): Promise<OpenFile> {
  const handle = openOrRefuse(file);
  const about = fstatSync(handle);
  if (about.isDirectory()) throw refusal(file, 'folder');
  if (!about.isFile()) throw refusal(file, 'notText');
  if (about.size === 0) throw refusal(file, 'nothing');
  const head = Buffer.alloc(512);
  const magic = head.subarray(0, readSync(handle, head, 0, head.length, 0));
  const kind = kindOf(magic);
  refuseIfLarge(file, about.size, kind === 'text' ? limits.fileBytes : limits.workbookBytes);
  if (kind === 'text') return openCsv(file, handle, limits);
  closeSync(handle);
  if (kind === 'zip') return (await import('./xlsx/xlsx')).openXlsx(file, limits);
  if (kind === 'ole') return (await import('./xls/xls')).openXls(file, limits);
  throw refusal(file, kind);
}

function openOrRefuse(file: string): number {
  try {
    return openSync(file, 'r');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw refusal(file, 'missing');
    if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY') throw refusal(file, 'forbidden');
    throw error;
  }
}

function refuseIfLarge(file: string, size: number, limit: number): void {
  const mb = 1024 * 1024;
  if (size > limit) throw refusal(file, 'tooLarge', { size: Math.ceil(size / mb), limit: Math.floor(limit / mb) });
}

type Kind = 'zip' | 'ole' | 'text' | Reason;

/** First bytes, as latin1, and what they mean; the first match counts. */
const magics: readonly (readonly [RegExp, Kind])[] = [
  [/^PK(\x03\x04|\x05\x06|\x07\x08)/, 'zip'],
  [/^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/, 'ole'],
  // A bare BIFF stream, as some old exporters wrote it: the BOF record of versions 2 to 5.
  [/^\x09[\x00\x02\x04\x08][\x04-\x10]\x00/, 'ole'],
  [/^%PDF-/, 'pdf'],
  [/^(\x89PNG|\xff\xd8\xff|GIF8|BM[\s\S]{4}\x00\x00\x00\x00|II\*\x00|MM\x00\*|RIFF[\s\S]{4}WEBP)/, 'picture'],
  [/^\{\\rtf/, 'document'],
  [/^(Rar!|7z\xbc\xaf|\x1f\x8b|BZh|\xfd7zXZ)/, 'otherArchive'],
  [/^(\xef\xbb\xbf)?\s*<[!?a-zA-Z]/, 'webPage'],
  [/^(\xff\xfe|\xfe\xff)/, 'text'],
  [/\x00/, 'notText'],
];

function kindOf(magic: Buffer): Kind {
  const bytes = magic.toString('latin1');
  return magics.find(([pattern]) => pattern.test(bytes))?.[1] ?? 'text';
}
