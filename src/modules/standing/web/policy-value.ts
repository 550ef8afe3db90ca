import { useWords } from '../../../ui/shared/language';
import type { PolicyNumber } from '../contract';
import { policyWords } from './policy-words';

/** A value of a number with its unit: 180 天, 6 月起, 2 次, 长期有效. */
export function useValueSays(): (kind: PolicyNumber['kind']['kind'], value: PolicyNumber['value']) => string {
  const w = useWords(policyWords);
  return (kind, value) => {
    if (value === null) return w.forGood;
    if (value === 'in-school') return w.inSchool;
    if (value === 'to-verify') return w.toVerify;
    if (kind === 'school-days') return w.schoolDays(value);
    if (kind === 'months') return w.months(value);
    if (kind === 'times') return w.times(value);
    return kind === 'month' ? w.month(value) : w.days(value);
  };
}
