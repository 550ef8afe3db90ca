import { type Day, parseDay } from '../../../kernel/day';
import type { FieldFault } from '../../../kernel/refusal';
import { type SchoolYear, schoolYearOf } from '../../area/index';

/** Days that are taught or closed against the rule: 停课, 补课, 中考后九年级离校. It holds for everything below `path`. */
export type CalendarException = {
  readonly id: string;
  readonly tree: 'county' | 'area' | 'school';
  /** ends in `/` */ readonly path: string;
  /** only these grades; empty for all */ readonly grades: readonly number[];
  readonly from: Day;
  readonly until: Day;
  readonly kind: 'taught' | 'closed';
  readonly reason: string;
};

/** Whose calendar is asked for: the county's own where nothing is given. */
export type CalendarOf = {
  /** area path of the township (or village) the school stands in */ readonly area?: string | undefined;
  /** path of the school or of one of its classes */ readonly school?: string | undefined;
  readonly grade?: number | undefined;
};

/**
 * The exceptions that hold for somebody, the weakest first: county, township, village, school, class, and at one place those
 * for all grades before those for some, the older before the newer. Whoever applies them in this order ends up right.
 */
export function exceptionsFor(exceptions: readonly CalendarException[], whose: CalendarOf): readonly CalendarException[] {
  return exceptions.filter((exception) => holdsFor(exception, whose)).sort(byStrength);
}

/** The most days one exception may cover: our choice; a longer pause is a matter of the terms. */
const LONGEST = 120;

/** What is wrong with a new exception beside those that stand and the school years that have terms; nothing when it may stand. */
export function faultsOfException(
  draft: CalendarException,
  others: readonly CalendarException[],
  schoolYears: readonly SchoolYear[],
): readonly FieldFault[] {
  const [from, until] = [parseDay(draft.from), parseDay(draft.until)];
  if (from === undefined || until === undefined) {
    const path = from === undefined ? 'from' : 'until';
    return [{ path, zh: '日期要写成 2025-03-05 的形式。', en: 'Write the day like 2025-03-05.' }];
  }
  if (until < from) return [{ path: 'until', zh: '结束日早于开始日，请改正。', en: 'The last day is before the first.' }];
  if (until - from >= LONGEST) {
    const zh = `一次最多 ${LONGEST} 天；更长的停课请改学期起止。`;
    return [{ path: 'until', zh, en: `At most ${LONGEST} days at once; for a longer pause change the term.` }];
  }
  if (![draft.from, draft.until].every((day) => schoolYears.includes(schoolYearOf(day)))) {
    const zh = `校历里还没有 ${draft.from} 所在学年的学期。请先录入学期，再定这几天。`;
    return [{ path: 'from', zh, en: 'The calendar has no term of that school year. Enter the term first.' }];
  }
  const clash = others.find((other) => other.kind !== draft.kind && samePlace(other, draft) && overlap(other, draft));
  if (!clash) return [];
  const what = clash.kind === 'taught' ? { zh: '上课', en: 'taught' } : { zh: '停课', en: 'closed' };
  return [
    {
      path: 'from',
      zh: `${clash.from} 至 ${clash.until} 已定为${what.zh}（${clash.reason}）。请先撤销那一条。`,
      en: `${clash.from} to ${clash.until} are already ${what.en} (${clash.reason}). Take that back first.`,
    },
  ];
}

function holdsFor({ tree, path, grades }: CalendarException, whose: CalendarOf): boolean {
  // Without a grade the question is about the school as a whole, which one grade's leave does not close.
  if (grades.length > 0 && (whose.grade === undefined || !grades.includes(whose.grade))) return false;
  if (tree === 'county') return true;
  const place = tree === 'area' ? whose.area : whose.school;
  return place?.startsWith(path) ?? false;
}

const strengthOfTree = { county: 0, area: 1, school: 2 } as const;

function byStrength(a: CalendarException, b: CalendarException): number {
  return (
    strengthOfTree[a.tree] - strengthOfTree[b.tree] ||
    a.path.length - b.path.length ||
    Math.sign(a.grades.length) - Math.sign(b.grades.length) ||
    (a.id < b.id ? -1 : 1)
  );
}

function samePlace(a: CalendarException, b: CalendarException): boolean {
  if (a.tree !== b.tree || a.path !== b.path) return false;
  if (a.grades.length === 0 || b.grades.length === 0) return a.grades.length === b.grades.length;
  return a.grades.some((grade) => b.grades.includes(grade));
}

function overlap(a: CalendarException, b: CalendarException): boolean {
  return a.from <= b.until && a.until >= b.from;
}
