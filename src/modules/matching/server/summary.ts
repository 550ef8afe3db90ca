import type { Cohort } from '../../children/index';
import type { Problem, Register, RegisterKind } from '../../registers/index';
import { registerKinds } from '../../registers/index';
import {
  type Comparison,
  enrolmentStatus,
  type HouseholdStatus,
  householdStatus,
  type Listed,
  listedStatus,
  presence,
} from '../rules/compare';
import type { Placement } from '../rules/placement';
import { thresholds } from '../rules/remaining-claims';
import { partnersOf } from './partners';
import { placementsOf } from './placement';

type Counts = { readonly [status: string]: number };

/** The counts of a comparison, and what it was made of: the head of both result files. */
export type Summary = {
  readonly asOf: string;
  readonly schoolYear: string;
  readonly cohort: { readonly from: string; readonly to: string };
  readonly generatedAt: string;
  readonly thresholds: typeof thresholds;
  readonly inputs: readonly { readonly register: RegisterKind; readonly file: string; readonly rows: number }[];
  readonly household: Counts;
  readonly enrolment: Counts;
  readonly duplicates: Counts;
  readonly attending?: Counts;
  /** of the enrolment rows, by the class lists */ readonly presence?: Counts;
  readonly poverty?: Counts;
  readonly disability?: Counts;
  readonly placements?: Counts;
  readonly problems: number;
  /** what concerns a whole sheet, such as a file given as the wrong register: to be said before anything is believed */
  readonly notices: readonly { readonly file: string; readonly message: string }[];
};

/** Counts a comparison. `generatedAt` is what the caller's clock says, written as it is. */
export function summaryOf(comparison: Comparison, generatedAt: string): Summary {
  const { registers, attending, poverty, disability, duplicates } = comparison;
  const { schoolYear, from, to }: Cohort = comparison.cohort;
  return {
    asOf: comparison.asOf,
    schoolYear,
    cohort: { from, to },
    generatedAt,
    thresholds,
    inputs: registerKinds.flatMap((kind) => filesOf(kind, registers[kind])),
    household: countsOf(comparison.household, householdStatus),
    enrolment: countsOf(comparison.enrolment, enrolmentStatus),
    duplicates: { groups: duplicates.length, rows: duplicates.reduce((sum, { rows }) => sum + rows.length, 0) },
    ...(attending && {
      attending: countsOf(attending.status, listedStatus),
      presence: countsOf(attending.presence, presence),
    }),
    ...(poverty && { poverty: { ...countsOf(poverty.status, listedStatus), ...povertyFindings(comparison) } }),
    ...(disability && { disability: countsOf(disability.status, listedStatus) }),
    ...(disability && { placements: placementCounts(comparison, disability) }),
    problems: registerKinds.reduce((sum, kind) => sum + (registers[kind]?.problems.length ?? 0), 0),
    notices: registerKinds.flatMap((kind) => (registers[kind]?.problems ?? []).filter(({ row }) => row === 0)).map(noticeOf),
  };
}

/** `rows` and how many of them have each status; statuses nobody has are there with 0. */
function countsOf<S extends string>(statuses: readonly S[], all: readonly S[]): Counts {
  const places = new Map(all.map((status, place) => [status, place]));
  const counts = new Array<number>(all.length).fill(0);
  for (const status of statuses) counts[places.get(status) ?? 0]++;
  return { rows: statuses.length, ...Object.fromEntries(all.map((status, place) => [status, counts[place]])) };
}

function filesOf(kind: RegisterKind, register: Register | undefined): Summary['inputs'] {
  if (!register) return [];
  const rows = new Uint32Array(register.files.length);
  for (const file of register.fileOf) rows[file]++;
  return register.files.map((file, at) => ({ register: kind, file, rows: rows[at] }));
}

/** 比对3: children of households lifted out of poverty who are on no roll, or on a roll and not there. */
function povertyFindings(comparison: Comparison): Counts {
  const { poverty, households } = partnersOf(comparison);
  const has = (status: HouseholdStatus) =>
    comparison.household.reduce((sum, one, row) => sum + (one === status && poverty && poverty[row] >= 0 ? 1 : 0), 0);
  const absent = (comparison.attending?.presence ?? []).filter(
    (one, row) => one === 'absent' && households[row] >= 0 && poverty && poverty[households[row]] >= 0,
  );
  return { 'not-enrolled': has('not-enrolled'), absent: absent.length };
}

function placementCounts(comparison: Comparison, disability: Listed): Counts {
  const counts: { [placement in Placement]?: number } = {};
  for (const placement of placementsOf(comparison, disability)) counts[placement] = (counts[placement] ?? 0) + 1;
  return counts;
}

function noticeOf({ file, message }: Problem): { file: string; message: string } {
  return { file, message };
}
