import { basename } from 'node:path';
import type { z } from 'zod';
import type { ColumnShown, EffectView, PreviewView, ProblemGroupView } from '../contract';
import { columnWords, otherFieldWords, roleWords } from '../field-words';
import { sayGuard } from '../guard-sentences';
import { isProblemCode, problemWords, saidOfMany, severityOf } from '../problem-words';
import type { BadRowChoice, CommitMode } from '../rules/batch-state';
import type { ColumnView } from '../rules/column-view';
import type { CommitPlan } from '../rules/commit-plan';
import { type Guard, guardsOfEffect } from '../rules/guards';
import type { Problem } from '../rules/register';
import { fill } from '../words';
import type { ChangedField } from './changed-fields';
import { problemGroup } from './problems';
import type { BatchReading, ReadSource } from './reading';
import { rowStates } from './row-checks';

/** What is kept of a preview beside its batch. */
export type StoredPreview = Omit<PreviewView, 'batch'> & {
  /** the snapshot that counted when the effect was worked out */ readonly baseId: string | null;
};

/** The places of the mistakes of one group, by pages; see `ProblemsView`. */
export type ProblemPages = {
  readonly group: number;
  readonly pages: readonly (readonly ProblemPlace[])[];
};
export type ProblemPlace = z.infer<typeof ProblemGroupView>['first'][number];

/** Places of one page, and how many are shown with their group. */
export const problemsOnPage = 200;
const shownFirst = 20;

/** What a person sees of a reading, and the pages of its problems. */
export function previewOf(
  reading: BatchReading,
  guards: readonly Guard[],
  effects: readonly z.infer<typeof EffectView>[],
  more: { readonly baseId: string | null; readonly remembered: ReadonlySet<string> },
): { readonly preview: StoredPreview; readonly problems: readonly ProblemPages[] } {
  const { kept, sources, layouts } = reading;
  const { groups, pages } = groupsOf(kept.register.problems, reading.problemTotals);
  const count = (state: number) => kept.states.reduce((sum, one) => sum + (one === state ? 1 : 0), 0);
  const errorRows = count(rowStates.error);
  const preview = {
    sources: sources.map((source) => sourceView(source, more.remembered.has(source.sourceKey))),
    sheets: kept.register.mappings.map(({ file, sheet, headerRow, rows }, at) => ({
      file: basename(layouts[at]?.file ?? file),
      sheet,
      headerRow,
      rows,
    })),
    rows: kept.register.count,
    goodRows: kept.register.count - errorRows,
    errorRows,
    noticeRows: count(rowStates.notice),
    groups,
    guards: guards.map(sayGuard),
    effects: [...effects],
    baseId: more.baseId,
  };
  return { preview, problems: pages };
}

/** What a plan would do, as a person reads it. */
export function effectView(
  plan: CommitPlan,
  terms: { readonly mode: CommitMode; readonly badRows: BadRowChoice },
  fields: readonly { readonly field: ChangedField; readonly rows: number }[],
  days: { readonly asOf: string; readonly current: string | undefined },
): z.infer<typeof EffectView> {
  const { before, after, fresh, unchanged, gone } = plan;
  const figures = { before, after, fresh, changed: plan.changed.length, unchanged, gone };
  return {
    mode: terms.mode,
    badRows: terms.badRows,
    ...figures,
    fields: fields.map(({ field, rows }) => ({ field, rows, ...fieldWords(field) })),
    guards: guardsOfEffect(figures, days).map(sayGuard),
  };
}

function fieldWords(field: ChangedField): { zh: string; en: string } {
  return field === 'other' ? otherFieldWords : roleWords[field];
}

function sourceView(source: ReadSource, remembered: boolean): StoredPreview['sources'][number] {
  const { sourceKey, sheets, firstFile, firstSheet, columns } = source;
  return { sourceKey, sheets, firstFile: basename(firstFile), firstSheet, remembered, columns: columns.map(columnShown) };
}

function columnShown({ key, header, role, why, suggestion, fits, examples }: ColumnView): z.infer<typeof ColumnShown> {
  const percent = fits === undefined ? null : Math.round(fits * 100);
  const named = role ?? suggestion;
  const about = named === undefined ? { zh: '', en: '' } : roleWords[named];
  const words = columnWords[role === 'unused' && why === 'name' ? 'unused' : why];
  const facts = { header, role: about.zh, roleEn: about.en, percent: percent ?? 0 };
  return {
    key,
    header,
    role: role ?? null,
    suggestion: suggestion ?? null,
    why,
    says: { zh: fill(words.zh, facts), en: fill(words.en, facts) },
    fits: percent,
    examples,
  };
}

/** Mistakes of one kind in one column are one line, errors before notices, the most frequent first. */
function groupsOf(
  problems: readonly Problem[],
  totals: ReadonlyMap<string, number>,
): { readonly groups: z.infer<typeof ProblemGroupView>[]; readonly pages: ProblemPages[] } {
  const found = new Map<string, Problem[]>();
  for (const problem of problems) {
    // The line that says how many are not listed belongs to no place; the totals say it.
    if (problem.file === '') continue;
    const key = problemGroup(problem.code, problem.column);
    const list = found.get(key);
    if (list) list.push(problem);
    else found.set(key, [problem]);
  }
  const ordered = [...found].sort(
    ([, one], [, other]) => rank(one[0]) - rank(other[0]) || other.length - one.length || (one[0].code < other[0].code ? -1 : 1),
  );
  const groups = ordered.map(([key, list], group) => groupView(group, list, totals.get(key) ?? list.length));
  const pages = ordered.map(([, list], group) => ({ group, pages: pagesOf(list.map(placeOf)) }));
  return { groups, pages };
}

function rank({ code }: Problem): number {
  return severityOf(code) === 'error' ? 0 : 1;
}

function groupView(group: number, list: readonly Problem[], count: number): z.infer<typeof ProblemGroupView> {
  const [{ code, column, message, en }] = list;
  const { expected } = isProblemCode(code) ? problemWords[code] : problemWords.moreOfThese;
  return {
    group,
    code,
    severity: severityOf(code),
    column,
    count,
    says: { ...((list.length > 1 ? saidOfMany(code) : undefined) ?? { zh: message, en }) },
    expected: { ...expected },
    first: list.slice(0, shownFirst).map(placeOf),
  };
}

function placeOf({ file, sheet, row, value }: Problem): ProblemPlace {
  return { file: basename(file), sheet, row, value };
}

function pagesOf(places: readonly ProblemPlace[]): ProblemPlace[][] {
  const pages: ProblemPlace[][] = [];
  for (let from = 0; from < places.length; from += problemsOnPage) pages.push(places.slice(from, from + problemsOnPage));
  return pages;
}
