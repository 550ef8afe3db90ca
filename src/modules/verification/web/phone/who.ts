import type { TaskLine } from '../../contract';

type Words = { readonly boy: string; readonly girl: string; readonly years: (age: number) => string };

/** 女，11 岁 */
export function whoIs({ sex, age }: Pick<TaskLine, 'sex' | 'age'>, w: Words): string {
  const parts = [sex === '' ? '' : sex === '1' ? w.boy : w.girl, age === null ? '' : w.years(age)];
  return parts.filter((part) => part !== '').join('，');
}
