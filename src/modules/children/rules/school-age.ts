import { type Day, dayNumber, formatDay, parseDay } from '../../../kernel/day';

/** Who is of compulsory school age in one school year: born from `from` to `to`, both included. */
export type Cohort = { readonly schoolYear: string; readonly from: Day; readonly to: Day };

/**
 * The nine birth years of compulsory schooling in the school year (1 September to 31 August) that contains `asOf`:
 * whoever has turned 6 by 31 August before the year begins, up to and including the ninth year after.
 * 依据：《义务教育法》第十一条（年满六周岁）；方案 三(一)1(1)（当年 8 月 31 日前年满 6 周岁）。
 * Throws when `asOf` is not a day; check what a user typed before.
 */
export function schoolAgeCohort(asOf: Day): Cohort {
  if (parseDay(asOf) === undefined) throw new Error(`not a day: ${asOf}`);
  const year = Number(asOf.slice(0, 4));
  const begins = Number(asOf.slice(5, 7)) >= 9 ? year : year - 1;
  return { schoolYear: `${begins}-${begins + 1}`, from: dayText(begins - 15, 9, 1), to: dayText(begins - 6, 8, 31) };
}

function dayText(year: number, month: number, date: number): Day {
  return formatDay(dayNumber(year, month, date) ?? 0);
}
