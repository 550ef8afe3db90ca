/** The day in China at a moment, as text: the county's day, wherever the machine stands. No summer time since 1991. */
export function dayOf(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** A moment in China, `2025-03-10 09:00`, wherever the machine stands. */
export function minuteOf(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
