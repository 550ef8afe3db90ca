/** What a comparison does, in this order: reads the lists, compares them two by two, takes the result over. */
export const runSteps = ['reading', 'enrolment', 'attending', 'poverty', 'disability', 'saving'] as const;
export type RunStep = (typeof runSteps)[number];
