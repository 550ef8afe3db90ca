/** One named part of a backup, its bytes in any pieces. */
export type Entry = { readonly name: string; readonly chunks: AsyncIterable<Uint8Array> };

const MOST_NAME = 1000;

/**
 * Parts one after another as bytes: length and text of the name, then pieces, each with its length (4 bytes, big-endian), and
 * a piece of length 0 as the end of the part. A part needs no length of its own, so nothing is kept to learn it.
 */
export async function* writeEntries(entries: AsyncIterable<Entry>): AsyncGenerator<Buffer> {
  for await (const { name, chunks } of entries) {
    const text = Buffer.from(name);
    yield Buffer.concat([length(text.length), text]);
    for await (const chunk of chunks) {
      if (chunk.length > 0) yield Buffer.concat([length(chunk.length), chunk]);
    }
    yield length(0);
  }
}

/** The other way round. Each part must be read to its end before the next is asked for; throws on bytes that end early. */
export async function* readEntries(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  const reader = new Reader(bytes);
  while (await reader.hasMore()) {
    const nameLength = (await reader.take(4)).readUInt32BE();
    if (nameLength > MOST_NAME) throw new Error('a name in the backup is too long to be one');
    const name = (await reader.take(nameLength)).toString();
    let finished = false;
    const chunks = async function* () {
      for (;;) {
        const size = (await reader.take(4)).readUInt32BE();
        if (size === 0) break;
        yield await reader.take(size);
      }
      finished = true;
    };
    yield { name, chunks: chunks() };
    if (!finished) throw new Error(`the part ${name} of the backup was not read to its end`);
  }
}

class Reader {
  private readonly source: AsyncIterator<Uint8Array>;
  private waiting: Buffer = Buffer.alloc(0);

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.source = bytes[Symbol.asyncIterator]();
  }

  async hasMore(): Promise<boolean> {
    while (this.waiting.length === 0) {
      const next = await this.source.next();
      if (next.done) return false;
      this.waiting = Buffer.from(next.value);
    }
    return true;
  }

  async take(size: number): Promise<Buffer> {
    const parts = [this.waiting];
    let have = this.waiting.length;
    while (have < size) {
      const next = await this.source.next();
      if (next.done) throw new Error('the backup ends in the middle of a part');
      parts.push(Buffer.from(next.value));
      have += next.value.length;
    }
    const all = parts.length === 1 ? this.waiting : Buffer.concat(parts);
    this.waiting = all.subarray(size);
    return all.subarray(0, size);
  }
}

function length(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
