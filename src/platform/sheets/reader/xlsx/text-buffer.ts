import { viewOf } from '../interner';

const [ampersand, semicolon, underscore, x] = [38, 59, 95, 120];
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Collects the text of one cell, which may come in several runs, with its references resolved. */
export class TextBuffer {
  bytes = Buffer.alloc(4096);
  view = viewOf(this.bytes);
  length = 0;
  private escaped = false;

  clear(): void {
    this.length = 0;
    this.escaped = false;
  }

  /** Appends a run of XML text; tells whether its references were all known. */
  append(source: Buffer, from: number, to: number): boolean {
    this.reserve(to - from);
    let { bytes, length } = this;
    for (let at = from; at < to; at++) {
      const byte = source[at];
      if (byte === ampersand) {
        const end = source.indexOf(semicolon, at);
        const text = end < 0 || end >= to ? undefined : resolved(source.toString('latin1', at + 1, end));
        if (text === undefined) return false;
        length += bytes.write(text, length);
        at = end;
        continue;
      }
      if (byte === underscore && source[at + 1] === x) this.escaped = true;
      bytes[length++] = byte;
    }
    this.length = length;
    return true;
  }

  /** The text as a whole number, for the index of a shared string; -1 if it is none. */
  index(): number {
    let value = 0;
    for (let at = 0; at < this.length; at++) {
      const digit = this.bytes[at] - 48;
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    return this.length === 0 || this.length > 9 ? -1 : value;
  }

  toString(): string {
    return this.bytes.toString('utf8', 0, this.length);
  }

  set(text: string): void {
    this.length = 0;
    this.reserve(text.length * 3);
    this.length = this.bytes.write(text);
  }

  /** Excel writes characters that XML cannot hold as `_x000D_`; call when the cell is complete. */
  unescape(): void {
    if (!this.escaped) return;
    this.escaped = false;
    this.set(
      this.toString().replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    );
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = Buffer.alloc(Math.max(this.bytes.length * 2, this.length + more));
    this.bytes.copy(grown, 0, 0, this.length);
    this.bytes = grown;
    this.view = viewOf(grown);
  }
}

function resolved(reference: string): string | undefined {
  if (Object.hasOwn(entities, reference)) return entities[reference];
  const number = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(reference);
  if (!number) return undefined;
  const code = number[1] ? Number.parseInt(number[1], 16) : Number(number[2]);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
