/** What a roll says of a child that is not simply there; `back` of one who was away the time before. */
export const marks = ['absent', 'sick', 'personal', 'late', 'early', 'back'] as const;
export type Mark = (typeof marks)[number];

/** 上午, 下午: a class is called once or twice a day. */
export const sessions = ['am', 'pm'] as const;
export type Session = (typeof sessions)[number];

/** How a day, or a part of it, went for a child. */
export type Verdict = 'present' | 'absent' | 'leave';

/** A child beside the word of a roll. */
export type Marked = { readonly childId: string; readonly mark: Mark };

/** What a mark comes to: who is late, leaves early or is back was there. */
export function verdictOf(mark: Mark | undefined): Verdict {
  if (mark === 'absent') return 'absent';
  return mark === 'sick' || mark === 'personal' ? 'leave' : 'present';
}

/**
 * The verdict of a day from those of its called parts: away is who was there in none of them, and absent who was away without
 * leave in one of these. A day of which nothing was called has no verdict.
 */
export function verdictOfDay(parts: readonly Verdict[]): Verdict | undefined {
  if (parts.length === 0) return undefined;
  if (parts.includes('present')) return 'present';
  return parts.includes('absent') ? 'absent' : 'leave';
}
