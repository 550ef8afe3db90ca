/** The day in China at a moment, as text: the county's day, wherever the machine stands. No summer time since 1991. */
export function dayOf(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** The hour in China at a moment, 0 to 23. */
export function hourOf(moment: Date): number {
  return new Date(moment.getTime() + 8 * 3_600_000).getUTCHours();
}

/** A moment in China, `2025-03-10 09:00`, wherever the machine stands. */
export function minuteOf(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
