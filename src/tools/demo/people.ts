/** The people of a made-up county, before any register is written. */
export type Parent = {
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
};

/** One couple with its children; `cousinOf` is the father's brother's family in the same village. */
export type Family = {
  readonly id: number;
  readonly village: number;
  readonly father: Parent;
  readonly mother: Parent;
  /** A grandparent, where the household is in a grandparent's name or the children live with one. */
  readonly grandparent: Parent | undefined;
  readonly grandparentHeads: boolean;
  readonly surname: string;
  readonly motherSurname: string;
  readonly ethnicity: string;
  readonly style: NameStyle;
  readonly house: number;
  readonly cousinOf: Family | undefined;
  readonly children: Child[];
  readonly poor: boolean;
  /** The whole family lives elsewhere: its children mostly study there. */
  readonly away: boolean;
};

export type NameStyle = 'han' | 'mongolian' | 'dotted';

/** What is true of a child on the day; the order is the numbering used in truth.json. */
export const kinds = [
  'enrolled',
  'enrolledElsewhere',
  'resident',
  'enrolledNotAttending',
  'homeTeaching',
  'specialSchool',
  'outOfSchool',
  'studyingOutside',
  'attendingNotEnrolled',
  'deferred',
  'dead',
  'emptyHousehold',
  'tooYoung',
  'tooOld',
] as const;
export type Kind = (typeof kinds)[number];

/** One child; the fields without `readonly` are settled step by step while the county is made. */
export type Child = {
  readonly id: number;
  readonly family: Family;
  readonly sex: 1 | 2;
  /** days since 1970-01-01 */ readonly birth: number;
  readonly surname: string;
  given: string;
  readonly style: NameStyle;
  readonly idNumber: string;
  /** The number before the police changed it, or ''. */
  readonly earlierId: string;
  readonly twin: boolean;
  kind: Kind;
  /** -1 where the child has none */ school: number;
  /** 1–9, or 0 */ grade: number;
  classNo: number;
  /** A second school where the child is also enrolled, or -1. */ secondSchool: number;
  twoHouseholds: boolean;
  /** 0 none, else the first digit after the ID number on the card (1–7) */ disability: number;
};

/** The full name. */
export function nameOf(child: Child): string {
  return child.surname + child.given;
}

/** Kinds of children who have a row in the enrolment register. */
export const enrolledKinds: ReadonlySet<Kind> = new Set([
  'enrolled',
  'enrolledElsewhere',
  'resident',
  'enrolledNotAttending',
  'homeTeaching',
  'specialSchool',
]);

/** Kinds of children whom a class list of the county names. */
export const attendingKinds: ReadonlySet<Kind> = new Set([
  'enrolled',
  'enrolledElsewhere',
  'resident',
  'specialSchool',
  'attendingNotEnrolled',
]);
