import type { Finding } from './finding-names';

/** Which findings tell the children of each list apart: the terms of its sum, in their order. */
export const terms = {
  household: ['enrolled', 'not-enrolled', 'household-review', 'household-gone', 'out-of-age'],
  enrolment: ['present', 'absent', 'presence-review', 'no-list'],
  attending: ['present', 'unregistered', 'unregistered-review'],
} as const satisfies Record<string, readonly Finding[]>;

/** A list with a sum of its own. */
export type Listed = keyof typeof terms;
export const listedKinds = Object.keys(terms) as readonly Listed[];
