import type { Day } from '../../../kernel/day';
import type { Sentence } from '../../../kernel/refusal';
import type { CalendarFacts } from './day-kind';

/** Why a count of school days is not sure, and what to do about it. */
export type Doubt = { readonly code: 'holidays-unknown' | 'term-unknown'; readonly says: Sentence };

/** The doubt about the days from `first` to `last`; `known` says whether terms or holidays between terms cover them all. */
export function doubtIn({ terms, holidays }: CalendarFacts, first: Day, last: Day, known: boolean): Doubt | undefined {
  if (last < first) return undefined;
  if (!known) return termUnknown(first, last);
  for (const term of terms) {
    const from = first > term.firstDay ? first : term.firstDay;
    const until = last < term.lastDay ? last : term.lastDay;
    for (let year = Number(from.slice(0, 4)); from <= until && year <= Number(until.slice(0, 4)); year++) {
      if (!holidays.knows(year)) return holidaysUnknown(year);
    }
  }
  return undefined;
}

/** The sentence about a year without public holidays. */
function holidaysUnknown(year: number): Doubt {
  return {
    code: 'holidays-unknown',
    says: {
      zh: `${year} 年的放假和调休安排还没有，这一年暂按周一至周五计算。请县教育局在“校历”里补上。`,
      en: `The public holidays of ${year} are not known yet, so Monday to Friday are counted. The county bureau adds them in the calendar.`,
    },
  };
}

function termUnknown(first: Day, last: Day): Doubt {
  return {
    code: 'term-unknown',
    says: {
      zh: `校历里还没有 ${first} 至 ${last} 之间的全部学期，这些天里有的不知道上不上课。请县教育局在“校历”里补上学期。`,
      en: `The calendar lacks a term between ${first} and ${last}, so some days are not known. The county bureau adds the term in the calendar.`,
    },
  };
}
