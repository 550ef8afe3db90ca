import { type Day, parseDay } from '../../../kernel/day';
import type { FieldFault, Sentence } from '../../../kernel/refusal';
import { daysOfSchoolYear, type SchoolYear, yearOfBegin } from '../../area/index';

/** JY/T 学期编码: 1 autumn, 2 spring. */
export type TermNumber = 1 | 2;

/** One term of a school year; all days included. */
export type Term = {
  readonly schoolYear: SchoolYear;
  readonly number: TermNumber;
  /** 开学（报到）: when the children come back; no lessons yet where it is before `firstDay` */ readonly opensDay: Day;
  /** first day of lessons */ readonly firstDay: Day;
  /** last day of lessons */ readonly lastDay: Day;
  /** false: a proposal that the county bureau has not confirmed (待县局确认) */ readonly confirmed: boolean;
};

/** How people call a term: 2024—2025 学年第二学期（春季）. */
export function termName({ schoolYear, number }: Pick<Term, 'schoolYear' | 'number'>): Sentence {
  const autumn = number === 1;
  return {
    zh: `${schoolYear.replace('-', '—')} 学年第${autumn ? '一' : '二'}学期（${autumn ? '秋季' : '春季'}）`,
    en: `${autumn ? 'autumn' : 'spring'} term of ${schoolYear}`,
  };
}

/**
 * Terms for a county that has entered none. No calendar of Liaoning for these years was found; the days follow those of
 * 沈阳 2013–2015 and 大连 (autumn from 1 September, spring from 1 March, about 20 weeks). Every one is to be confirmed.
 */
export const proposedTerms: readonly Term[] = [
  proposed('2024-2025', 1, '2024-09-01', '2024-09-02', '2025-01-10'),
  proposed('2024-2025', 2, '2025-03-01', '2025-03-03', '2025-07-11'),
  proposed('2025-2026', 1, '2025-09-01', '2025-09-01', '2026-01-09'),
  proposed('2025-2026', 2, '2026-03-01', '2026-03-02', '2026-07-10'),
  proposed('2026-2027', 1, '2026-09-01', '2026-09-01', '2027-01-15'),
];

/** What is wrong with a term beside the other terms of the county, field by field; nothing when it may stand. */
export function faultsOfTerm(term: Term, others: readonly Term[]): readonly FieldFault[] {
  if (yearOfBegin(term.schoolYear) === undefined) {
    return [fault('schoolYear', '学年要写成 2024-2025 的形式。', 'Write the school year like 2024-2025.')];
  }
  const unreadable = (['opensDay', 'firstDay', 'lastDay'] as const).filter((field) => parseDay(term[field]) === undefined);
  if (unreadable.length > 0) {
    return unreadable.map((field) => fault(field, '日期要写成 2025-03-01 的形式。', 'Write the day like 2025-03-01.'));
  }
  return [...orderFaults(term), ...yearFaults(term), ...overlapFaults(term, others)];
}

function orderFaults({ opensDay, firstDay, lastDay }: Term): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  if (firstDay < opensDay) {
    faults.push(fault('firstDay', '首个上课日早于开学日，请改正其中一个。', 'Lessons begin before the term opens; correct one.'));
  }
  if (lastDay <= firstDay) {
    faults.push(fault('lastDay', '结束日应晚于首个上课日，请改正。', 'The last day must come after the first; correct it.'));
  }
  return faults;
}

/** Schools may call their pupils back in the last days of August. */
const EARLIEST_OPENING = '-08-15';

function yearFaults(term: Term): readonly FieldFault[] {
  const { first, last } = daysOfSchoolYear(term.schoolYear);
  const earliest = `${first.slice(0, 4)}${EARLIEST_OPENING}`;
  const from = term.number === 1 ? earliest : `${last.slice(0, 4)}-01-15`;
  const until = term.number === 1 ? `${last.slice(0, 4)}-02-28` : last;
  if (term.opensDay >= from && term.lastDay <= until) return [];
  return [
    fault(
      term.opensDay < from ? 'opensDay' : 'lastDay',
      `${termName(term).zh}应在 ${from} 到 ${until} 之间，请核对日期或学年。`,
      `The ${termName(term).en} lies between ${from} and ${until}; check the days or the school year.`,
    ),
  ];
}

function overlapFaults(term: Term, others: readonly Term[]): readonly FieldFault[] {
  const clash = others.find(
    (other) =>
      !(other.schoolYear === term.schoolYear && other.number === term.number) &&
      other.opensDay <= term.lastDay &&
      other.lastDay >= term.opensDay,
  );
  if (!clash) return [];
  return [
    fault(
      'opensDay',
      `与${termName(clash).zh}（${clash.opensDay} 至 ${clash.lastDay}）重叠，请改正日期。`,
      `Overlaps the ${termName(clash).en} (${clash.opensDay} to ${clash.lastDay}); correct the days.`,
    ),
  ];
}

function fault(path: string, zh: string, en: string): FieldFault {
  return { path, zh, en };
}

function proposed(schoolYear: SchoolYear, number: TermNumber, opensDay: Day, firstDay: Day, lastDay: Day): Term {
  return { schoolYear, number, opensDay, firstDay, lastDay, confirmed: false };
}
