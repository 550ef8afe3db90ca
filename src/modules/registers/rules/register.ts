import type { PackedColumn } from '../../../kernel/packed-column';

/** The five sources of 四查三比对. */
export const registerKinds = ['household', 'enrolment', 'attending', 'poverty', 'disability'] as const;
export type RegisterKind = (typeof registerKinds)[number];

/** What a column can mean. The Chinese headers that stand for each are data: see `header-names.ts`. */
export type RegisterField =
  | 'name'
  | 'formerName'
  | 'idNumber'
  | 'idType'
  | 'studentNumber'
  | 'auxiliaryNumber'
  | 'schoolCode'
  | 'school'
  | 'grade'
  | 'className'
  | 'ethnicity'
  | 'township'
  | 'village'
  | 'address'
  | 'guardian1Name'
  | 'guardian1Id'
  | 'guardian1Phone'
  | 'guardian2Name'
  | 'guardian2Id'
  | 'guardian2Phone'
  | 'phone'
  | 'householdNumber'
  | 'headName'
  | 'headId'
  | 'relationToHead'
  | 'changeReason'
  | 'residenceMatches'
  | 'enrolmentState'
  | 'attendsBy'
  | 'inclusive'
  | 'disabilityCard'
  | 'disabilityKind'
  | 'disabilityLevel'
  | 'povertyKind'
  | 'schoolingState'
  | 'notSchooledReason'
  | 'note';

/** Stands in a packed day column where the sheet gave no readable date. */
export const MISSING_DAY = -0x80000000;

/**
 * A register as it came, cleaned and packed; several files of one kind follow one another.
 *
 * Texts are cleaned so that equal means equal: NFKC, no invisible characters, trimmed; names without blanks and with one
 * kind of dot (`·`); ID numbers half-width, upper case, without separators, and empty where the cell could not be trusted
 * (a number that lost its last digits); `township` is the bare name (`公营子镇`), `village` the bare name without suffix
 * (`桥子`), both taken from their own columns, from a 12-digit area code, or from the address.
 */
export type Register = {
  readonly kind: RegisterKind;
  /** paths as given */ readonly files: readonly string[];
  /** data rows of all files */ readonly count: number;
  /** of each row the index in `files` */ readonly fileOf: Uint16Array;
  /** of each row the number that Excel shows */ readonly rowOf: Uint32Array;
  /** only the fields some file had; rows of a file without the field hold entry 0 */
  readonly text: { readonly [F in RegisterField]?: PackedColumn };
  /** days since 1970-01-01 from the birth column alone, or MISSING_DAY; never taken from the ID number */
  readonly birth: Int32Array;
  /** 0 unknown, 1 male, 2 female (GB/T 2261.1), from the column alone */
  readonly sex: Uint8Array;
  readonly problems: readonly Problem[];
};

/** One thing wrong with one cell, row or file; `message` is Chinese, for the person who owns the sheet, `en` says the same. */
export type Problem = {
  readonly register: RegisterKind;
  readonly file: string;
  readonly sheet: string;
  /** 0 where the whole sheet is meant */ readonly row: number;
  /** the header as the sheet has it; '' where the whole row is meant */ readonly column: string;
  /** masked: never enough to find a person */ readonly value: string;
  readonly code: string;
  readonly message: string;
  readonly en: string;
};
