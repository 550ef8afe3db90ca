/** What somebody owes a child that is away. `again`: whoever was not reached, or did not come on the promised day, is asked again. */
export const duties = ['contact', 'again', 'visit', 'report', 'receipt', 'township', 'proposal'] as const;
export type Duty = (typeof duties)[number];

/** With whom a duty lies; the bureau sees everything that lies below it. */
export const holders = ['teacher', 'school', 'township', 'bureau'] as const;
export type Holder = (typeof holders)[number];

/** What a school writes about an absence: that it is one, and later that the county is asked whether it is 辍学. */
export const reportKinds = ['report', 'proposal'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** Who says that a report is there. */
export const units = ['bureau', 'township'] as const;
export type Unit = (typeof units)[number];
