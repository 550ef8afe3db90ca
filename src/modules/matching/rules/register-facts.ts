import type { RegisterKind } from '../../registers/index';
import { placementOf } from './placement';

/** What the registers' words mean for where a child stands; the module `standing` knows, and the house hands it in. */
export type RegisterWords = {
  /** 变动原因 → `listed`, `moved-out`, `dead` … */ householdState(changeReason: string): string;
  /** 学籍状态 → `studying`, `suspended`, `left` … */ enrolmentState(text: string): string;
};

/** A row as far as facts are made of it. */
export type FactRow = {
  readonly kind: RegisterKind;
  /** `household:<key>` */ readonly name: string;
  readonly asOf: string;
  readonly batch: string;
  /** path in the school tree */ readonly at: string;
  readonly grade: string;
  readonly school: string;
  readonly more: StandingTexts;
};

/** The fields by which a row says where a child stands, beside the school. */
export const standingFields = ['changeReason', 'enrolmentState', 'schoolCode', 'attendsBy', 'inclusive'] as const;
export type StandingTexts = { readonly [F in (typeof standingFields)[number]]?: string };

/** What is recorded of a child because of one row; the kinds and bodies are those of `standing/rules/facts.ts`. */
export type RowFact = {
  readonly kind: 'household' | 'enrolment' | 'class-list' | 'disability';
  readonly happened: string;
  readonly batch: string;
  readonly evidence: string;
  readonly body: Readonly<Record<string, unknown>>;
};

/** What a row says the first time, and what a changed row says that it did not say before; nothing where that is the same. */
export function rowFacts(row: FactRow, before: FactRow | undefined, words: RegisterWords): readonly RowFact[] {
  const body = bodyOf(row, words);
  if (body === undefined) return [];
  const last = before && bodyOf(before, words);
  // A newer class list says anew that the child is there: how old it is decides what it proves.
  const newer = row.kind === 'attending' && before !== undefined && row.asOf > before.asOf;
  if (!newer && last !== undefined && JSON.stringify(last) === JSON.stringify(body)) return [];
  return [factOf(row, row.asOf, body)];
}

/** What it says that a newer list (of `listDay`) does not have a row any more. */
export function goneFacts(row: FactRow, listDay: string, words: RegisterWords): readonly RowFact[] {
  const body = bodyOf(row, words);
  if (body === undefined) return [];
  if (row.kind === 'attending') return [factOf(row, listDay, { ...body, answer: 'absent' })];
  if (row.kind === 'disability') return [factOf(row, listDay, { listed: false })];
  return [factOf(row, listDay, { ...body, state: 'gone' })];
}

/** An enrolled child whom the class lists of its school do not have. */
export function absentFact(row: FactRow, listDay: string): RowFact {
  return { kind: 'class-list', happened: listDay, batch: row.batch, evidence: row.name, body: { at: row.at, answer: 'absent' } };
}

function factOf({ kind, name, batch }: FactRow, happened: string, body: Readonly<Record<string, unknown>>): RowFact {
  const factKind = kind === 'attending' ? 'class-list' : kind;
  if (factKind === 'poverty') throw new Error('the list of poor households says nothing about where a child stands');
  return { kind: factKind, happened, batch, evidence: name, body };
}

function bodyOf(row: FactRow, words: RegisterWords): Readonly<Record<string, unknown>> | undefined {
  const { kind, name, at, more, grade, school } = row;
  if (kind === 'household') return { row: name, state: words.householdState(more.changeReason ?? '') };
  if (kind === 'attending') return { at, answer: 'present' };
  if (kind === 'disability') return { listed: true };
  if (kind === 'poverty') return undefined;
  const texts = { schoolCode: more.schoolCode ?? '', school, attendsBy: more.attendsBy ?? '', inclusive: more.inclusive ?? '' };
  const placement = placements[placementOf({ ...texts, enrolmentState: more.enrolmentState ?? '' })] ?? 'ordinary';
  const stage = grade === '' ? 'unknown' : Number(grade) >= 7 ? 'junior' : 'primary';
  return { row: name, state: words.enrolmentState(more.enrolmentState ?? ''), stage, placement, at };
}

/** As standing tells them apart: inclusive classes count as ordinary. */
const placements: Readonly<Record<string, string>> = { specialSchool: 'special-school', homeTeaching: 'home-teaching' };
