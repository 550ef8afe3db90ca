/** The steps of the ladder of an absence, in the order in which they come. */
export const stepKeys = ['contact', 'visit', 'report', 'suspected', 'dropout'] as const;
export type StepKey = (typeof stepKeys)[number];
