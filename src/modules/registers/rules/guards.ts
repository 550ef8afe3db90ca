import type { Day } from '../../../kernel/day';
import { countyShare } from './county-share';
import type { ColumnRole } from './header-names';
import { kindVerdict } from './kind-signs';
import type { Layout } from './layout';
import { yearShift } from './list-year';
import type { Register, RegisterKind } from './register';
import { missingColumns } from './required';

/** What a person must know before a list may count. `stop`: it cannot; `ask`: only with a reason; `tell`: just so that it is known. */
export type Severity = 'stop' | 'ask' | 'tell';

/** One thing that speaks against a list, with the figures for its sentence. */
export type Guard = {
  readonly code: GuardCode;
  readonly severity: Severity;
  readonly numbers: Readonly<Record<string, number | string>>;
};

export type GuardCode =
  | 'wrong-kind'
  | 'kind-unclear'
  | 'missing-column'
  | 'last-year'
  | 'older-than-current'
  | 'other-county'
  | 'many-gone'
  | 'files-overlap'
  | 'files-differ'
  | 'repeated-rows'
  | 'other-school'
  | 'nothing-new'
  | 'file-known'
  | 'columns-unknown'
  | 'mends-nothing';

/** The sheets of a list as they are understood. */
export type GuardedSheet = { readonly file: string; readonly sheet: string; readonly layout: Layout };

/** What is wrong with a list by itself: the wrong one, one that lacks what it is for, last year's, another county's. */
export function guardsOfList(
  register: Register,
  sheets: readonly GuardedSheet[],
  facts: { readonly asOf: Day; readonly county: { readonly code: string; readonly townships: readonly string[] } },
): Guard[] {
  return [
    ...kindGuards(register.kind, sheets),
    ...columnGuards(register.kind, sheets),
    ...yearGuards(register, facts.asOf),
    ...countyGuards(register, facts.county),
  ];
}

/** What a list would do to the one that counts today. */
export type Effect = {
  readonly before: number;
  readonly fresh: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly gone: number;
};

/** What speaks against putting a list in the place of the one that counts. */
export function guardsOfEffect(effect: Effect, days: { readonly asOf: Day; readonly current: Day | undefined }): Guard[] {
  const { before, fresh, changed, gone } = effect;
  const guards: Guard[] = [];
  if (days.current !== undefined && days.asOf < days.current)
    guards.push({ code: 'older-than-current', severity: 'ask', numbers: { asOf: days.asOf, current: days.current } });
  if (gone >= fewestGone && gone >= before * manyGone)
    guards.push({ code: 'many-gone', severity: 'ask', numbers: { gone, before, percent: percent(gone / before) } });
  if (before > 0 && fresh + changed + gone === 0)
    guards.push({ code: 'nothing-new', severity: 'tell', numbers: { unchanged: before } });
  return guards;
}

/** Rows that stand in several files: alike they count once, unlike somebody must know which is right. */
export function guardsOfOverlap(overlap: { readonly same: number; readonly differ: number; readonly repeated: number }): Guard[] {
  const guards: Guard[] = [];
  if (overlap.differ > 0) guards.push({ code: 'files-differ', severity: 'ask', numbers: { rows: overlap.differ } });
  if (overlap.same > 0) guards.push({ code: 'files-overlap', severity: 'tell', numbers: { rows: overlap.same } });
  if (overlap.repeated > 0) guards.push({ code: 'repeated-rows', severity: 'tell', numbers: { rows: overlap.repeated } });
  return guards;
}

/** A list that takes away a fifth of the children is asked about; half of them is the case of the plan. Our choice. */
const manyGone = 0.2;
const fewestGone = 10;
/** Fewer rows that tell prove nothing about whose list it is. */
const fewestTelling = 20;
/** Children move and are born elsewhere, but never a third of a county. Our choice. */
const leastOwn = 0.7;
const foreign = 0.2;

/** So many columns are named in a sentence. */
const mostNamed = 4;

function kindGuards(kind: RegisterKind, sheets: readonly GuardedSheet[]): Guard[] {
  return sheets.flatMap(({ file, sheet, layout }): Guard[] => {
    const verdict = kindVerdict(kind, layout);
    if (verdict.says === 'fits') return [];
    if (verdict.says === 'unclear') return [{ code: 'kind-unclear', severity: 'ask', numbers: { file, sheet, kind } }];
    const { looks, clear, columns } = verdict;
    // Schools do give their 学籍 export as their class list, and the other way round.
    const ofSchools = [kind, looks].every((one) => one === 'attending' || one === 'enrolment');
    const severity = clear && !ofSchools ? 'stop' : 'ask';
    const named = columns.slice(0, mostNamed).map((header) => `“${header}”`);
    return [{ code: 'wrong-kind', severity, numbers: { file, sheet, looks, kind, columns: named.join('') } }];
  });
}

function columnGuards(kind: RegisterKind, sheets: readonly GuardedSheet[]): Guard[] {
  const missing = sheets.flatMap(({ file, sheet, layout }): Guard[] =>
    missingColumns(kind, layout).map(({ anyOf, severity }) => ({
      code: 'missing-column',
      severity,
      numbers: { file, sheet, column: anyOf[0] satisfies ColumnRole },
    })),
  );
  const unknown = sheets.reduce((sum, { layout }) => sum + layout.columns.filter(({ role }) => role === undefined).length, 0);
  return unknown > 0 ? [...missing, { code: 'columns-unknown', severity: 'tell', numbers: { columns: unknown } }] : missing;
}

function yearGuards(register: Register, asOf: Day): Guard[] {
  const shift = yearShift(register, asOf);
  if (!shift) return [];
  const { years, how, share, rows } = shift;
  return [{ code: 'last-year', severity: 'ask', numbers: { years, how, percent: percent(share), rows, asOf } }];
}

function countyGuards(register: Register, county: { readonly code: string; readonly townships: readonly string[] }): Guard[] {
  const { numbers, withNumber, places, withPlace, mostOther } = countyShare(register, county);
  const byNumber = withNumber >= fewestTelling ? numbers / withNumber : undefined;
  const byPlace = withPlace >= fewestTelling ? places / withPlace : undefined;
  // Places say where a child belongs today, numbers only where it was registered first.
  const own = byPlace ?? byNumber;
  if (own === undefined || own >= leastOwn) return [];
  const rows = byPlace === undefined ? withNumber - numbers : withPlace - places;
  const severity = own < foreign && (byNumber ?? 0) < foreign ? 'stop' : 'ask';
  return [{ code: 'other-county', severity, numbers: { rows, percent: percent(1 - own), region: mostOther } }];
}

function percent(share: number): number {
  return Math.round(share * 100);
}
