import type { Day } from '../../../kernel/day';
import type { FieldFault } from '../../../kernel/refusal';
import { daysOfSchoolYear, type SchoolYear } from '../../area/index';
import type { Term } from './term';

/** What is wrong with the first day of the 中考 of a school year; nothing when it may stand. */
export function faultsOfExamDay(schoolYear: SchoolYear, examDay: Day | null, terms: readonly Term[]): readonly FieldFault[] {
  if (examDay === null) return [];
  const { first, last } = daysOfSchoolYear(schoolYear);
  const spring = terms.find((term) => term.schoolYear === schoolYear && term.number === 2);
  const from = spring?.firstDay ?? first;
  if (examDay > from && examDay <= last) return [];
  const zh = `中考首日应在 ${from} 之后、${last} 之前，请核对日期或学年。`;
  return [
    { path: 'examDay', zh, en: `The first day of the 中考 lies after ${from} and by ${last}; check the day or the school year.` },
  ];
}
