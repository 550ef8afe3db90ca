/** Stretches of places that the tables of several modules speak of. */
export const whole = ['own', 'sibling'] as const;
export const inTownship = ['own', 'sibling', 'other school'] as const;

/** Holders of one role, wherever the object lies. */
export const officer = { 'bureau-officer': 'all' } as const;
export const sys = { 'system-admin': 'all' } as const;
export const sec = { 'security-admin': 'all' } as const;
export const leader = { 'bureau-leader': 'all' } as const;

/** What a change says that comes too late: it passes the gate, and leaves the world as it is. */
export const stale = { reason: '试验', version: 99 };
