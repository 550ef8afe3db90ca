import type { RegisterKind } from '../modules/registers';

/** The truth beside a set of made-up registers; docs/demo-registers.md describes every field. */
export type Truth = {
  readonly version: 1;
  readonly generator: string;
  readonly seed: number;
  readonly asOf: string;
  /** what `persons.kind` numbers mean */ readonly kinds: readonly string[];
  /** one entry per person */
  readonly persons: {
    readonly kind: readonly number[];
    /** sum of `groupBits` */ readonly groups: readonly number[];
    /** 1 where the person is of compulsory school age */ readonly inAge: readonly number[];
  };
  readonly registers: { readonly [R in RegisterKind]?: TruthRegister };
  /** out of school, with the enrolled child each may be taken for */
  readonly traps: readonly { readonly kind: string; readonly person: number; readonly decoy: number }[];
};

export type TruthRegister = {
  readonly file: string;
  /** number of the first data row, as Excel shows it; row i of `person` is row `firstRow + i` */ readonly firstRow: number;
  /** -1 where the row is nobody of `persons` (a grown-up) */ readonly person: readonly number[];
  /** row numbers whose ID number is missing or is not this person's present one */ readonly badId: readonly number[];
  /** row numbers by error kind */ readonly errors: { readonly [kind: string]: readonly number[] };
};

/** Groups for which results are reported apart. */
export const groupBits = { minority: 1, siblings: 2, rare: 4 } as const;
