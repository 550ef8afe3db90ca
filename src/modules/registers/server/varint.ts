/** Bytes that grow; numbers are written seven bits at a time, the lowest first. */
export class ByteWriter {
  private buffer = new Uint8Array(64 * 1024);
  private used = 0;

  byte(value: number): void {
    if (this.used === this.buffer.length) this.grow(1);
    this.buffer[this.used++] = value;
  }

  /** A whole number from 0 to 2³²−1. */
  number(value: number): void {
    let rest = value >>> 0;
    while (rest > 0x7f) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  copy(source: Uint8Array, from: number, to: number): void {
    if (this.used + to - from > this.buffer.length) this.grow(to - from);
    for (let at = from, into = this.used; at < to; at++, into++) this.buffer[into] = source[at];
    this.used += to - from;
  }

  /** What was written; valid until more is. */
  bytes(): Uint8Array {
    return this.buffer.subarray(0, this.used);
  }

  private grow(more: number): void {
    const larger = new Uint8Array(Math.max(this.buffer.length * 2, this.used + more));
    larger.set(this.buffer);
    this.buffer = larger;
  }
}

/** Reads what `ByteWriter` wrote; throws where the bytes end too early. */
export class ByteReader {
  at = 0;

  constructor(readonly source: Uint8Array) {}

  byte(): number {
    return this.source[this.skip(1) - 1];
  }

  number(): number {
    let [value, shift] = [0, 0];
    for (;;) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
      shift += 7;
    }
  }

  take(length: number): Uint8Array {
    const from = this.at;
    return this.source.subarray(from, this.skip(length));
  }

  /** Goes over some bytes; answers where they end. */
  skip(length: number): number {
    this.at += length;
    if (this.at > this.source.length) throw new RangeError('the bytes ended too early');
    return this.at;
  }
}
