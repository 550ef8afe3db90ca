import type { RegisterKind } from '../modules/registers';
import { groupBits, type Truth, type TruthRegister } from './truth-file';

export type { Truth } from './truth-file';

/** What is read of result.json; rows are numbered as Excel shows them. */
export type ComparisonResult = {
  readonly household: readonly {
    readonly row: number;
    readonly status: 'enrolled' | 'not-enrolled' | 'review' | 'out-of-age' | 'invalid';
    readonly enrolment: readonly { readonly row: number }[];
  }[];
  readonly enrolment: readonly {
    readonly row: number;
    readonly status: 'matched' | 'no-household' | 'review' | 'invalid';
    readonly household: readonly number[];
  }[];
  /** rows said to be one child; `register` is the enrolment register unless it says otherwise */
  readonly duplicates: readonly { readonly rows: readonly number[]; readonly register?: RegisterKind }[];
};

/** How well links of one subset were found. A link is a household row and an enrolment row of one child. */
export type LinkScore = {
  /** links there are */ readonly truth: number;
  /** links decided without a person */ readonly decided: number;
  readonly correct: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** true links offered to a person who decides */ readonly offered: number;
  /** recall once the persons have decided rightly */ readonly recallWithReview: number;
};

export const subsets = ['all', 'inAge', 'badId', 'minority', 'siblings', 'rare'] as const;
export type Subset = (typeof subsets)[number];

export type Scores = {
  /** children of school age without any enrolment who were reported as enrolled: household rows, and how many of each kind */
  readonly hidden: { readonly rows: readonly number[]; readonly byKind: { readonly [kind: string]: number } };
  /** of the children hidden on purpose, how many of each kind of trap were reported as enrolled, and how many there are */
  readonly traps: { readonly [kind: string]: { readonly fell: number; readonly of: number } };
  /** enrolled children of school age who were reported as not enrolled */
  readonly falseAbsent: Share;
  /** rows of both registers left to a person */
  readonly review: Share;
  readonly links: { readonly [S in Subset]: LinkScore };
  readonly duplicates: { readonly truth: number; readonly found: number; readonly correct: number } & Quality;
};

type Share = { readonly count: number; readonly of: number; readonly share: number };
type Quality = { readonly precision: number; readonly recall: number };

/** Holds a comparison against the truth. Throws when the truth lacks the household or the enrolment register. */
export function score(truth: Truth, result: ComparisonResult): Scores {
  const facts = factsOf(truth);
  return {
    hidden: hiddenOf(truth, facts, result),
    traps: trapsOf(truth, facts, result),
    falseAbsent: falseAbsentOf(facts, result),
    review: reviewOf(result),
    links: linksOf(truth, facts, result),
    duplicates: duplicatesOf(truth, result),
  };
}

type Facts = {
  readonly household: TruthRegister;
  readonly enrolment: TruthRegister;
  /** rows of each person in the enrolment register */ readonly enrolmentRows: ReadonlyMap<number, readonly number[]>;
  readonly inAge: readonly number[];
};

function factsOf(truth: Truth): Facts {
  const { household, enrolment } = truth.registers;
  if (!household || !enrolment) throw new Error('the truth must hold the household and the enrolment register');
  return { household, enrolment, enrolmentRows: rowsByPerson(enrolment), inAge: truth.persons.inAge };
}

function rowsByPerson(register: TruthRegister): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  register.person.forEach((person, i) => {
    const known = rows.get(person);
    if (known) known.push(register.firstRow + i);
    else if (person >= 0) rows.set(person, [register.firstRow + i]);
  });
  return rows;
}

function personAt(register: TruthRegister, row: number): number {
  return register.person[row - register.firstRow] ?? -1;
}

function hiddenOf(truth: Truth, facts: Facts, result: ComparisonResult): Scores['hidden'] {
  const rows: number[] = [];
  const byKind: Record<string, number> = {};
  for (const { row, status } of result.household) {
    const person = personAt(facts.household, row);
    if (status !== 'enrolled' || facts.enrolmentRows.has(person) || facts.inAge[person] !== 1) continue;
    const kind = truth.kinds[truth.persons.kind[person]];
    rows.push(row);
    byKind[kind] = (byKind[kind] ?? 0) + 1;
  }
  return { rows, byKind };
}

function trapsOf(truth: Truth, facts: Facts, result: ComparisonResult): Scores['traps'] {
  const reported = new Set(
    result.household.filter(({ status }) => status === 'enrolled').map(({ row }) => personAt(facts.household, row)),
  );
  const traps: Record<string, { fell: number; of: number }> = {};
  for (const { kind, person } of truth.traps) {
    traps[kind] ??= { fell: 0, of: 0 };
    traps[kind].of++;
    if (reported.has(person)) traps[kind].fell++;
  }
  return traps;
}

function falseAbsentOf(facts: Facts, result: ComparisonResult): Share {
  let count = 0;
  let of = 0;
  for (const { row, status } of result.household) {
    const person = personAt(facts.household, row);
    if (!facts.enrolmentRows.has(person) || facts.inAge[person] !== 1) continue;
    of++;
    if (status === 'not-enrolled') count++;
  }
  return { count, of, share: ratio(count, of, 0) };
}

