import { type KeyRing, openBytes, type SealPlace, sealBytes } from '../../../platform/crypto';
import { copyHash, hashLength, type RowIndex } from '../rules/row-index';
import { ByteReader, ByteWriter } from './varint';

/** Seals and opens what this module keeps of one county. Every value is bound to its table, column and row. */
export class RegisterSeal {
  constructor(
    private readonly ring: KeyRing,
    private readonly countyId: string,
  ) {}

  /** The secret without which nobody can try ID numbers against the hashes of an index. */
  rowKey(): Buffer {
    return this.ring.macKey('blind-index', 'register-row');
  }

  chunk(batchId: string, chunkNo: number, body: Buffer): Buffer {
    return sealBytes(this.ring, this.place('register_chunk', `${batchId}/${chunkNo}`), body);
  }

  openChunk(batchId: string, chunkNo: number, body: Buffer): Buffer {
    return openBytes(this.ring, this.place('register_chunk', `${batchId}/${chunkNo}`), body);
  }

  json(table: 'register_batch' | 'register_problem', id: string, value: unknown): Buffer {
    return sealBytes(this.ring, this.place(table, id), Buffer.from(JSON.stringify(value)));
  }

  openJson<T>(table: 'register_batch' | 'register_problem', id: string, body: Buffer): T {
    const value: T = JSON.parse(openBytes(this.ring, this.place(table, id), body).toString('utf8'));
    return value;
  }

  /** A sorted index in buckets, so that one child's row is found without opening all. */
  index(batchId: string, index: RowIndex): { readonly bucket: number; readonly body: Buffer }[] {
    return bucketsOf(index).map(({ bucket, body }) => ({
      bucket,
      body: sealBytes(this.ring, this.place('register_index', `${batchId}/${bucket}`), body),
    }));
  }

  openIndex(batchId: string, buckets: readonly { readonly bucket: number; readonly body: Buffer }[]): RowIndex {
    return unpackIndex(
      buckets.map(({ bucket, body }) => openBytes(this.ring, this.place('register_index', `${batchId}/${bucket}`), body)),
    );
  }

  private place(table: string, id: string): SealPlace {
    return { countyId: this.countyId, table, column: table === 'register_batch' ? 'preview' : 'body', id };
  }
}

/** 64 buckets: a county's list has some hundred rows in each. */
const bucketBits = 6;

/** The bucket a key lies in. */
export function bucketOf(key: Uint8Array): number {
  return key[0] >> (8 - bucketBits);
}

/** Row numbers, ascending, as differences: a list of which every second row is dropped takes a byte a row. */
export function packRows(rows: Iterable<number>): Buffer {
  const out = new ByteWriter();
  let before = 0;
  for (const row of [...rows].sort((one, other) => one - other)) {
    out.number(row - before);
    before = row;
  }
  return Buffer.from(out.bytes());
}

/** What `packRows` packed. */
export function unpackRows(packed: Uint8Array): Set<number> {
  const from = new ByteReader(packed);
  const rows = new Set<number>();
  for (let row = 0; from.at < packed.length; ) {
    row += from.number();
    rows.add(row);
  }
  return rows;
}

const rowLength = hashLength * 3 + 5;

function bucketsOf(index: RowIndex): { readonly bucket: number; readonly body: Buffer }[] {
  const buckets: { bucket: number; body: Buffer }[] = [];
  for (let from = 0; from < index.count; ) {
    const bucket = bucketOf(index.keys.subarray(from * hashLength));
    let to = from + 1;
    while (to < index.count && bucketOf(index.keys.subarray(to * hashLength)) === bucket) to++;
    buckets.push({ bucket, body: packIndex(index, from, to) });
    from = to;
  }
  return buckets;
}

function packIndex(index: RowIndex, from: number, to: number): Buffer {
  const body = Buffer.alloc((to - from) * rowLength);
  for (let row = from, at = 0; row < to; row++, at += rowLength) {
    copyHash(index.keys, row * hashLength, body, at);
    copyHash(index.contents, row * hashLength, body, at + hashLength);
    copyHash(index.seconds, row * hashLength, body, at + hashLength * 2);
    body.writeUInt32LE(index.rows[row], at + hashLength * 3);
    body[at + hashLength * 3 + 4] = index.flags[row];
  }
  return body;
}

function unpackIndex(bodies: readonly Buffer[]): RowIndex {
  const count = bodies.reduce((sum, body) => sum + body.length, 0) / rowLength;
  const index = {
    count,
    keys: new Uint8Array(count * hashLength),
    contents: new Uint8Array(count * hashLength),
    seconds: new Uint8Array(count * hashLength),
    rows: new Uint32Array(count),
    flags: new Uint8Array(count),
  };
  let row = 0;
  for (const body of bodies) {
    for (let at = 0; at < body.length; at += rowLength, row++) {
      copyHash(body, at, index.keys, row * hashLength);
      copyHash(body, at + hashLength, index.contents, row * hashLength);
      copyHash(body, at + hashLength * 2, index.seconds, row * hashLength);
      index.rows[row] = body.readUInt32LE(at + hashLength * 3);
      index.flags[row] = body[at + hashLength * 3 + 4];
    }
  }
  return index;
}
