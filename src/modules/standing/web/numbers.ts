/** 28 614: thousands apart by a thin space, so that no comma is read as a point. */
export function numberText(count: number): string {
  return count.toLocaleString('en').replaceAll(',', '\u{2009}');
}