function reviewOf(result: ComparisonResult): Share {
  const rows = [...result.household, ...result.enrolment];
  const count = rows.filter(({ status }) => status === 'review').length;
  return { count, of: rows.length, share: ratio(count, rows.length, 0) };
}

function linksOf(truth: Truth, facts: Facts, result: ComparisonResult): Scores['links'] {
  const { decided, offered } = claims(result);
  const inSubset = subsetTests(truth, facts);
  const counts = subsets.map(() => ({ truth: 0, decided: 0, correct: 0, offered: 0 }));
  const count = (pair: number, what: 'truth' | 'decided' | 'correct' | 'offered') => {
    const [household, enrolment] = unpair(pair);
    inSubset.forEach((test, i) => {
      if (test(household, enrolment)) counts[i][what]++;
    });
  };
  for (const pair of truePairs(facts)) {
    count(pair, 'truth');
    if (decided.has(pair)) count(pair, 'correct');
    else if (offered.has(pair)) count(pair, 'offered');
  }
  for (const pair of decided) count(pair, 'decided');
  const [all, inAge, badId, minority, siblings, rare] = counts.map(linkScore);
  return { all, inAge, badId, minority, siblings, rare };
}

/** Links as the result states them: decided from either register's side, or only offered for review. */
function claims(result: ComparisonResult): { decided: Set<number>; offered: Set<number> } {
  const decided = new Set<number>();
  const offered = new Set<number>();
  for (const { row, status, enrolment } of result.household) {
    const into = status === 'enrolled' || status === 'out-of-age' ? decided : status === 'review' ? offered : undefined;
    for (const other of enrolment) into?.add(pairOf(row, other.row));
  }
  for (const { row, status, household } of result.enrolment) {
    const into = status === 'matched' ? decided : status === 'review' ? offered : undefined;
    for (const other of household) into?.add(pairOf(other, row));
  }
  return { decided, offered };
}

function subsetTests(truth: Truth, facts: Facts): readonly ((household: number, enrolment: number) => boolean)[] {
  const badHousehold = new Set(facts.household.badId);
  const badEnrolment = new Set(facts.enrolment.badId);
  const either = (test: (person: number) => boolean) => (household: number, enrolment: number) =>
    test(personAt(facts.household, household)) || test(personAt(facts.enrolment, enrolment));
  const inGroup = (bit: number) => either((person) => (truth.persons.groups[person] & bit) !== 0);
  return [
    () => true,
    (household) => facts.inAge[personAt(facts.household, household)] === 1,
    (household, enrolment) => badHousehold.has(household) || badEnrolment.has(enrolment),
    inGroup(groupBits.minority),
    inGroup(groupBits.siblings),
    inGroup(groupBits.rare),
  ];
}

function* truePairs({ household, enrolmentRows }: Facts): Generator<number> {
  for (let i = 0; i < household.person.length; i++) {
    for (const row of enrolmentRows.get(household.person[i]) ?? []) yield pairOf(household.firstRow + i, row);
  }
}

// Two row numbers (at most 1,048,576 each in a sheet, far more in a .csv) as one exact number.
const rows = 2 ** 26;

function pairOf(household: number, enrolment: number): number {
  return household * rows + enrolment;
}

function unpair(pair: number): [household: number, enrolment: number] {
  return [Math.floor(pair / rows), pair % rows];
}

function linkScore(counts: { truth: number; decided: number; correct: number; offered: number }): LinkScore {
  const precision = ratio(counts.correct, counts.decided, 1);
  const recall = ratio(counts.correct, counts.truth, 1);
  return {
    ...counts,
    precision,
    recall,
    f1: ratio(2 * precision * recall, precision + recall, 0),
    recallWithReview: ratio(counts.correct + counts.offered, counts.truth, 1),
  };
}

function duplicatesOf(truth: Truth, result: ComparisonResult): Scores['duplicates'] {
  const found = new Set<string>();
  for (const { rows: group, register } of result.duplicates)
    eachPair(group, (a, b) => found.add(`${register ?? 'enrolment'} ${a} ${b}`));
  const named = new Set<string>(['enrolment', ...result.duplicates.map(({ register }) => register ?? 'enrolment')]);
  const real = new Set<string>();
  for (const [kind, register] of Object.entries(truth.registers)) {
    if (!named.has(kind)) continue;
    for (const group of rowsByPerson(register).values()) eachPair(group, (a, b) => real.add(`${kind} ${a} ${b}`));
  }
  const correct = [...found].filter((pair) => real.has(pair)).length;
  const quality = { precision: ratio(correct, found.size, 1), recall: ratio(correct, real.size, 1) };
  return { truth: real.size, found: found.size, correct, ...quality };
}

function eachPair(group: readonly number[], take: (a: number, b: number) => void): void {
  const sorted = [...group].sort((a, b) => a - b);
  sorted.forEach((a, i) => {
    for (const b of sorted.slice(i + 1)) take(a, b);
  });
}

function ratio(part: number, whole: number, ofNothing: number): number {
  return whole === 0 ? ofNothing : part / whole;
}
