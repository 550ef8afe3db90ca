/** Cell types of ECMA-376 18.18.11, by what they mean to us. */
export const cellTypes = { number: 0, shared: 1, text: 2, boolean: 3, error: 4, isoDate: 5 } as const;

const [letterB, letterD, letterE, letterI, letterR, letterS, letterT] = [98, 100, 101, 105, 114, 115, 116];
const equals = 61;

/** The start tag of a cell: `r="AB12" s="3" t="s"` in any order, each of them optional. */
export class CellStart {
  column = -1;
  style = 0;
  type: number = cellTypes.number;

  /** A cell without an address stands right of the one before. */
  read(bytes: Buffer, from: number, to: number): void {
    this.column++;
    this.style = 0;
    this.type = cellTypes.number;
    let at = from;
    while (at < to) {
      while (at < to && bytes[at] <= 32) at++;
      const name = at;
      while (at < to && bytes[at] !== equals) at++;
      const single = at - name === 1 ? bytes[name] : 0;
      at++;
      while (at < to && bytes[at] <= 32) at++;
      const quote = bytes[at++];
      if (single === letterR) this.column = columnAt(bytes, at);
      else if (single === letterS) this.style = numberAt(bytes, at);
      else if (single === letterT) this.type = typeAt(bytes, at, quote);
      while (at < to && bytes[at] !== quote) at++;
      at++;
    }
  }
}

function columnAt(bytes: Buffer, from: number): number {
  let column = 0;
  for (let at = from; at < from + 4 && bytes[at] >= 65 && bytes[at] <= 90; at++) column = column * 26 + bytes[at] - 64;
  return column - 1;
}

function numberAt(bytes: Buffer, from: number): number {
  let value = 0;
  for (let at = from; at < from + 9 && bytes[at] >= 48 && bytes[at] <= 57; at++) value = value * 10 + bytes[at] - 48;
  return value;
}

function typeAt(bytes: Buffer, at: number, quote: number): number {
  const first = bytes[at];
  if (first === letterS) return bytes[at + 1] === quote ? cellTypes.shared : cellTypes.text;
  if (first === letterI) return cellTypes.text;
  if (first === letterB) return cellTypes.boolean;
  if (first === letterE) return cellTypes.error;
  return first === letterD ? cellTypes.isoDate : cellTypes.number;
}

/** The value of one attribute as text; for tags that are few. */
export function attributeText(bytes: Buffer, from: number, to: number, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*(["'])(.*?)\\1`).exec(bytes.toString('latin1', from, to))?.[2];
}
