const [beginOfPart, endOfPart, multipleNumbers] = [0x0809, 0x000a, 0x00bd];
// LABELSST, LABEL, RSTRING, NUMBER, RK, FORMULA, BOOLERR: the records that put a value into a row.
const valueRecords = new Set([0x00fd, 0x0204, 0x00d6, 0x0203, 0x027e, 0x0006, 0x0406, 0x0205, multipleNumbers]);
const worksheet = 0x0010;

/**
 * How many rows of all worksheets of a BIFF5 or BIFF8 stream hold a value, counted without understanding any. What a reader
 * makes of the file must have as many: SheetJS may drop everything after a record it does not know, and say nothing.
 */
export function rowsWithValues(stream: Uint8Array): number {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const parts: boolean[] = [];
  let rows = new Set<number>();
  let total = 0;
  for (let at = 0; at + 4 <= stream.length; ) {
    const [type, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (at + 4 + length > stream.length) break;
    if (type === beginOfPart) {
      parts.push(length >= 4 && view.getUint16(at + 6, true) === worksheet);
    } else if (type === endOfPart && parts.pop() === true && parts.length === 0) {
      total += rows.size;
      rows = new Set();
    } else if (parts.length === 1 && parts[0] && valueRecords.has(type) && length >= 2) {
      rows.add(view.getUint16(at + 4, true));
    }
    at += 4 + length;
  }
  return total;
}
