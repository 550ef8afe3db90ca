import type { PackedColumn } from '../../../kernel/packed-column';
import { Dictionary } from '../rules/dictionary';

/** The growing column of one field: one dictionary over all sheets, and of each sheet its codes. */
export class FieldStore {
  readonly dictionary = new Dictionary();
  private readonly parts: { readonly from: number; readonly codes: Uint32Array }[] = [];

  get isEmpty(): boolean {
    return this.parts.length === 0;
  }

  /** The codes of the rows that begin at row `from` of the register. */
  put(from: number, codes: Uint32Array): void {
    this.parts.push({ from, codes });
  }

  /** The finished column of a register of `count` rows; rows of sheets without the field hold the empty entry. */
  packed(count: number): PackedColumn {
    return { codes: this.codes(count), entries: this.dictionary.packed() };
  }

  private codes(count: number): Uint32Array {
    if (this.parts.length === 1 && this.parts[0].codes.length === count) return this.parts[0].codes;
    const codes = new Uint32Array(count);
    for (const part of this.parts) codes.set(part.codes, part.from);
    return codes;
  }
}
