import type { Day } from '../../../kernel/day';
import { parseDay } from '../../../kernel/day';
import { type Cohort, schoolAgeCohort } from '../../children/index';
import { MISSING_DAY, type Register } from '../../registers/index';
import { Decided, type DecidedPairs, type Decisions } from './decided';
import { type Duplicate, findDuplicates } from './duplicates';
import { verdict } from './linking';
import { type Pairing, pairRegisters } from './pairing';

/** The registers of 四查三比对; household and enrolment are always there. */
export type Registers = {
  readonly household: Register;
  readonly enrolment: Register;
  readonly attending?: Register;
  readonly poverty?: Register;
  readonly disability?: Register;
};

export const householdStatus = ['enrolled', 'not-enrolled', 'review', 'out-of-age', 'invalid'] as const;
export type HouseholdStatus = (typeof householdStatus)[number];
export const enrolmentStatus = ['matched', 'no-household', 'review', 'invalid'] as const;
export type EnrolmentStatus = (typeof enrolmentStatus)[number];
/** `no-list`: no class list of that school was given, so nothing is said */
export const presence = ['present', 'absent', 'review', 'no-list'] as const;
export type Presence = (typeof presence)[number];
export const listedStatus = ['matched', 'no-match', 'review', 'invalid'] as const;
export type ListedStatus = (typeof listedStatus)[number];

/** One side register of a comparison (class lists, poverty, disability), with what was found for each of its rows. */
export type Listed = { readonly pairing: Pairing; readonly status: readonly ListedStatus[] };

/** A finished comparison: statuses row by row, and the pairings that explain them. */
export type Comparison = {
  readonly asOf: Day;
  readonly cohort: Cohort;
  readonly registers: Registers;
  /** left: household, right: enrolment */ readonly enrolments: Pairing;
  readonly household: readonly HouseholdStatus[];
  readonly enrolment: readonly EnrolmentStatus[];
  readonly duplicates: readonly Duplicate[];
  /** left: class lists, right: enrolment */ readonly attending?: Listed & { readonly presence: readonly Presence[] };
  /** left: the poverty or disability list, right: household */ readonly poverty?: Listed;
  readonly disability?: Listed;
};

/** Told before each pairing which register is compared now, for a progress line. */
export type OnStep = (step: keyof Registers) => void;

/**
 * 四查三比对: household × enrolment, enrolment × class lists, and both × poverty and disability lists (教基厅函〔2024〕15 号).
 * Pure; a million rows a side take seconds. What people have decided about a pair of rows stands.
 */
export function compareRegisters(registers: Registers, asOf: Day, onStep: OnStep, decisions: Decisions = {}): Comparison {
  const steps = comparing(registers, asOf, decisions);
  let step = steps.next();
  for (; !step.done; step = steps.next()) onStep(step.value);
  return step.value;
}

/** The same, stopping before each pairing, so that a server can do something else meanwhile. */
export function* comparing(registers: Registers, asOf: Day, decisions: Decisions): Generator<keyof Registers, Comparison, void> {
  const cohort = schoolAgeCohort(asOf);
  yield 'enrolment';
  const enrolments = pairRegisters(registers.household, registers.enrolment, decisions.enrolments);
  const duplicates = findDuplicates(enrolments, new Decided(decisions.duplicates));
  const base = {
    asOf,
    cohort,
    registers,
    enrolments,
    household: householdStatuses(registers.household, enrolments, cohort),
    enrolment: enrolmentStatuses(enrolments),
    duplicates,
  };
  return { ...base, ...(yield* sideLists(registers, decisions)) };
}

/** The lists beside the two main registers, each only if it was given. */
function* sideLists(
  { household, enrolment, ...lists }: Registers,
  decisions: Decisions,
): Generator<keyof Registers, Pick<Comparison, 'attending' | 'poverty' | 'disability'>, void> {
  const found: { -readonly [K in 'attending' | 'poverty' | 'disability']?: Comparison[K] } = {};
  if (lists.attending) {
    yield 'attending';
    found.attending = attendance(lists.attending, enrolment, decisions.attending);
  }
  if (lists.poverty) {
    yield 'poverty';
    found.poverty = listed(lists.poverty, household, decisions.poverty);
  }
  if (lists.disability) {
    yield 'disability';
    found.disability = listed(lists.disability, household, decisions.disability);
  }
  return found;
}

