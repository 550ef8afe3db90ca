import { schoolYearOf } from '../../area/index';

/**
 * The grade in which a child is due by its age, 1 to 9; undefined for one under or over school age or of unknown birth.
 * 依据：《义务教育法》第十一条；方案 三(一)1(1) (who has turned 6 by 31 August enters grade 1).
 */
export function dueGrade(birthDay: string | null, day: string): number | undefined {
  if (birthDay === null) return undefined;
  const begins = Number(schoolYearOf(day).slice(0, 4));
  const born = Number(birthDay.slice(0, 4)) + (birthDay.slice(5) > '08-31' ? 1 : 0);
  const grade = begins - born - 5;
  return grade >= 1 && grade <= 9 ? grade : undefined;
}
