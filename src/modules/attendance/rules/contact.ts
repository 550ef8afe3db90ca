/** How somebody was reached about a child that is away. */
export const ways = ['phone', 'visit', 'village', 'message', 'met'] as const;
export type Way = (typeof ways)[number];

/** Who was reached. */
export const reachedKinds = ['guardian', 'child', 'relative', 'nobody', 'wrong-number'] as const;
export type Reached = (typeof reachedKinds)[number];

/** Why the child is away, as it was said; short of a case the school does not ask further (policy.md §5.1, our selection). */
export const reasons = ['sick', 'unwilling', 'family', 'work', 'away', 'unclear'] as const;
export type Reason = (typeof reasons)[number];

/** What was said of coming back: on a day, nothing, or that it will not. */
export const promises = ['day', 'none', 'refused'] as const;
export type Promised = (typeof promises)[number];

/** Whether somebody was there to be spoken to. */
export function isReached(reached: Reached): boolean {
  return reached !== 'nobody' && reached !== 'wrong-number';
}

/** Whether somebody was at the child's home. */
export function isVisit({ way }: { readonly way: Way }): boolean {
  return way === 'visit' || way === 'village';
}