function householdStatuses(household: Register, pairing: Pairing, cohort: Cohort): HouseholdStatus[] {
  const from = parseDay(cohort.from) ?? 0;
  const to = parseDay(cohort.to) ?? 0;
  const { left } = pairing.pair;
  const gone = goneRows(household);
  const statuses: HouseholdStatus[] = new Array(household.count);
  for (let row = 0; row < household.count; row++) {
    const birth = left.birth[row];
    if (namesNobody(pairing, 'left', row)) statuses[row] = 'invalid';
    else if (birth !== MISSING_DAY && (birth < from || birth > to)) statuses[row] = 'out-of-age';
    else {
      const best = bestVerdict(pairing, pairing.leftStarts[row], pairing.leftStarts[row + 1]);
      statuses[row] = best === verdict.linked ? 'enrolled' : best === verdict.review || gone(row) ? 'review' : 'not-enrolled';
    }
  }
  return statuses;
}

/** 死亡、注销、迁出 still standing in the list: whether the register is right is for a person to find out. */
function goneRows(household: Register): (row: number) => boolean {
  const column = household.text.changeReason;
  if (!column) return () => false;
  const gone = new Uint8Array(column.entries.count);
  const decoder = new TextDecoder();
  for (let entry = 1; entry < gone.length; entry++) {
    const text = decoder.decode(column.entries.bytes.subarray(column.entries.ends[entry - 1], column.entries.ends[entry]));
    if (/死亡|注销|迁出|失踪/.test(text)) gone[entry] = 1;
  }
  return (row) => gone[column.codes[row]] === 1;
}

function enrolmentStatuses(pairing: Pairing): EnrolmentStatus[] {
  const statuses: EnrolmentStatus[] = new Array(pairing.pair.right.count);
  for (let row = 0; row < statuses.length; row++) {
    const best = rightVerdict(pairing, row);
    if (namesNobody(pairing, 'right', row)) statuses[row] = 'invalid';
    else statuses[row] = best === verdict.linked ? 'matched' : best === verdict.review ? 'review' : 'no-household';
  }
  return statuses;
}

function namesNobody(pairing: Pairing, side: 'left' | 'right', row: number): boolean {
  const people = pairing.pair[side];
  return people.name[row] === 0 && people.id[row] < 0 && people.document[row] === 0;
}

function bestVerdict(pairing: Pairing, from: number, to: number): number {
  let best: number = verdict.no;
  for (let at = from; at < to; at++) best = Math.max(best, pairing.verdict[at]);
  return best;
}

function rightVerdict(pairing: Pairing, row: number): number {
  let best: number = verdict.no;
  for (let at = pairing.rightStarts[row]; at < pairing.rightStarts[row + 1]; at++)
    best = Math.max(best, pairing.verdict[pairing.byRight[at]]);
  return best;
}

function listed(list: Register, against: Register, decided: DecidedPairs | undefined): Listed {
  const pairing = pairRegisters(list, against, decided);
  const status: ListedStatus[] = new Array(list.count);
  for (let row = 0; row < list.count; row++) {
    const best = bestVerdict(pairing, pairing.leftStarts[row], pairing.leftStarts[row + 1]);
    if (namesNobody(pairing, 'left', row)) status[row] = 'invalid';
    else status[row] = best === verdict.linked ? 'matched' : best === verdict.review ? 'review' : 'no-match';
  }
  return { pairing, status };
}

/** A school counts as listed when a fifth of its enrolled children are found in some class list. */
const listedShare = 0.2;

function attendance(lists: Register, enrolment: Register, decided: DecidedPairs | undefined): Listed & { presence: Presence[] } {
  const found = listed(lists, enrolment, decided);
  const { right } = found.pairing.pair;
  const enrolled = new Map<number, { all: number; found: number }>();
  const verdicts = new Uint8Array(enrolment.count);
  for (let row = 0; row < enrolment.count; row++) {
    verdicts[row] = rightVerdict(found.pairing, row);
    const school = enrolled.get(right.school[row]) ?? { all: 0, found: 0 };
    school.all++;
    if (verdicts[row] === verdict.linked) school.found++;
    enrolled.set(right.school[row], school);
  }
  const status: Presence[] = new Array(enrolment.count);
  for (let row = 0; row < enrolment.count; row++) {
    const school = enrolled.get(right.school[row]);
    const covered = school !== undefined && school.found >= school.all * listedShare;
    if (verdicts[row] === verdict.linked) status[row] = 'present';
    else status[row] = verdicts[row] === verdict.review ? 'review' : covered ? 'absent' : 'no-list';
  }
  return { ...found, presence: status };
}
