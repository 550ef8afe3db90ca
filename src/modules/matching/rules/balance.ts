import type { Row } from './clusters';
import { type Finding, findingNames } from './finding-names';
import { type Listed, terms } from './terms';

/** One list of 四查三比对 as an equation: its rows are its children by finding, and rows that are no further child. */
export type ListBalance = {
  readonly rows: number;
  /** children of the list, each under exactly one finding */ readonly children: { readonly [F in Finding]?: number };
  /** further rows of a child that is counted already */ readonly repeated: number;
  /** grown-up members of households, of whom no record is kept */ readonly grownUp: number;
  /** rows with neither name nor number */ readonly nobody: number;
  /** whether the rows are the sum of the rest */ readonly balanced: boolean;
};

/** The equations of the three lists, and how many children were found in each state. */
export type Balance = {
  readonly household: ListBalance;
  readonly enrolment: ListBalance;
  readonly attending: ListBalance;
  readonly findings: { readonly [F in Finding]?: number };
  /** 比对3: 未入学 and 在籍不在校 among the households lifted out of poverty */
  readonly poverty: { readonly 'not-enrolled': number; readonly absent: number };
};

/** One record with its rows, or somebody of whom no record is kept. */
export type Found = { readonly rows: readonly Row[]; readonly findings: readonly Finding[]; readonly kept: boolean };

/** Rows of a list as it came, and how many of them name nobody; counted apart from the clusters, so that a lost row is seen. */
export type ListRows = { readonly rows: number; readonly nobody: number };

/** Counts children and rows. */
export function balanceOf(found: readonly Found[], lists: { readonly [K in Listed]: ListRows }): Balance {
  const all: { [F in Finding]?: number } = {};
  const poverty = { 'not-enrolled': 0, absent: 0 };
  for (const { findings, kept } of found) {
    if (!kept) continue;
    for (const finding of findings) all[finding] = (all[finding] ?? 0) + 1;
    if (!findings.includes('on-poverty-list')) continue;
    if (findings.includes('not-enrolled')) poverty['not-enrolled']++;
    if (findings.includes('absent')) poverty.absent++;
  }
  const list = (kind: Listed) => listBalance(kind, found, lists[kind]);
  return { household: list('household'), enrolment: list('enrolment'), attending: list('attending'), findings: all, poverty };
}

function listBalance(kind: Listed, found: readonly Found[], { rows, nobody }: ListRows): ListBalance {
  const children: { [F in Finding]?: number } = {};
  let [repeated, grownUp] = [0, 0];
  const of: readonly Finding[] = terms[kind];
  for (const { rows: own, findings, kept } of found) {
    const here = own.filter((row) => row.kind === kind).length;
    if (here === 0) continue;
    if (!kept) grownUp += here;
    else {
      const term = findings.find((finding) => of.includes(finding));
      if (term) children[term] = (children[term] ?? 0) + 1;
      repeated += here - 1;
    }
  }
  const counted = Object.values(children).reduce((sum, count) => sum + count, 0);
  return { rows, children, repeated, grownUp, nobody, balanced: rows === counted + repeated + grownUp + nobody };
}

/** The findings in their order, without those nobody has. */
export function inOrder(counts: { readonly [F in Finding]?: number }): readonly (readonly [Finding, number])[] {
  return findingNames.flatMap((finding) => {
    const count = counts[finding] ?? 0;
    return count === 0 ? [] : [[finding, count] as const];
  });
}
