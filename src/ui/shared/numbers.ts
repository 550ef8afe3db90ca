/** 26,431: a count as people read it; copied into a sheet it stays a number. */
export function numberText(count: number): string {
  return count.toLocaleString('en-US');
}
