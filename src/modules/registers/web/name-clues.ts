import { formatDay, parseDay } from '../../../kernel/day';
import type { RegisterKind } from '../rules/register';

/** Words in the names of files that offices send, the most telling first: a list of disabled pupils is the disability list. */
const clues: readonly (readonly [RegExp, RegisterKind])[] = [
  [/残疾|残联|disab/i, 'disability'],
  [/脱贫|贫困|防返贫|监测户|乡村振兴|povert/i, 'poverty'],
  [/户籍|户口|公安|常住人口|派出所|household/i, 'household'],
  [/学籍|enrol/i, 'enrolment'],
  [/在校|花名册|班级名单|attend/i, 'attending'],
];

/** Which list a file is by its name; undefined where the name tells nothing, or several files tell different things. */
export function kindByName(names: readonly string[]): RegisterKind | undefined {
  const found = new Set(names.flatMap((name) => clues.find(([clue]) => clue.test(name))?.[1] ?? []));
  return found.size === 1 ? [...found][0] : undefined;
}

/** The day a file name tells, `户籍2025-03-01.xlsx`, `20250301`, `2025年3月1日`, not after `today`; undefined where it tells none. */
export function dayByName(name: string, today: string): string | undefined {
  const found = /(?:^|\D)(20\d\d)(?:[-._年](\d{1,2})[-._月](\d{1,2})|(\d\d)(\d\d))(?!\d)/.exec(name);
  if (!found) return undefined;
  const [, year, month = found[4], date = found[5]] = found;
  const number = parseDay(`${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`);
  const day = number === undefined ? undefined : formatDay(number);
  return day !== undefined && day <= today ? day : undefined;
}
