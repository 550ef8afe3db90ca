/** The day in China at a moment, as text: the county's day, wherever the machine stands. No summer time since 1991. */
export function dayOf(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
