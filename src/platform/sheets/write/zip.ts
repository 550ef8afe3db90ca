import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

// Level 1 packs a name list to a tenth; the default level takes three times as long for a fifth less.
const packing = { level: 1, chunkSize: 256 * 1024 };
const fourGigabytes = 0xffff_ffff;
/** 1980-01-01, the first day a zip archive can name: the same rows make the same file. */
const firstDay = 0x21;

type Entry = {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
};

/** Where an archive goes: an open file, or memory. */
export type ZipTarget = {
  /** writes all of the bytes at a place of the archive, at its end or over what is there */
  write(bytes: Buffer, offset: number | undefined, length: number | undefined, position: number): Promise<unknown>;
};

/** An archive in memory. */
export class BytesTarget implements ZipTarget {
  private readonly pieces: { readonly at: number; readonly bytes: Buffer }[] = [];
  private size = 0;

  async write(bytes: Buffer, _offset: number | undefined, _length: number | undefined, position: number): Promise<void> {
    // zlib may use its buffer again for the next piece.
    this.pieces.push({ at: position, bytes: Buffer.from(bytes) });
    this.size = Math.max(this.size, position + bytes.length);
  }

  bytes(): Buffer {
    const whole = Buffer.alloc(this.size);
    for (const { at, bytes } of this.pieces) bytes.copy(whole, at);
    return whole;
  }
}

/**
 * Writes a zip archive part by part into an open file. Sizes are written back into each part's head afterwards, so that readers
 * that go from front to back need no data descriptors.
 */
export class ZipWriter {
  private position = 0;
  private readonly entries: Entry[] = [];

  constructor(private readonly file: ZipTarget) {}

  async add(name: string, pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
    const head: Entry = { name: Buffer.from(name), offset: this.position, crc: 0, packed: 0, size: 0 };
    await this.write(localHead(head));
    const start = this.position;
    let [crc, size] = [0, 0];
    async function* counted(): AsyncGenerator<Buffer> {
      for await (const piece of pieces) {
        const bytes = Buffer.from(piece, 'utf8');
        crc = crc32(bytes, crc);
        size += bytes.length;
        yield bytes;
      }
    }
    await pipeline(
      Readable.from(counted(), { highWaterMark: 1 }),
      createDeflateRaw(packing),
      async (packed: AsyncIterable<Buffer>) => {
        for await (const bytes of packed) await this.write(bytes);
      },
    );
    const entry = { ...head, crc, size, packed: this.position - start };
    if (size > fourGigabytes || this.position > fourGigabytes) throw new Error(`${name} is too large for a workbook`);
    await this.file.write(localHead(entry), 0, undefined, head.offset);
    this.entries.push(entry);
  }

  async end(): Promise<void> {
    const start = this.position;
    for (const entry of this.entries) await this.write(centralHead(entry));
    const tail = Buffer.alloc(22);
    tail.writeUInt32LE(0x06054b50, 0);
    tail.writeUInt16LE(this.entries.length, 8);
    tail.writeUInt16LE(this.entries.length, 10);
    tail.writeUInt32LE(this.position - start, 12);
    tail.writeUInt32LE(start, 16);
    await this.write(tail);
  }

  private async write(bytes: Buffer): Promise<void> {
    await this.file.write(bytes, 0, bytes.length, this.position);
    this.position += bytes.length;
  }
}

function localHead(entry: Entry): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  writeCommon(head, 4, entry);
  return Buffer.concat([head, entry.name]);
}

function centralHead(entry: Entry): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(20, 4);
  writeCommon(head, 6, entry);
  head.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([head, entry.name]);
}

/** Version needed, no flags, deflated, date, checksum, sizes and the length of the name: the same in both heads. */
function writeCommon(head: Buffer, at: number, entry: Entry): void {
  head.writeUInt16LE(20, at);
  head.writeUInt16LE(8, at + 4);
  head.writeUInt16LE(firstDay, at + 8);
  head.writeUInt32LE(entry.crc, at + 10);
  head.writeUInt32LE(entry.packed, at + 14);
  head.writeUInt32LE(entry.size, at + 18);
  head.writeUInt16LE(entry.name.length, at + 22);
}
