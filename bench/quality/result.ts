import type { ComparisonResult, Truth } from '../../src/tools/truth';

/** What result.json says of a household row, with the scores of its links. */
export type Result = Omit<ComparisonResult, 'household'> & {
  readonly household: readonly (Omit<ComparisonResult['household'][number], 'enrolment'> & {
    readonly enrolment: readonly { readonly row: number; readonly score: number; readonly evidence: readonly string[] }[];
  })[];
};

/** The two registers every comparison has. */
export function registersOf(truth: Truth) {
  const { household, enrolment } = truth.registers;
  if (!household || !enrolment) throw new Error('the truth lacks a register');
  return { household, enrolment };
}

/** Row numbers of the enrolment register by person. */
export function enrolmentRows(truth: Truth): Map<number, number[]> {
  const { person, firstRow } = registersOf(truth).enrolment;
  const rows = new Map<number, number[]>();
  person.forEach((one, at) => {
    const known = rows.get(one);
    if (known) known.push(firstRow + at);
    else rows.set(one, [firstRow + at]);
  });
  return rows;
}
