import type { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import yauzl from 'yauzl';
import type { SheetLimits } from '../../types';
import { refusal } from '../../words';

// Below this a high ratio harms nobody: a small sheet of equal cells packs as well as a bomb does.
const harmless = 8 * 1024 * 1024;
const pieceSize = 256 * 1024;

/** The parts of a zip archive that has been screened; what comes out of it is counted while it inflates. */
export type Archive = {
  readonly names: ReadonlySet<string>;
  /** the bytes of one part, in pieces */
  pieces(name: string): AsyncGenerator<Buffer>;
  /** a small part as text */
  text(name: string): Promise<string>;
};

// workbook.xml, its relations and styles; the largest honest styles.xml we have seen has 3 MB.
const smallPart = 32 * 1024 * 1024;

/** Reads the directory of the archive and refuses what no program that makes workbooks writes. */
export async function openArchive(file: string, limits: SheetLimits): Promise<Archive> {
  const zip = await openZip(file);
  const entries = await screenedEntries(file, zip, limits);
  async function* pieces(name: string): AsyncGenerator<Buffer> {
    const entry = entries.get(name);
    if (!entry) throw refusal(file, 'broken');
    yield* inflated(file, await rawStream(zip, entry, file), entry, limits);
  }
  async function text(name: string): Promise<string> {
    const parts: Buffer[] = [];
    let length = 0;
    for await (const piece of pieces(name)) {
      length += piece.length;
      if (length > smallPart) throw refusal(file, 'tooDeep');
      parts.push(piece);
    }
    return Buffer.concat(parts).toString('utf8');
  }
  return { names: new Set(entries.keys()), pieces, text };
}

function openZip(file: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(refusal(file, 'broken')) : resolve(zip),
    );
  });
}

function screenedEntries(file: string, zip: yauzl.ZipFile, limits: SheetLimits): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  let declared = 0;
  return new Promise((resolve, reject) => {
    if (zip.entryCount > limits.archiveEntries) return reject(refusal(file, 'tooManyParts', { count: zip.entryCount }));
    // yauzl itself refuses absolute names, drives and "..".
    zip.on('error', (error: Error) =>
      reject(refusal(file, /path|characters in fileName/.test(error.message) ? 'badNames' : 'broken')),
    );
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: yauzl.Entry) => {
      declared += entry.uncompressedSize;
      if (entry.isEncrypted()) return reject(refusal(file, 'password'));
      if (entries.has(entry.fileName)) return reject(refusal(file, 'badNames'));
      if (declared > limits.unpackedBytes)
        return reject(refusal(file, 'tooLargeInside', { limit: megabytes(limits.unpackedBytes) }));
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

/** The packed bytes; we inflate them ourselves, in larger pieces than yauzl would. */
function rawStream(zip: yauzl.ZipFile, entry: yauzl.Entry, file: string): Promise<Readable> {
  const asIs = { decompress: entry.isCompressed() ? false : null, decrypt: null, start: null, end: null };
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, asIs, (error, stream) => (error ? reject(refusal(file, 'broken')) : resolve(stream)));
  });
}

async function* inflated(file: string, raw: Readable, entry: yauzl.Entry, limits: SheetLimits): AsyncGenerator<Buffer> {
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw refusal(file, 'broken');
  const inflate = entry.compressionMethod === 8 ? createInflateRaw({ chunkSize: pieceSize }) : undefined;
  raw.on('error', (error) => inflate?.destroy(error));
  const stream: AsyncIterable<Buffer> = inflate ? raw.pipe(inflate) : raw;
  let [size, sum] = [0, 0];
  try {
    for await (const piece of stream) {
      size += piece.length;
      if (size > limits.unpackedBytes) throw refusal(file, 'tooLargeInside', { limit: megabytes(limits.unpackedBytes) });
      if (size > harmless && size > entry.compressedSize * limits.ratio) throw refusal(file, 'bomb');
      sum = crc32(piece, sum);
      yield piece;
    }
  } catch (error) {
    // zlib and yauzl speak of damaged data; what is thrown here already is a sentence.
    if (error instanceof Error && ('errno' in error || error.name === 'Error')) throw refusal(file, 'broken');
    throw error;
  } finally {
    raw.destroy();
    inflate?.destroy();
  }
  if (size !== entry.uncompressedSize || sum !== entry.crc32) throw refusal(file, 'broken');
}

function megabytes(bytes: number): number {
  return Math.floor(bytes / (1024 * 1024));
}
