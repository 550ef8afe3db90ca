import { refusal } from '../../words';

/** What an XML part is told as it passes; `from..to` are the attributes, as written, within `bytes`. */
export type XmlHandler = {
  open(name: number, bytes: Buffer, from: number, to: number): void;
  text(bytes: Buffer, from: number, to: number): void;
  close(name: number): void;
};

const [lt, gt, slash, bang, ask, colon, doubleQuote, singleQuote] = [60, 62, 47, 33, 63, 58, 34, 39];
const needsMore = -1;
// A workbook nests seven deep; the engine's own parsers stop at 256.
const deepest = 64;
// Excel's longest cell, 32,767 characters, each written as a character reference.
const longestRun = 512 * 1024;

/** The number by which a local element name is known; computed the same way while scanning. */
export function nameCode(name: string): number {
  let code = 0;
  for (const byte of Buffer.from(name)) code = (Math.imul(code, 31) + byte) | 0;
  return code;
}

/**
 * A forward scanner for the XML of worksheets and shared strings: works on the inflated bytes as they come, makes no strings
 * and no objects. It checks that elements nest, refuses any DTD, and knows no entities of its own.
 */
export class XmlBytes {
  private rest: Buffer = Buffer.alloc(0);
  private readonly stack = new Int32Array(deepest);
  private depth = 0;
  private sawRoot = false;
  private skipTo: Buffer | undefined;

  constructor(
    private readonly file: string,
    private readonly handler: XmlHandler,
  ) {}

  /** Leaves out everything up to the closing tag of the element `name` that is open now. */
  skipToEndOf(name: string): void {
    this.skipTo = Buffer.from(`${name}>`);
  }

  push(piece: Buffer): void {
    const bytes = this.rest.length === 0 ? piece : Buffer.concat([this.rest, piece]);
    let at = 0;
    while (at < bytes.length) {
      const next = this.skipTo ? this.skipped(bytes, at, this.skipTo) : this.token(bytes, at);
      if (next === needsMore) break;
      at = next;
    }
    if (!this.skipTo && bytes.length - at > longestRun + piece.length) throw refusal(this.file, 'partTooLong');
    // A copy, so that the large piece is not kept alive by its last bytes.
    this.rest = at === bytes.length ? Buffer.alloc(0) : Buffer.from(bytes.subarray(at));
  }

  end(): void {
    if (this.depth !== 0 || !this.sawRoot || this.rest.some((byte) => byte > 32)) this.refuse();
  }

  private skipped(bytes: Buffer, at: number, mark: Buffer): number {
    const found = bytes.indexOf(mark, at);
    if (found < 0) {
      // The mark and its prefix may be cut in two by the end of the piece.
      const keep = Math.max(at, bytes.length - 64);
      return keep > at ? keep : needsMore;
    }
    const start = bytes.lastIndexOf(lt, found);
    if (start < 0 || bytes[start + 1] !== slash) return found + mark.length;
    this.skipTo = undefined;
    return start;
  }

  private token(bytes: Buffer, at: number): number {
    if (bytes[at] !== lt) {
      let end = at + 1;
      while (end < bytes.length && bytes[end] !== lt) end++;
      if (end === bytes.length) return needsMore;
      if (this.depth > 0) this.handler.text(bytes, at, end);
      return end;
    }
    if (at + 9 > bytes.length && bytes.indexOf(gt, at) < 0) return needsMore;
    const next = bytes[at + 1];
    if (next === slash) return this.closing(bytes, at);
    if (next === bang) return this.declared(bytes, at);
    if (next === ask) return this.instruction(bytes, at);
    return this.opening(bytes, at);
  }

  private opening(bytes: Buffer, at: number): number {
    let code = 0;
    let end = at + 1;
    for (; end < bytes.length; end++) {
      const byte = bytes[end];
      if (byte <= 32 || byte === gt || byte === slash) break;
      code = byte === colon ? 0 : (Math.imul(code, 31) + byte) | 0;
    }
    const attributes = end;
    end = endOfTag(bytes, end);
    if (end === needsMore) return needsMore;
    if (code === 0 || bytes[end] !== gt || (this.depth === 0 && this.sawRoot)) this.refuse();
    const empty = bytes[end - 1] === slash;
    if (this.depth === deepest) throw refusal(this.file, 'tooDeep');
    this.sawRoot = true;
    this.stack[this.depth++] = code;
    this.handler.open(code, bytes, attributes, empty ? end - 1 : end);
    if (empty) this.shut(code);
    return end + 1;
  }

  private closing(bytes: Buffer, at: number): number {
    let code = 0;
    let end = at + 2;
    for (; end < bytes.length; end++) {
      const byte = bytes[end];
      if (byte <= 32 || byte === gt) break;
      code = byte === colon ? 0 : (Math.imul(code, 31) + byte) | 0;
    }
    while (end < bytes.length && bytes[end] <= 32) end++;
    if (end === bytes.length) return needsMore;
    if (bytes[end] !== gt || this.depth === 0 || this.stack[this.depth - 1] !== code) this.refuse();
    this.shut(code);
    return end + 1;
  }

  private shut(code: number): void {
    this.depth--;
    this.handler.close(code);
  }

  private declared(bytes: Buffer, at: number): number {
    const start = bytes.toString('latin1', at, at + 9);
    if (start.startsWith('<!--')) return after(bytes, bytes.indexOf('-->', at + 4), 3);
    if (start !== '<![CDATA[') throw refusal(this.file, 'entities');
    // Written by nobody we know in a worksheet; taken for text it would need a second kind of text.
    this.refuse();
  }

  private instruction(bytes: Buffer, at: number): number {
    const end = bytes.indexOf('?>', at);
    if (end < 0) return needsMore;
    const encoding = /^<\?xml[^>]*encoding\s*=\s*["']([^"']+)/.exec(bytes.toString('latin1', at, end));
    if (encoding && !/^(utf-?8|us-ascii)$/i.test(encoding[1])) this.refuse();
    return end + 2;
  }

  private refuse(): never {
    throw refusal(this.file, 'broken');
  }
}

function after(bytes: Buffer, found: number, length: number): number {
  return found < 0 || found + length > bytes.length ? needsMore : found + length;
}

/** Index of the `>` that ends a tag (or of a `<` that should not be there), quoted values skipped. */
function endOfTag(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === gt || byte === lt) return at;
    if (byte !== doubleQuote && byte !== singleQuote) continue;
    at++;
    while (at < bytes.length && bytes[at] !== byte) at++;
  }
  return needsMore;
}
