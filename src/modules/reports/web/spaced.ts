/** 26 431: a count as people read it. */
export function spaced(count: number): string {
  return count.toLocaleString('en').replaceAll(',', ' ');
}
